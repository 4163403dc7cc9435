package dev.zorya.ethereum.anvil;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * What the node prints. It must be read to the end, or the node stops at a full pipe. Only the port and the last error lines are kept;
 * the node prints private keys of its public test accounts, so nothing of it is logged.
 */
final class AnvilOutput {
    private static final Pattern LISTENING = Pattern.compile("Listening on [0-9.]+:(\\d+)");
    private static final int PATIENCE_SECONDS = 30;
    private static final int LINES_KEPT = 10;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Deque<String> errors = new ArrayDeque<>();
    private final Thread errorReader;

    AnvilOutput(Process process) {
        errorReader = Thread.ofVirtual().name("anvil-errors").start(() -> readErrors(process.errorReader()));
        Thread.ofVirtual().name("anvil-output").start(() -> readOutput(process.inputReader()));
    }

    /** The port, as soon as the node listens. */
    int awaitPort() throws AnvilException {
        try {
            return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted("waiting was interrupted");
        } catch (ExecutionException e) {
            throw notStarted(lastWords());
        } catch (TimeoutException e) {
            throw notStarted("it did not listen within " + PATIENCE_SECONDS + " seconds");
        }
    }

    /** The last lines of the error stream, once the process has ended. */
    String lastWords() {
        try {
            errorReader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (errors) {
            return String.join(" ", errors);
        }
    }

    private void readOutput(BufferedReader lines) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException e) {
            // the process is gone; the end of the stream says the same
        }
        port.completeExceptionally(new IOException("ended before it listened"));
    }

    private void readErrors(BufferedReader lines) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (errors) {
                    errors.addLast(line.strip());
                    if (errors.size() > LINES_KEPT) {
                        errors.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            // as above
        }
    }

    private static AnvilException notStarted(String why) {
        return new AnvilException(
                AnvilException.Reason.NOT_STARTED,
                "The practice network did not start: " + why
                        + ". No money is affected. Start Zorya again; if it stays like this, move the saved practice network away.");
    }
}
