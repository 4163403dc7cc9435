package dev.zorya.identity.agent;

import dev.zorya.identity.agent.LocalAgentException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The virtual environment that ACA-Py runs in: about 240 MB, made once in a data folder and shared by its wallets. A file that is written
 * last says that it is complete.
 */
public final class AgentPlace {
    private static final String VERSION = "1.7.0";
    private static final String PACKAGE = "acapy-agent==" + VERSION;
    private static final int PACKAGES = 82;
    private static final int LAST_FORCED = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A file's lock is held by the whole program, so its threads take turns here. */
    private static final ReentrantLock MAKING = new ReentrantLock();

    private final Path folder;

    private AgentPlace(Path folder) {
        this.folder = folder;
    }

    /** Takes the phases of the making; called from any thread. */
    @FunctionalInterface
    public interface Phases {
        /**
         * A step was made.
         *
         * @param done of this phase, between 0 and 1
         */
        void at(Phase phase, double done);
    }

    public enum Phase {
        PYTHON,
        ENVIRONMENT,
        FETCHING,
        STARTING
    }

    /**
     * Makes it if it is not there. Another program that makes the same one is waited for.
     *
     * @param folder for nothing else
     * @throws LocalAgentException NO_PYTHON or NOT_INSTALLED; a half-made one is made anew the next time
     */
    public static AgentPlace ensure(Path folder, Phases phases) throws LocalAgentException {
        AgentPlace place = new AgentPlace(folder.toAbsolutePath());
        try {
            MAKING.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalAgentException(Reason.NOT_INSTALLED, e);
        }
        try {
            Files.createDirectories(place.folder.resolveSibling("."));
            Path lockFile = place.folder.resolveSibling(place.folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the lock was lost");
                }
                if (!Files.exists(place.complete())) {
                    place.make(phases);
                }
            }
        } catch (IOException e) {
            throw new LocalAgentException(Reason.NOT_INSTALLED, e);
        } finally {
            MAKING.unlock();
        }
        return place;
    }

    private void make(Phases phases) throws IOException, LocalAgentException {
        phases.at(Phase.PYTHON, 0);
        Pythons.Python python = Pythons.here()
                .find()
                .orElseThrow(() -> new LocalAgentException(Reason.NO_PYTHON, "no Python 3.12 to 3.14 answers"));
        phases.at(Phase.ENVIRONMENT, 0);
        remove();
        run(new ProcessBuilder(python.program().toString(), "-m", "venv", folder.toString()), line -> {});
        phases.at(Phase.FETCHING, 0);
        List<String> fetch = new ArrayList<>(List.of(
                program("python").toString(),
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
                "--progress-bar",
                "off",
                "--only-binary",
                ":all:"));
        if (python.minor() == LAST_FORCED) {
            // it runs there although its description says otherwise (ARIES.md 2)
            fetch.add("--ignore-requires-python");
        }
        fetch.add(PACKAGE);
        AtomicInteger collected = new AtomicInteger();
        run(new ProcessBuilder(fetch), line -> {
            if (line.startsWith("Collecting ")) {
                phases.at(Phase.FETCHING, Math.min(1, collected.incrementAndGet() / (double) PACKAGES));
            }
        });
        Files.writeString(complete(), VERSION);
    }

    private static void run(ProcessBuilder program, java.util.function.Consumer<String> lines)
            throws IOException, LocalAgentException {
        Command.Result result = Command.run(program, PATIENCE, lines);
        if (result.code() != 0) {
            throw new LocalAgentException(Reason.NOT_INSTALLED, result.tail());
        }
    }

    private void remove() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path complete() {
        return folder.resolve("zorya-complete-" + VERSION);
    }

    private Path program(String name) {
        return Pythons.windows()
                ? folder.resolve("Scripts").resolve(name + ".exe")
                : folder.resolve("bin").resolve(name);
    }

    /** The beginning of the command that runs the agent. */
    List<String> command() {
        // through the interpreter: the script's first line cannot hold every path
        return List.of(program("python").toString(), "-m", "acapy_agent", "start");
    }

    Path folder() {
        return folder;
    }
}
