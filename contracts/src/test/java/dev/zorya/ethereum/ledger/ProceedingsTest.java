package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.App;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge said about a channel is found again, with the states that it was shown. */
class ProceedingsTest extends ChainTest {
    private TestChannel channel;

    @BeforeEach
    void openChannel() throws Exception {
        channel = channel(0, 0);
    }

    @Test
    void eachStepIsToldWithItsTransactionAndWhatWasShown() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        watch(alices, channel, alice);
        bobs.submit(channel.register(0, single(0, 0)));
        awaitVersion(channel, 0);
        Intent.Register answer = channel.register(9, single(0, 0));
        alices.submit(answer);
        awaitVersion(channel, 9);
        anvil.control().increaseTime(Duration.ofSeconds(60));
        var last = answer.root().transaction();
        alices.submit(new Intent.Conclude(channel.params, last.state(), List.of()));
        Until.isTrue("concluded", () -> dispute(channel).phase() == Phases.CONCLUDED);

        List<Proceeding> all = alices.proceedings(channel.id, App.NONE, Instant.EPOCH);
        assertEquals(List.of(0L, 9L, 9L), all.stream().map(Proceeding::version).toList());
        assertEquals(
                List.of(Phases.DISPUTE, Phases.DISPUTE, Phases.CONCLUDED),
                all.stream().map(Proceeding::phase).toList());
        assertEquals(
                channel.signed(channel.state(0, single(0, 0))).transaction(),
                all.get(0).shown());
        assertEquals(last, all.get(1).shown());
        assertNull(all.get(2).shown(), "a conclusion carries no signatures");
        assertEquals(all.get(0).timeout(), all.get(1).timeout(), "an answer does not move the deadline");
        assertEquals(
                alice.store.find("1:31337", answer.key()).orElseThrow().hashes().getLast(),
                all.get(1).transaction());
    }

    @Test
    void nothingIsFoundForAChannelThatWasNeverThere() throws Exception {
        EthereumLedger alices = ledger(alice);
        assertEquals(List.of(), alices.proceedings(channel.id, App.NONE, Instant.EPOCH));
    }

    @Test
    void withoutTheChainItSaysSo() throws Exception {
        Gate gate = closing(Gate.to(anvil.http()));
        EthereumLedger alices = ledger(alice, deployment.practice(gate.uri("http"), null));
        gate.shut();
        LedgerException refused =
                assertThrows(LedgerException.class, () -> alices.proceedings(channel.id, App.NONE, Instant.EPOCH));
        assertEquals(LedgerException.Reason.UNREACHABLE, refused.reason());
    }
}
