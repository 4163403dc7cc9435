package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Disputes over channels inside channels, with the real engine and the judge. */
class SubDisputeTest {
    private static final Duration PERIOD = Duration.ofHours(1);
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;
    private final ProposalId root = pair.opened(600, 400);

    @AfterEach
    void close() {
        pair.close();
    }

    private ProposalId opened(ProposalId in, long mine, long theirs, App app, Bytes data) {
        Allocation initial = new Allocation(
                List.of(SimWorld.COIN),
                Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs)),
                List.of());
        ChannelSnapshot open = Await.done(alice.engine().openSub(in, new OpenSub(initial, PERIOD, app, data)));
        Await.status(bob, open.key(), Status.OPEN);
        return open.key();
    }

    private static SignedState newest(SimParty party, ProposalId key) {
        ChannelSnapshot now = Pair.snapshot(party, key);
        return new SignedState(Objects.requireNonNull(now.params()), Objects.requireNonNull(now.current()));
    }

    private Intent.Register tree(ProposalId... members) {
        pair.agreed(root);
        List<SignedState> all =
                Stream.of(members).map(key -> newest(alice, key)).toList();
        return new Intent.Register(all.getFirst(), all.subList(1, all.size()));
    }

    private void paidOut(SimParty party, long gain) {
        Await.status(party, root, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(gain)), party.money(SimWorld.COIN));
    }

    private void pass(Duration time) {
        pair.world.clock().advance(time);
        pair.world.ledger().mine();
    }

    @Test
    @Tag("threat-36")
    void threeLevelsOfWhichTheInnermostIsOld() throws LedgerException {
        ProposalId child = opened(root, 300, 200, App.NONE, Bytes.EMPTY);
        ProposalId inner = opened(child, 100, 100, App.NONE, Bytes.EMPTY);
        pair.agreed(child);
        Intent.Register old = tree(root, child, inner);
        Await.done(alice.engine().pay(inner, alice.payment(40, "")));
        pair.agreed(inner);
        alice.account().submit(old);
        Await.that(
                () -> pair.world.ledger().dispute(newest(bob, inner).channel()).version() == 1, "Bob refutes");
        pass(PERIOD);
        paidOut(bob, 40);
        paidOut(alice, -40);
        for (ProposalId member : List.of(child, inner)) {
            Await.status(bob, member, Status.WITHDRAWN);
            Await.status(alice, member, Status.WITHDRAWN);
        }
        assertTrue(pair.world.isConserved());
    }

    /** A parent without an app leaves an app in it no time (ONCHAIN.md 10, issue 8); who wanted to move is told so. */
    @Test
    void aGameInsideEndsAsItStands() {
        ProposalId game = opened(root, 100, 100, NimApp.APP, NimApp.data(1, 3));
        pair.agreed(root);
        alice.crash();
        Await.done(bob.engine().closeAlone(root));
        Await.that(() -> isRegistered(game), "the game is registered");
        var won = bob.engine().progress(game, NimApp.take(1, 3));
        Await.that(() -> Pair.snapshot(bob, game).phase() == Phase.PROGRESSING, "the move is on its way");
        pass(PERIOD);
        assertEquals(EngineException.Reason.REFUSED, Await.failure(won));
        paidOut(bob, 0);
        Await.status(bob, game, Status.WITHDRAWN);
    }

    private boolean isRegistered(ProposalId member) {
        DisputeSnapshot dispute = Pair.snapshot(bob, member).dispute();
        return dispute != null && dispute.registered() != null;
    }

    @Test
    void aPeerThatIsGoneTakesNoTreeWithIt() {
        ProposalId child = opened(root, 300, 200, App.NONE, Bytes.EMPTY);
        ProposalId second = opened(root, 10, 20, App.NONE, Bytes.EMPTY);
        Await.done(alice.engine().pay(child, alice.payment(7, "")));
        Await.done(alice.engine().pay(second, alice.payment(1, "")));
        pair.agreed(root);
        bob.crash();
        Await.done(alice.engine().closeAlone(root));
        Await.status(alice, child, Status.DISPUTED);
        pass(PERIOD);
        paidOut(alice, -8);
        bob.start();
        paidOut(bob, 8);
    }
}
