package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A guard of a thousand channels answers ten cheaters at once, and costs nothing while nobody cheats (issue 5). */
@Tag("slow")
class ManyDisputesTest extends ChainTest {
    private static final int CHANNELS = 1_000;
    private static final int DISPUTES = 10;

    @Test
    @Tag("threat-26")
    void tenOfAThousandChannelsAreRefutedInFiveSeconds() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        List<TestChannel> channels = new ArrayList<>();
        AtomicInteger told = new AtomicInteger();
        for (int index = 0; index < CHANNELS; index++) {
            TestChannel channel = channel(0, 0);
            channels.add(channel);
            // what the engine does with a registration of an old version, without the engine
            alices.watch(channel.id, channel.params, channel.initial, event -> {
                told.incrementAndGet();
                if (event instanceof LedgerEvent.Registered registered && registered.version() == 0) {
                    alices.submit(channel.register(9, single(0, 0)));
                }
            });
        }
        Until.isTrue("all read", () -> told.get() == CHANNELS);

        long idle = cpu();
        anvil.control().mine(1);
        Thread.sleep(3_000);
        double share = (cpu() - idle) / (3_000.0 * 1_000_000);
        assertTrue(share < 0.1, "of one processor, with the test's own work: " + share);

        List<TestChannel> cheated = channels.subList(400, 400 + DISPUTES);
        cheated.forEach(channel -> bobs.submit(channel.register(0, single(0, 0))));
        long start = System.nanoTime();
        for (TestChannel channel : cheated) {
            awaitVersion(channel, 9);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("ten of a thousand channels registered and refuted after " + taken.toMillis()
                + " ms; idle share of one processor " + share);
        assertTrue(taken.toMillis() < 5_000, "registered and refuted: " + taken);
        assertEquals(DISPUTES, sent(alice));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
