package dev.zorya.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real second process of this program, with the classes of this test run. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Child(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** @param before a command that runs the rest as its own arguments */
    static Child start(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** The next line it prints. */
    String line() throws IOException, InterruptedException {
        String line = lines.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new IOException("the child says nothing");
        }
        return line;
    }

    /** All that it still prints, until its end. A last line that was cut off is left out. */
    List<String> rest() throws InterruptedException {
        process.waitFor();
        reader.join();
        List<String> rest = new ArrayList<>();
        lines.drainTo(rest);
        return rest;
    }

    /** Reads bytes and not lines: only a line with its end is one. */
    private void read() {
        StringBuilder line = new StringBuilder();
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            for (int next = out.read(); next >= 0; next = out.read()) {
                if (next == '\n') {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException ended) {
            // by the kill
        }
    }

    /** SIGKILL, or what the system has in its place. By the handle: the process object would throw away what is unread. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    void stop() throws InterruptedException, IOException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
