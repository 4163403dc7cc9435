package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.in;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where both stand (OFFCHAIN.md 7.7). */
class SyncTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final ChannelSync sync = new ChannelSync(3, scene.complete(v0));

    @Test
    void isAnsweredOnceInAWhile() {
        Open answered = expect(hear(scene.open(alice), alice, sync), Open.class, send(sync));
        Open silent = expect(hear(answered, alice, sync), Open.class);
        Transition again = silent.step(alice.env(), new Input.FromPeer(sync), NOW.plusSeconds(5));
        assertEquals(List.of(send(sync)), again.effects());
    }

    @Test
    void anAnswerGetsNoAnswer() {
        Open asked = expect(
                step(scene.open(alice), alice, new Input.Connected()), Open.class, send(alice.accept(v0)), send(sync));
        expect(hear(asked, alice, sync), Open.class);
    }

    @Test
    @Tag("threat-45")
    void aNewerStateThatBothHaveSignedIsTakenOver() {
        State newest = later(scene.paid(v0, bob, 30), 5);
        BookEntry gain = in(payment(0, 30), 5);
        Bytes id = alice.env().scheme().digest(newest).slice(0, Extension.ID_SIZE);
        BookEntry line = new BookEntry(id, gain.direction(), gain.status(), 0, gain.amount(), "", 5, Bytes.EMPTY, NOW);
        Open open = expect(
                hear(scene.open(alice), alice, new ChannelSync(3, scene.complete(newest))),
                Open.class,
                persist(List.of(line), line("CAUGHT_UP", 5, "")),
                Scene.booked(line));
        assertEquals(newest, open.live().state());
    }

    /** The newer state may hold it already, under a version that our old store knows nothing of. */
    @Test
    @Tag("threat-45")
    void whatWasSignedBeforeANewerStateIsNotPaidAgain() {
        State newest = later(scene.paid(v0, alice, 10), 5);
        Open open = assertInstanceOf(
                Open.class,
                hear(scene.updating(alice, Scene.payment(1, 10)), alice, new ChannelSync(3, scene.complete(newest)))
                        .next());
        assertEquals(newest, open.live().state());
        assertEquals(List.of(), open.live().queue());
        Open restarted = assertInstanceOf(
                Open.class,
                step(
                                new Open(scene.updating(alice, Scene.payment(1, 10))
                                        .live()
                                        .with(
                                                scene.updating(alice, Scene.payment(1, 10))
                                                        .live()
                                                        .authorised(),
                                                List.of(Scene.payment(1, 10)))),
                                alice,
                                new Input.FromPeer(new ChannelSync(3, scene.complete(newest))))
                        .next());
        assertEquals(List.of(), restarted.live().queue());
    }

    @Test
    void aNewerFinalStateToo() {
        State last = later(scene.last(v0), 3);
        Final end = expect(
                hear(scene.open(alice), alice, new ChannelSync(5, scene.complete(last))),
                Final.class,
                persist(line("CAUGHT_UP", 3, ""), line("FINAL", 3, "proposer=1")),
                Scene.later(Timer.LEDGER, Scene.LIMITS.concludeFallback()));
        assertEquals(scene.complete(last), end.last());
    }

    @Test
    @Tag("threat-6")
    void nothingElseIsTakenOver() {
        State newer = later(scene.paid(v0, bob, 30), 5);
        Transaction reflected =
                Transaction.unsigned(newer).with(0, bob.sign(newer)).with(1, bob.sign(newer));
        State more = new State(
                newer.id(),
                5,
                newer.allocation().withBalances(Balances.single(BigInteger.valueOf(601), BigInteger.valueOf(400))),
                false,
                newer.app(),
                newer.data());
        State other = new State(new ChannelId(Bytes.zero(32)), 5, newer.allocation(), false, newer.app(), newer.data());
        State three = new State(
                newer.id(),
                5,
                newer.allocation()
                        .withBalances(
                                Balances.single(BigInteger.valueOf(600), BigInteger.valueOf(400), BigInteger.ZERO)),
                false,
                newer.app(),
                newer.data());
        for (Transaction shown : List.of(
                reflected,
                Transaction.unsigned(newer).with(1, bob.sign(newer)),
                scene.complete(more),
                scene.complete(other),
                scene.complete(three))) {
            Open open = expect(hear(scene.open(alice), alice, new ChannelSync(3, shown)), Open.class, send(sync));
            assertEquals(v0, open.live().state());
        }
        State past = scene.paid(v0, bob, 1);
        Open here = new Open(Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(newer)));
        ChannelSync present = new ChannelSync(3, scene.complete(newer));
        expect(hear(here, alice, new ChannelSync(3, scene.complete(past))), Open.class, send(present));
    }

    private static State later(State state, long version) {
        return new State(state.id(), version, state.allocation(), state.isFinal(), state.app(), state.data());
    }
}
