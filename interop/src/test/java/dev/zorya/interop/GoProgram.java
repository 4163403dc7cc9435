package dev.zorya.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The go-perun peer of interop/go, built once for all tests. */
final class GoProgram {
    private static final String MISSING =
            "Go 1.23 or newer is not installed, so nothing was tested against go-perun. Install it and run this again.";

    private static Optional<Path> built = Optional.empty();

    private GoProgram() {}

    /** Where the program is. Skips the test, with the reason, on a machine without Go. */
    static synchronized Path path() throws IOException, InterruptedException {
        assumeTrue(hasGo(), MISSING);
        if (built.isEmpty()) {
            built = Optional.of(build());
        }
        return built.get();
    }

    private static boolean hasGo() throws InterruptedException {
        try {
            Process go = new ProcessBuilder("go", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return go.waitFor(30, TimeUnit.SECONDS) && go.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path build() throws IOException, InterruptedException {
        Path source = module().resolve("go");
        Path program = module().resolve("target").resolve("goperun");
        Files.createDirectories(program.getParent());
        // dependencies come through the Go module proxy, checked against go.sum
        Process go = new ProcessBuilder("go", "build", "-mod=readonly", "-o", program.toString(), ".")
                .directory(source.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (go.waitFor() != 0) {
            throw new IOException("the go-perun peer does not build:\n" + said);
        }
        return program;
    }

    /** The tests run in the module's folder. */
    private static Path module() {
        return Path.of("").toAbsolutePath();
    }
}
