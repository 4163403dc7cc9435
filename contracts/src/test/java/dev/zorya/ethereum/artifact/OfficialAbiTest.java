package dev.zorya.ethereum.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onchain-abi.json}: our contracts have the functions, events and constructors of the official ones, and just these functions more. */
class OfficialAbiTest {
    private static final Map<String, Contract> OURS = Map.of(
            "Adjudicator", Contract.ADJUDICATOR,
            "AssetHolder (abstract)", Contract.ASSET_HOLDER_ETH,
            "AssetHolderETH", Contract.ASSET_HOLDER_ETH,
            "AssetHolderERC20", Contract.ASSET_HOLDER_ERC20,
            "PerunToken", Contract.PRACTICE_TOKEN,
            "TrivialApp", Contract.TRIVIAL_APP);

    private static final Set<String> HOLDER_EXTRAS = Set.of(
            "depositFrom(address,bytes32,uint256)[]payable",
            "payOut(bytes32,(address,bytes)[],uint256[])[bool]nonpayable");

    private static final Map<Contract, Set<String>> EXTRAS = Map.of(
            Contract.ADJUDICATOR,
            Set.of(
                    "concludeFinalAndPay((uint256,uint256,(address,bytes)[],address,bool,bool),(bytes32,uint64,"
                            + "((uint256,address,bytes)[],uint256[],uint256[][],(bytes32,uint256[],uint16[])[]),bytes,bool),"
                            + "bytes[])[]nonpayable",
                    "depositAll((address,uint256,bytes32,uint256)[])[]payable",
                    "paidOut(bytes32)[bool]view"),
            Contract.ASSET_HOLDER_ETH,
            HOLDER_EXTRAS,
            Contract.ASSET_HOLDER_ERC20,
            with(HOLDER_EXTRAS, "depositWithPermit(bytes32,uint256,uint256,uint8,bytes32,bytes32)[]nonpayable"));

    private static Set<String> with(Set<String> some, String more) {
        var all = new TreeSet<>(some);
        all.add(more);
        return all;
    }

    @TestFactory
    List<DynamicTest> everyOfficialContract() {
        var tests = new ArrayList<DynamicTest>();
        for (var official : official()) {
            String name = official.get("contract").stringValue();
            var ours = JsonMapper.shared().readTree(Artifact.of(ours(name)).abi());
            tests.add(DynamicTest.dynamicTest(name + ": functions", () -> {
                var expected = officialFunctions(official);
                expected.addAll(EXTRAS.getOrDefault(ours(name), Set.of()));
                assertEquals(expected, functions(ours));
                for (var function : official.get("functions")) {
                    assertEquals(
                            function.get("selector").stringValue(),
                            Hash.sha3String(function.get("signature").stringValue())
                                    .substring(0, 10));
                }
            }));
            tests.add(DynamicTest.dynamicTest(name + ": events", () -> {
                assertEquals(officialEvents(official), events(ours));
                for (var event : official.get("events")) {
                    assertEquals(
                            event.get("topic0").stringValue(),
                            Hash.sha3String(event.get("signature").stringValue()));
                }
            }));
            if (!name.contains("abstract")) {
                tests.add(DynamicTest.dynamicTest(name + ": constructor", () -> {
                    var types = new ArrayList<String>();
                    official.get("constructor")
                            .forEach(
                                    argument -> types.add(argument.stringValue().split(" ")[0]));
                    assertEquals(types, constructor(ours));
                }));
            }
        }
        assertEquals(OURS.size() * 3 - 1, tests.size(), "a contract of the file is not covered");
        return tests;
    }

    @Test
    void officialCodeHashesAreThoseOfTheFile() {
        int known = 0;
        for (var official : official()) {
            String name = official.get("contract").stringValue();
            String hash = DeployedCode.officialHash(ours(name));
            if (official.has("runtimeCodeKeccak256") && !name.equals("PerunToken")) {
                assertEquals(official.get("runtimeCodeKeccak256").stringValue(), "0x" + hash, name);
                known++;
            }
        }
        assertEquals(4, known);
    }

    private static Contract ours(String officialName) {
        return Objects.requireNonNull(OURS.get(officialName), officialName);
    }

    private static JsonNode official() {
        var in = OfficialAbiTest.class.getResourceAsStream("/vectors/onchain-abi.json");
        return JsonMapper.shared().readTree(in).get("contracts");
    }

    private static Set<String> officialFunctions(JsonNode contract) {
        var found = new TreeSet<String>();
        for (var function : contract.get("functions")) {
            var outputs = new ArrayList<String>();
            function.get("outputs")
                    .forEach(output -> outputs.add(output.stringValue().split(" ")[0]));
            found.add(function.get("signature").stringValue()
                    + outputs
                    + function.get("stateMutability").stringValue());
        }
        return found;
    }

    private static Set<String> functions(JsonNode abi) {
        var found = new TreeSet<String>();
        for (var entry : abi) {
            if (entry.get("type").stringValue().equals("function")) {
                found.add(signature(entry)
                        + types(entry.get("outputs"))
                        + entry.get("stateMutability").stringValue());
            }
        }
        return found;
    }

    private static Set<String> officialEvents(JsonNode contract) {
        var found = new TreeSet<String>();
        for (var event : contract.get("events")) {
            var inputs = new ArrayList<String>();
            event.get("inputs").forEach(input -> inputs.add(input.stringValue()));
            found.add(event.get("name").stringValue() + inputs);
        }
        return found;
    }

    private static Set<String> events(JsonNode abi) {
        var found = new TreeSet<String>();
        for (var entry : abi) {
            if (entry.get("type").stringValue().equals("event")) {
                var inputs = new ArrayList<String>();
                for (var input : entry.get("inputs")) {
                    inputs.add(type(input)
                            + (input.get("indexed").booleanValue() ? " indexed " : " ")
                            + input.get("name").stringValue());
                }
                found.add(entry.get("name").stringValue() + inputs);
            }
        }
        return found;
    }

    private static List<String> constructor(JsonNode abi) {
        for (var entry : abi) {
            if (entry.get("type").stringValue().equals("constructor")) {
                return types(entry.get("inputs"));
            }
        }
        return List.of();
    }

    private static String signature(JsonNode entry) {
        return entry.get("name").stringValue() + "(" + String.join(",", types(entry.get("inputs"))) + ")";
    }

    private static List<String> types(JsonNode parameters) {
        var types = new ArrayList<String>();
        parameters.forEach(parameter -> types.add(type(parameter)));
        return types;
    }

    private static String type(JsonNode parameter) {
        String type = parameter.get("type").stringValue();
        if (!type.startsWith("tuple")) {
            return type;
        }
        String fields = types(parameter.get("components")).stream().collect(Collectors.joining(",", "(", ")"));
        return fields + type.substring("tuple".length());
    }
}
