package dev.zorya.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a process of its own. Closing it is kill -9. */
final class VictimProcess implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    VictimProcess(String... arguments) throws IOException {
        process = Programs.start(Victim.class, List.of(arguments));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader in = process.inputReader()) {
            in.lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            lines.add("the victim's words end: " + e);
        }
    }

    /** The rest of the next line that begins like this. */
    String await(String start) throws InterruptedException {
        List<String> others = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null && line.startsWith(start)) {
                return line.substring(start.length());
            }
            if (line != null) {
                others.add(line);
            }
        }
        throw new AssertionError("the victim did not say \"" + start + "\" but " + others);
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }
}
