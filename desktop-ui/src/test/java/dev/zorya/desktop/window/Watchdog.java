package dev.zorya.desktop.window;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Watches that the JavaFX thread is never blocked (DESIGN.md 8): when it does not come round within the limit and our own code
 * waits in it (sleeps, parks, reads, holds a lock), that is a fault. Laying out and painting may take long on a busy machine and is not.
 */
final class Watchdog implements AutoCloseable {
    private static final long LIMIT_MILLIS = 50;

    private final Thread thread;
    private final Thread fx;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile long longestMillis;
    private volatile Optional<String> blocked = Optional.empty();

    private Watchdog(Thread fx) {
        this.fx = fx;
        thread = new Thread(this::watch, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    static Watchdog start() throws InterruptedException {
        Thread[] found = new Thread[1];
        CountDownLatch known = new CountDownLatch(1);
        Platform.runLater(() -> {
            found[0] = Thread.currentThread();
            known.countDown();
        });
        known.await();
        return new Watchdog(found[0]);
    }

    private void watch() {
        while (!stopped.get()) {
            CountDownLatch round = new CountDownLatch(1);
            long begun = System.nanoTime();
            Platform.runLater(round::countDown);
            try {
                while (!round.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS) && !stopped.get()) {
                    look();
                }
                longestMillis = Math.max(longestMillis, (System.nanoTime() - begun) / 1_000_000);
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        Thread.State state = fx.getState();
        StackTraceElement[] stack = fx.getStackTrace();
        boolean ours = Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().startsWith("dev.zorya.")
                        && !frame.getClassName().startsWith("dev.zorya.desktop.window.Pictures"));
        boolean waits = state == Thread.State.BLOCKED
                || state == Thread.State.WAITING
                || state == Thread.State.TIMED_WAITING
                || (Arrays.stream(stack).limit(6).anyMatch(Watchdog::readsOrWrites) && !loadsAClass(stack));
        if (ours && waits && blocked.isEmpty()) {
            blocked = Optional.of(String.join(
                    "\n  ",
                    Arrays.stream(stack).map(StackTraceElement::toString).toList()));
        }
    }

    /** The first use of a class reads it; on a busy machine that takes its time, and only once. */
    private static boolean loadsAClass(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("jdk.internal.loader."));
    }

    private static boolean readsOrWrites(StackTraceElement frame) {
        String name = frame.getClassName();
        // a style sheet tries whether the name of a cursor is an address; that asks nobody
        boolean parses = name.startsWith("java.net.UR") || name.equals("java.net.MalformedURLException");
        return name.startsWith("sun.nio.ch.")
                || (name.startsWith("java.net.") && !parses)
                || name.startsWith("org.sqlite.");
    }

    /** The longest time that the thread took to come round, whatever it did. */
    long longestMillis() {
        return longestMillis;
    }

    /** Where our code blocked the thread, if it ever did. */
    Optional<String> blocked() {
        return blocked;
    }

    @Override
    public void close() {
        stopped.set(true);
        thread.interrupt();
    }
}
