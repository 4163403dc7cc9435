package dev.zorya.identity.agent;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of a local agent from one start to the next: its process, to end one that outlived its wallet, and the port that
 * others know it by.
 *
 * @param pid 0 if none was started
 * @param started of that process, to tell it from another one with its number
 */
record AgentFile(long pid, Instant started, int inbound) {
    private static final Logger LOG = LoggerFactory.getLogger(AgentFile.class);
    private static final String NAME = "agent.properties";
    private static final long GRACE_SECONDS = 5;

    static AgentFile read(Path folder) {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(NAME))) {
            kept.load(in);
            return new AgentFile(
                    Long.parseLong(kept.getProperty("pid", "0")),
                    Instant.parse(kept.getProperty("started", Instant.EPOCH.toString())),
                    Integer.parseInt(kept.getProperty("inbound", "0")));
        } catch (IOException | RuntimeException nothingUsable) {
            return new AgentFile(0, Instant.EPOCH, 0);
        }
    }

    void write(Path folder) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("pid", Long.toString(pid));
        kept.setProperty("started", started.toString());
        kept.setProperty("inbound", Integer.toString(inbound));
        try (Writer out = Files.newBufferedWriter(folder.resolve(NAME))) {
            kept.store(out, "the local agent of this wallet");
        }
    }

    /** Ends the process if it is still the one that was started. */
    void reap() {
        Optional<ProcessHandle> process = pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
        process.filter(handle ->
                        handle.info().startInstant().filter(started::equals).isPresent())
                .ifPresent(AgentFile::end);
    }

    /** Politely first, so that it can close its store. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            LOG.debug("an agent did not end in time");
            process.destroyForcibly();
        }
    }
}
