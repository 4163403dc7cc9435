package dev.zorya.ethereum.anvil;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a child process if this program dies without doing so itself. A tiny shell waits at a pipe that the system closes when we die. Where
 * there is no such shell (Windows) nothing watches, and a leftover is ended at the next start ({@link ChainFiles}).
 */
final class DeathWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeathWatch.class);
    private static final Path SHELL = Path.of("/bin/sh");

    private final OutputStream pipe;

    private DeathWatch(OutputStream pipe) {
        this.pipe = pipe;
    }

    static DeathWatch over(ProcessHandle child) {
        if (!Files.isExecutable(SHELL)) {
            return new DeathWatch(OutputStream.nullOutputStream());
        }
        try {
            // reads one line: comes with a good end, breaks off with a bad one. Ignores the terminal's Ctrl-C, which
            // reaches it too.
            var shell = new ProcessBuilder(
                    SHELL.toString(), "-c", "trap '' INT; read -r line || kill \"$0\"", Long.toString(child.pid()));
            shell.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            return new DeathWatch(shell.start().getOutputStream());
        } catch (IOException e) {
            LOG.warn("Nothing will end the practice chain if this program is killed", e);
            return new DeathWatch(OutputStream.nullOutputStream());
        }
    }

    /** To be called after the child has ended. */
    @Override
    public void close() {
        try (pipe) {
            pipe.write("ended\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.debug("The watch over the practice chain was gone already", e);
        }
    }
}
