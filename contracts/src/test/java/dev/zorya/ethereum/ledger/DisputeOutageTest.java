package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Registered;
import dev.zorya.channel.port.LedgerEvent.Stuck;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line is cut, the program dies or the clock is wrong in the middle of a dispute. */
class DisputeOutageTest extends ChainTest {
    private Gate gate;
    private TestChannel channel;
    private State newest;
    private Intent.Register refutation;

    @BeforeEach
    void openGate() throws Exception {
        gate = closing(Gate.to(anvil.http()));
        channel = channel(0, 0).lasting(600);
        newest = channel.state(9, single(0, 0));
        refutation = new Intent.Register(channel.signed(newest), List.of());
    }

    private EthereumConfig gated() {
        return deployment.practice(gate.uri("http"), null).withPoll(Duration.ofMillis(20));
    }

    private void cheat() throws Exception {
        EthereumLedger bobs = ledger(bob);
        bobs.submit(channel.register(0, single(0, 0)));
        awaitVersion(channel, 0);
    }

    /** The line is cut before the registration and comes back 300 blocks after it. */
    @Test
    @Tag("threat-34")
    @Tag("threat-27")
    void whatWasRegisteredDuringAnOutageIsRefutedAfterIt() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        gate.shut();
        cheat();
        anvil.control().mine(300);
        Until.isTrue("noticed", () -> !alices.health().connected());
        gate.open(anvil.http());
        Registered seen = alice.witness.await(Registered.class);
        assertEquals(0, seen.version());
        alices.submit(refutation);
        awaitVersion(channel, 9);
    }

    /** Eight hours without a block, and then the one that matters: a chain that is quiet is not a chain that is over. */
    @Test
    @Tag("threat-34")
    void hoursOfSilenceAreSleptThrough() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        anvil.control().increaseTime(Duration.ofHours(8));
        cheat();
        assertEquals(0, alice.witness.await(Registered.class).version());
        alices.submit(refutation);
        awaitVersion(channel, 9);
    }

    /** This program dies between saving the refutation and sending it. */
    @Test
    @Tag("threat-32")
    void aRefutationThatWasOnlySavedIsSentByTheNextStart() throws Exception {
        cheat();
        alice.store.afterSave(gate::shut);
        EthereumLedger alices = ledger(alice, gated());
        alices.submit(refutation);
        Until.isTrue("saved", () -> isStored(alice, refutation.key(), Status.PLANNED));
        alices.close();
        assertEquals(0, dispute(channel).version());
        alice.store.afterSave(() -> {});
        gate.open(anvil.http());
        ledger(alice, gated());
        awaitVersion(channel, 9);
        assertEquals(1, sent(alice));
    }

    /** Only block time counts where it matters; the machine's clock may be off by hours either way. */
    @ParameterizedTest
    @ValueSource(longs = {-5, 5})
    @Tag("threat-32")
    void aWrongClockDoesNotMatter(long hours) throws Exception {
        InstantSource wrong = () -> Instant.now().plus(Duration.ofHours(hours));
        EthereumConfig publicChain = gated().withStaleAfter(Duration.ofMinutes(5));
        EthereumLedger alices = closing(EthereumLedger.start(publicChain, alice.key, alice.store, wrong));
        watch(alices, channel, alice);
        cheat();
        alice.witness.await(Registered.class);
        alices.submit(refutation);
        awaitVersion(channel, 9);
        alices.submit(new Intent.Conclude(channel.params, newest, List.of()));
        anvil.control().setNextBlockTime(dispute(channel).timeout() - 1);
        anvil.control().mine(1);
        Thread.sleep(300);
        assertEquals(Phases.DISPUTE, dispute(channel).phase());
        anvil.control().setNextBlockTime(dispute(channel).timeout());
        anvil.control().mine(1);
        assertEquals(9, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(List.of(), alice.witness.all(Stuck.class));
        assertEquals(2, sent(alice), "the refutation and the conclusion");
    }

    /** Two guards with accounts of their own answer at the same moment: one wins, the other loses a fee at most. */
    @Test
    @Tag("threat-35")
    void twoGuardsAtOnceDoNotDisturbEachOther() throws Exception {
        Party carol = new Party("carol");
        anvil.control().setBalance(carol.text(), FORTUNE);
        EthereumLedger alices = ledger(alice, gated());
        EthereumLedger carols = ledger(carol, config());
        watch(alices, channel, alice);
        watch(carols, channel, carol);
        cheat();
        alice.witness.await(Registered.class);
        carol.witness.await(Registered.class);
        anvil.control().setInstantMining(false);
        alices.submit(refutation);
        carols.submit(refutation);
        Until.isTrue("one sent", () -> sentOrPlanned(alice) || sentOrPlanned(carol));
        anvil.control().mine(1);
        anvil.control().setInstantMining(true);
        alice.witness.await(Registered.class, event -> event.version() == 9);
        carol.witness.await(Registered.class, event -> event.version() == 9);
        Until.isTrue(
                "both done",
                () -> alice.store.unfinished("1:31337").isEmpty()
                        && carol.store.unfinished("1:31337").isEmpty());
        assertTrue(sent(alice) + sent(carol) <= 2);
        assertEquals(List.of(), alice.witness.all(Stuck.class));
        assertEquals(List.of(), carol.witness.all(Stuck.class));
    }

    private boolean sentOrPlanned(Party party) {
        return party.store.find("1:31337", refutation.key()).isPresent();
    }
}
