package dev.zorya.identity.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a program to its end. */
final class Command {
    private static final int TAIL = 20;
    private static final int FAILED = -1;

    /** @param tail the last lines that it wrote */
    record Result(int code, String tail) {}

    private Command() {}

    /** @param patience after that the program is ended, and its code is not 0 */
    static Result run(ProcessBuilder program, Duration patience, Consumer<String> lines) throws IOException {
        Process process = program.redirectErrorStream(true).start();
        process.getOutputStream().close();
        Deque<String> tail = new ArrayDeque<>();
        Thread reader = Thread.startVirtualThread(() -> read(process, line -> {
            lines.accept(line);
            synchronized (tail) {
                tail.addLast(line);
                if (tail.size() > TAIL) {
                    tail.removeFirst();
                }
            }
        }));
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                reader.join(Duration.ofSeconds(5));
            }
            synchronized (tail) {
                return new Result(ended ? process.exitValue() : FAILED, String.join("\n", tail));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException ended) {
            lines.accept(String.valueOf(ended.getMessage()));
        }
    }
}
