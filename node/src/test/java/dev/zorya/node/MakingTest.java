package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MakingTest {
    private static final WalletProblem REFUSAL =
            new WalletProblem(WalletProblem.Code.NAME_IN_USE, "What.", "Meaning.", "Next.", "");

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void twoAreMadeAtTheSameTime() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Making.Recipe<String> recipe = () -> {
            both.countDown();
            waitFor(both);
            return "made";
        };
        try (var first = Making.start(recipe, this::end);
                var second = Making.start(recipe, this::end)) {
            assertEquals("made", first.made());
            assertEquals("made", second.made());
            assertEquals(0, closed.get());
        }
        assertEquals(2, closed.get());
    }

    private void end(String made) {
        closed.incrementAndGet();
    }

    private static void waitFor(CountDownLatch both) {
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRefusalIsToldAsItIsAndTheOtherIsClosed() {
        WalletException told = assertThrows(WalletException.class, () -> {
            try (var good = Making.start(() -> "made", this::end);
                    var bad = Making.<String>start(
                            () -> {
                                throw new WalletException(REFUSAL);
                            },
                            this::end)) {
                bad.made();
                good.made();
            }
        });
        assertEquals(REFUSAL, told.problem());
        assertEquals(1, closed.get());
    }

    @Test
    void whatNobodyPlannedIsNotSwallowed() throws Exception {
        try (var broken = Making.<String>start(
                () -> {
                    throw new IllegalArgumentException("nobody planned this");
                },
                this::end)) {
            var told = assertThrows(IllegalStateException.class, broken::made);
            assertTrue(told.getCause() instanceof IllegalArgumentException);
        }
    }
}
