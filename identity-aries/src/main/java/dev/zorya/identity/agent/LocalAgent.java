package dev.zorya.identity.agent;

import dev.zorya.identity.Base58;
import dev.zorya.identity.agent.LocalAgentException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ACA-Py that this wallet runs: reachable from this computer only, its files in the wallet's folder, its secrets in its environment and
 * nowhere else. Started again when it ends by itself.
 */
public final class LocalAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalAgent.class);
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final String HOST = "127.0.0.1";
    private static final int KEY_SIZE = 32;

    private final AgentPlace place;
    private final Path folder;
    private final Secrets secrets;
    private final int inbound;
    private final int admin;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Process process;

    /** What protects the agent; never in argv, logs or files. */
    private record Secrets(String apiKey, String storeKey) {
        static Secrets of(byte[] storeKey) {
            byte[] random = new byte[KEY_SIZE];
            new SecureRandom().nextBytes(random);
            return new Secrets(HexFormat.of().formatHex(random), Base58.encode(storeKey));
        }

        @Override
        public String toString() {
            return "secrets";
        }
    }

    private LocalAgent(AgentPlace place, Path folder, Secrets secrets, int inbound, int admin) {
        this.place = place;
        this.folder = folder;
        this.secrets = secrets;
        this.inbound = inbound;
        this.admin = admin;
    }

    /**
     * Ends what is left of an earlier run, starts the agent and waits until it is ready.
     *
     * @param folder of this agent alone
     * @param storeKey 32 secret bytes that seal the agent's store, the same each time; copied, the caller wipes its own
     */
    public static LocalAgent start(AgentPlace place, Path folder, byte[] storeKey) throws LocalAgentException {
        Path own = folder.toAbsolutePath();
        if (storeKey.length != KEY_SIZE) {
            throw new IllegalArgumentException("a store key has 32 bytes, not " + storeKey.length);
        }
        LocalAgent agent;
        try {
            Files.createDirectories(own);
            AgentFile before = AgentFile.read(own);
            before.reap();
            agent = new LocalAgent(place, own, Secrets.of(storeKey), Ports.free(before.inbound()), Ports.free());
            agent.launch();
        } catch (IOException e) {
            throw new LocalAgentException(Reason.NOT_STARTED, e);
        }
        try {
            agent.awaitReady();
        } catch (LocalAgentException e) {
            agent.close();
            throw e;
        }
        Thread.ofVirtual().name("agent-watch").start(agent::watch);
        return agent;
    }

    public AgentAddress address() {
        return new AgentAddress(URI.create("http://" + HOST + ":" + admin), secrets.apiKey());
    }

    /** Where other agents on this computer reach it. */
    public String endpoint() {
        return "http://" + HOST + ":" + inbound;
    }

    private void launch() throws IOException {
        List<String> command = new ArrayList<>(place.command());
        command.addAll(List.of(
                "--label",
                "zorya",
                "--inbound-transport",
                "http",
                HOST,
                Integer.toString(inbound),
                "--outbound-transport",
                "http",
                "--endpoint",
                endpoint(),
                "--admin",
                HOST,
                Integer.toString(admin),
                "--no-ledger",
                "--wallet-type",
                "askar",
                "--wallet-name",
                "zorya",
                "--wallet-key-derivation-method",
                "RAW",
                "--auto-provision",
                "--log-level",
                "warning"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile());
        setEnvironment(builder.environment());
        Process started = builder.start();
        process = started;
        started.getOutputStream().close();
        new AgentFile(started.pid(), started.info().startInstant().orElse(Instant.EPOCH), inbound).write(folder);
    }

    /** Nothing of ours that the agent does not need: a stray ACAPY_ variable would change how it runs. */
    private void setEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("ACAPY_") || name.startsWith("PYTHON"));
        environment.put("HOME", folder.toString());
        environment.put("USERPROFILE", folder.toString());
        environment.put("ACAPY_ADMIN_API_KEY", secrets.apiKey());
        environment.put("ACAPY_WALLET_KEY", secrets.storeKey());
    }

    private void awaitReady() throws LocalAgentException {
        Instant end = Instant.now().plus(READY);
        StockClient client = new StockClient(address());
        try {
            while (Instant.now().isBefore(end)) {
                if (client.ready()) {
                    return;
                }
                if (!Optional.ofNullable(process).map(Process::isAlive).orElse(false)) {
                    throw new LocalAgentException(Reason.NOT_STARTED, lastWords());
                }
                Thread.sleep(100);
            }
            throw new LocalAgentException(Reason.NOT_STARTED, "not ready after 60 seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalAgentException(Reason.NOT_STARTED, e);
        } finally {
            client.close();
        }
    }

    /** The end of its log; it never holds a secret, those are not in its settings' output. */
    private String lastWords() {
        try {
            String log = Files.readString(folder.resolve("agent.log"));
            return log.substring(Math.max(0, log.length() - 1_000));
        } catch (IOException e) {
            return "it ended at once";
        }
    }

    private void watch() {
        Duration pause = FIRST_WAIT;
        try {
            while (!closed.get()) {
                Process running = Optional.ofNullable(process).orElseThrow();
                Instant since = Instant.now();
                int code = running.waitFor();
                if (closed.get()) {
                    return;
                }
                LOG.warn("the local agent ended with code {}; it is started again", code);
                boolean longRun = Duration.between(since, Instant.now()).compareTo(LONGEST_WAIT) > 0;
                Duration twice = pause.multipliedBy(2);
                pause = longRun ? FIRST_WAIT : twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
                Thread.sleep(pause.dividedBy(2));
                relaunch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void relaunch() {
        if (!closed.get()) {
            try {
                launch();
            } catch (IOException e) {
                LOG.warn("the local agent does not start: {}", e.getMessage());
            }
        }
    }

    /** The process as it is now, for those that watch or test it. */
    public long pid() {
        return Optional.ofNullable(process).map(Process::pid).orElse(0L);
    }

    @Override
    public synchronized void close() {
        if (!closed.getAndSet(true)) {
            Optional.ofNullable(process).map(Process::toHandle).ifPresent(AgentFile::end);
        }
    }
}
