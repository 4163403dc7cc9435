package dev.zorya.ethereum.anvil;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: kindly, so that it can save, and after ten seconds for good. */
final class ProcessEnd {
    private static final long PATIENCE_SECONDS = 10;

    private ProcessEnd() {}

    static void of(ProcessHandle process) {
        process.destroy();
        if (!awaited(process)) {
            process.destroyForcibly();
            awaited(process);
        }
    }

    private static boolean awaited(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            // whoever interrupts wants an end soon: no more patience, but no process left behind either
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
