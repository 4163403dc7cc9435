package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from the block with an old state to our answer in the node's pool (issue 5). Printed and not asserted: it
 * depends on the machine. That each is answered does not.
 */
@Tag("slow")
class DetectionTest extends ChainTest {
    private static final int REGISTRATIONS = 21;

    @Test
    @Tag("threat-26")
    void oneRegistrationAfterTheOtherIsAnswered() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        anvil.control().setInstantMining(false);
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < REGISTRATIONS; number++) {
            TestChannel channel = channel(0, 0);
            Intent.Register refutation = channel.register(9, single(0, 0));
            // what the engine does with a registration of an old version, without the engine
            alices.watch(channel.id, channel.params, channel.initial, event -> {
                if (event instanceof LedgerEvent.Registered registered && registered.version() == 0) {
                    alices.submit(refutation);
                }
            });
            bobs.submit(channel.register(0, single(0, 0)));
            awaitPending(1);
            long block = System.nanoTime();
            anvil.control().mine(1);
            while (!isInPool()) {
                Thread.onSpinWait();
            }
            millis.add((System.nanoTime() - block) / 1e6);
            anvil.control().mine(1);
            Until.isTrue("answered", () -> isStored(alice, refutation.key(), Status.FINAL));
            assertEquals(9, dispute(channel).version());
        }
        assertEquals(REGISTRATIONS, sent(alice));
        Collections.sort(millis);
        System.out.printf(
                "from the block with an old state to the answer in the pool: median %.0f ms, best %.0f ms, worst %.0f"
                        + " ms%n",
                millis.get(REGISTRATIONS / 2), millis.getFirst(), millis.getLast());
    }

    private boolean isInPool() throws Exception {
        return anvil.control()
                .request("txpool_status")
                .path("pending")
                .asString()
                .equals("0x1");
    }
}
