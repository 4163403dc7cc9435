package dev.zorya.node.peer;

import dev.zorya.node.peer.Failure.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Reads commands and runs them side by side, each on a thread of its own. */
final class Dispatcher {
    private static final String STOP = "stop";
    private static final String CRASH = "crash";

    /** As a process that was killed. */
    private static final int KILLED = 137;

    /** Whoever closes the input may still want the last results. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PeerNode node;
    private final Map<String, Command> commands;

    Dispatcher(PeerNode node) {
        this.node = node;
        this.commands = Commands.of(node);
    }

    /** Until the input ends, or a command says so. */
    void run(BufferedReader in) throws IOException, InterruptedException {
        ExecutorService running = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                Request request = Request.parse(line, node.settings().timeout());
                switch (request.command()) {
                    case STOP -> {
                        node.lines().result(request, true, new Fields());
                        return;
                    }
                    case CRASH -> crash(request);
                    default -> running.execute(() -> answer(request));
                }
            }
            running.shutdown();
            running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            running.shutdownNow();
        }
    }

    private static void crash(Request request) {
        long code = KILLED;
        try {
            code = request.number("code", KILLED);
        } catch (Failure malformed) {
            // it ends in any case
        }
        Runtime.getRuntime().halt((int) code);
    }

    private void answer(Request request) {
        node.stats().count("commands");
        try {
            Command command = commands.get(request.command());
            if (command == null) {
                throw new Failure(Kind.OTHER, "There is no command \"" + request.command() + "\".");
            }
            node.lines().result(request, true, command.run(request));
        } catch (Exception e) {
            Failure failure = Failures.of(e);
            node.stats().count("failures");
            node.lines()
                    .result(
                            request,
                            false,
                            new Fields()
                                    .with("error", String.valueOf(failure.getMessage()))
                                    .with("kind", failure.kind().text()));
        }
    }
}
