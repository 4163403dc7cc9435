// Compiles the Solidity sources with the pinned compiler and the settings of solc.json.
//
//   node scripts/compile.mjs            writes the committed files under src/*/resources
//   node scripts/compile.mjs DIR        writes main/*.json and test/*.json under DIR instead (the build compares them)
//
// One JSON file per contract that can be deployed: its ABI, creation code, runtime code, and where the runtime code has immutables.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const solc = createRequire(import.meta.url)('solc');
const settings = JSON.parse(fs.readFileSync(path.join(root, 'solc.json'), 'utf8'));
const sourceRoots = { main: 'src/main/solidity', test: 'src/test/solidity' };
const outputRoots = process.argv[2]
  ? { main: path.join(process.argv[2], 'main'), test: path.join(process.argv[2], 'test') }
  : {
      main: path.join(root, 'src/main/resources/dev/zorya/ethereum/artifact'),
      test: path.join(root, 'src/test/resources/dev/zorya/ethereum/artifact'),
    };

// Names in the compiler's input have no folder of the machine in them, and the test contracts import from main/.
const sources = {};
for (const [part, folder] of Object.entries(sourceRoots)) {
  const base = path.join(root, folder);
  for (const file of fs.readdirSync(base, { recursive: true }).sort()) {
    if (!file.endsWith('.sol')) continue;
    const name = `${part}/${file.split(path.sep).join('/')}`;
    sources[name] = { content: fs.readFileSync(path.join(base, file), 'utf8').replaceAll('\r\n', '\n') };
  }
}

const wanted = ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'evm.deployedBytecode.immutableReferences'];
const result = JSON.parse(
  solc.compile(
    JSON.stringify({ language: 'Solidity', sources, settings: { ...settings, outputSelection: { '*': { '*': wanted } } } }),
  ),
);
const complaints = result.errors ?? [];
for (const complaint of complaints) console.error(complaint.formattedMessage);
if (complaints.length > 0) process.exit(1); // warnings count

for (const folder of Object.values(outputRoots)) {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of fs.readdirSync(folder)) if (file.endsWith('.json')) fs.rmSync(path.join(folder, file));
}
for (const [source, contracts] of Object.entries(result.contracts)) {
  for (const [name, { abi, evm }] of Object.entries(contracts)) {
    if (evm.bytecode.object === '' || isLibrary(source, name)) continue;
    const immutables = Object.values(evm.deployedBytecode.immutableReferences ?? {}).flat();
    const artifact = {
      contract: name,
      compiler: solc.version(),
      abi,
      creationCode: '0x' + evm.bytecode.object,
      runtimeCode: '0x' + evm.deployedBytecode.object,
      immutables: immutables.map(({ start, length }) => ({ start, length })).sort((a, b) => a.start - b.start),
    };
    const folder = outputRoots[source.split('/')[0]];
    fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(artifact, null, 1) + '\n');
  }
}

function isLibrary(source, name) {
  return new RegExp(`^library ${name}\\b`, 'm').test(sources[source].content);
}
