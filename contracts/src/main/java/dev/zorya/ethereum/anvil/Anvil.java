package dev.zorya.ethereum.anvil;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running practice chain. Close it: that ends the process, and saves the chain if it is kept. If this program dies without closing, the
 * process is ended by {@link DeathWatch} or at the next start.
 *
 * <p>Nothing is started again by itself: whoever owns the chain hears of its death and decides.
 */
public final class Anvil implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Anvil.class);

    private final Process process;
    private final URI http;
    private final AnvilControl control;
    private final DeathWatch watch;
    private final Optional<ChainFiles> files;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Death> death = new CompletableFuture<>();

    /**
     * An end that nobody asked for.
     *
     * @param exitCode the process's exit code
     * @param lastWords the last lines that it wrote to its error stream; may be empty
     */
    public record Death(int exitCode, String lastWords) {}

    private Anvil(Process process, AnvilOutput output, int port, DeathWatch watch, Optional<ChainFiles> files) {
        this.process = process;
        this.http = URI.create("http://127.0.0.1:" + port);
        this.control = new AnvilControl(http);
        this.watch = watch;
        this.files = files;
        var unused = process.onExit().thenAccept(ended -> {
            if (!closing.get()) {
                LOG.error("The practice chain ended by itself with exit code {}", ended.exitValue());
                death.complete(new Death(ended.exitValue(), output.lastWords()));
            }
        });
    }

    /**
     * Starts a chain and waits until it answers.
     *
     * @throws AnvilException with what to do, if there is no program, it does not start, or a kept chain cannot be read
     */
    public static Anvil start(AnvilOptions options) throws AnvilException {
        Path binary = AnvilBinary.find();
        try {
            return start(binary, options);
        } catch (AnvilException e) {
            throw e;
        } catch (IOException e) {
            throw new AnvilException(
                    AnvilException.Reason.NOT_STARTED,
                    "The practice network cannot start: " + e.getMessage() + ". No money is affected. Check that "
                            + binary + " can be run and that there is room on the disk.",
                    e);
        }
    }

    private static Anvil start(Path binary, AnvilOptions options) throws IOException {
        var command = new ArrayList<>(arguments(binary, options));
        Optional<ChainFiles> files = Optional.empty();
        boolean isNew = true;
        if (options.keep() instanceof AnvilOptions.Keep.Directory directory) {
            var kept = new ChainFiles(directory.path());
            kept.endLeftover();
            Optional<Path> chain = kept.lastWhole();
            if (chain.isPresent()) {
                kept.requireChainId(options.chainId());
                command.addAll(List.of("--load-state", chain.get().toString()));
            } else {
                kept.rememberChainId(options.chainId());
            }
            isNew = chain.isEmpty();
            long seconds = Math.max(1, directory.every().toSeconds());
            command.addAll(List.of("--dump-state", kept.saving().toString(), "--state-interval", "" + seconds));
            files = Optional.of(kept);
        }
        // after a leftover has given it back
        requireFree(options.port());
        Process process = new ProcessBuilder(command).start();
        var watch = DeathWatch.over(process.toHandle());
        var output = new AnvilOutput(process);
        Anvil anvil;
        try {
            anvil = new Anvil(process, output, output.awaitPort(), watch, files);
        } catch (AnvilException e) {
            ProcessEnd.of(process.toHandle());
            watch.close();
            throw e;
        }
        try {
            anvil.prepare(options, isNew);
            return anvil;
        } catch (IOException e) {
            anvil.close();
            throw e;
        }
    }

    /** The node would say the same, in the words of its system. */
    private static void requireFree(int port) throws AnvilException {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new AnvilException(
                    AnvilException.Reason.NOT_STARTED,
                    "The practice network cannot start because another program uses port " + port
                            + ". No money is affected. End that program, or choose another port in the settings.",
                    e);
        }
    }

    private static List<String> arguments(Path binary, AnvilOptions options) {
        var arguments = new ArrayList<>(List.of(
                binary.toString(),
                "--host=127.0.0.1",
                "--port=" + options.port(),
                "--no-cors",
                "--color=never",
                "--chain-id=" + options.chainId(),
                "--hardfork=" + options.hardfork(),
                "--accounts=" + options.devAccounts()));
        if (options.mining() instanceof AnvilOptions.Mining.Interval interval) {
            arguments.add("--block-time=" + interval.every().toMillis() / 1000.0);
        }
        return arguments;
    }

    private void prepare(AnvilOptions options, boolean isNew) throws IOException {
        if (files.isPresent()) {
            files.get().remember(process.toHandle());
        }
        if (isNew) {
            for (Map.Entry<String, BigInteger> account : options.funded().entrySet()) {
                control.setBalance(account.getKey(), account.getValue());
            }
        }
    }

    /** For requests. */
    public URI http() {
        return http;
    }

    /** For subscriptions. */
    public URI webSocket() {
        return URI.create("ws://127.0.0.1:" + http.getPort());
    }

    /** Time, blocks and balances. */
    public AnvilControl control() {
        return control;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes if the process ends without {@link #close}; never completes otherwise. */
    public CompletionStage<Death> death() {
        return death.minimalCompletionStage();
    }

    /** The child process, for tests that end it the hard way. */
    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        control.close();
        ProcessEnd.of(process.toHandle());
        watch.close();
        if (files.isPresent()) {
            try {
                files.get().forget();
            } catch (IOException e) {
                LOG.warn("The practice chain's pid file stays behind; it is removed at the next start", e);
            }
        }
    }
}
