package dev.zorya.ethereum.anvil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of a kept chain. The node saves into {@code saving.json} and may die while it writes; {@code chain.json} is the last saved
 * chain that was found whole. {@code chain.id} is its chain id, which the node itself does not save. {@code anvil.pid} names the process
 * that uses the directory.
 */
final class ChainFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ChainFiles.class);

    private final Path chain;
    private final Path saving;
    private final Path chainId;
    private final Path pid;

    ChainFiles(Path directory) throws IOException {
        Files.createDirectories(directory);
        this.chain = directory.resolve("chain.json");
        this.saving = directory.resolve("saving.json");
        this.chainId = directory.resolve("chain.id");
        this.pid = directory.resolve("anvil.pid");
    }

    /** What the node saves to. */
    Path saving() {
        return saving;
    }

    /** The chain to go on with; empty if it is a new one. */
    Optional<Path> lastWhole() throws IOException {
        if (isWhole(saving)) {
            Files.move(saving, chain, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(chain)) {
            return Optional.empty();
        }
        if (!isWhole(chain)) {
            throw new AnvilException(
                    AnvilException.Reason.STATE_UNREADABLE,
                    "The saved practice network cannot be read: " + chain
                            + " is damaged. Only play money is concerned. Move the file away to begin a new practice network.");
        }
        return Optional.of(chain);
    }

    /** A chain keeps its id: everything that was signed for it holds for that id alone. */
    void requireChainId(long id) throws IOException {
        String kept = Files.exists(chainId) ? Files.readString(chainId).strip() : "";
        if (!kept.equals(Long.toString(id))) {
            throw new AnvilException(
                    AnvilException.Reason.STATE_UNREADABLE,
                    "The saved practice network has " + (kept.isEmpty() ? "no chain id" : "chain id " + kept)
                            + " and cannot go on with chain id " + id
                            + ". Only play money is concerned. Move " + chain.getParent()
                            + " away to begin a new practice network.");
        }
    }

    /** For a new chain. */
    void rememberChainId(long id) throws IOException {
        Files.writeString(chainId, Long.toString(id));
    }

    private static boolean isWhole(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file);
                var parser = JsonMapper.shared().createParser(in)) {
            parser.nextToken();
            // stops at the end of the outermost object, or throws where the text breaks off
            parser.skipChildren();
            return parser.currentToken() != null;
        } catch (JacksonException e) {
            LOG.warn("A saved practice chain is not whole and is left aside: {}", file);
            return false;
        }
    }

    void remember(ProcessHandle process) throws IOException {
        Files.writeString(pid, process.pid() + " " + startOf(process));
    }

    void forget() throws IOException {
        Files.deleteIfExists(pid);
    }

    /** Ends a node that an earlier run of this program left behind. A process that only happens to have its number is left alone. */
    void endLeftover() throws IOException {
        if (!Files.exists(pid)) {
            return;
        }
        String[] words = Files.readString(pid).strip().split(" ", -1);
        if (words.length == 2 && words[0].matches("\\d{1,10}")) {
            var process = ProcessHandle.of(Long.parseLong(words[0]));
            if (process.isPresent()
                    && isAnvil(process.get())
                    && startOf(process.get()).equals(words[1])) {
                LOG.info("Ending the practice chain that an earlier run left behind, process {}", words[0]);
                ProcessEnd.of(process.get());
            }
        }
        forget();
    }

    private static boolean isAnvil(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(command -> command.getFileName().toString().startsWith("anvil"))
                .orElse(false);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
