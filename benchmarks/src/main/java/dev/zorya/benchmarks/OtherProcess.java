package dev.zorya.benchmarks;

import dev.zorya.ethereum.anvil.Anvil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The responder's process, started with our own Java and class path. Ends when it is closed. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;
    private final BenchPeer.Card card;

    private OtherProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        this.card = BenchPeer.Card.parse(line());
    }

    static OtherProcess start(String key, Path folder, Anvil chain, Path deployment) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Responder.class.getName(),
                        key,
                        folder.toString(),
                        chain.http().toString(),
                        chain.webSocket().toString(),
                        deployment.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OtherProcess(process);
    }

    BenchPeer.Card card() {
        return card;
    }

    /** Tells the process who we are; it is ready when this returns. */
    BenchPeer.Card introduce(BenchPeer.Card own) throws IOException {
        in.println(own.line());
        line();
        return card;
    }

    private String line() throws IOException {
        return Optional.ofNullable(out.readLine())
                .orElseThrow(() -> new IOException("the second process ended; its own words are above"));
    }

    @Override
    public void close() throws InterruptedException {
        in.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroy();
        }
    }
}
