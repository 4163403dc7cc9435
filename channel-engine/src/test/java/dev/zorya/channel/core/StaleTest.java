package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.concluded;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.holdings;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.see;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel whose record comes from a copy (safety rule 10). */
@Tag("threat-45")
class StaleTest {
    private static final Scene scene = new Scene();
    private static final Scene.Side alice = scene.alice;
    private static final Scene.Side bob = scene.bob;
    private static final State v0 = scene.initial();
    private static final State v1 = scene.paid(v0, bob, 100);
    private static final State v2 = scene.paid(v1, bob, 50);

    private final Disputes disputes = new Disputes(scene);
    private final Stale stale = new Stale(live(v1));

    private static Live live(State current) {
        return Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(current));
    }

    @Test
    void nothingIsSignedForThePerson() {
        expect(
                step(stale, alice, new Input.Pay(payment(1, 5))),
                Stale.class,
                told(payment(1, 5).refused(Notice.Refusal.STALE, Reasons.STALE)));
        expect(step(stale, alice, new Input.Close()), Stale.class, told(new Notice.CloseRefused(Reasons.STALE)));
        expect(step(stale, alice, new Input.CloseAlone()), Stale.class, told(new Notice.CloseRefused(Reasons.STALE)));
    }

    @Test
    void nothingIsSignedForThePeerEitherAndItIsAskedWhereItStands() {
        expect(
                hear(stale, alice, bob.update(v2)),
                Stale.class,
                reject(v2, Reasons.STALE),
                send(new ChannelSync(3, scene.complete(v1))));
        expect(hear(stale, alice, bob.accept(v2)), Stale.class);
    }

    @Test
    void aRestartDoesNothingAndAConnectionAsks() {
        expect(step(stale, alice, new Input.Restarted()), Stale.class);
        expect(step(stale, alice, new Input.Connected()), Stale.class, send(new ChannelSync(3, scene.complete(v1))));
        for (Timer timer : Timer.values()) {
            expect(step(stale, alice, new Input.TimedOut(timer)), Stale.class);
        }
    }

    @Test
    void thePeersNewerBalanceEndsIt() {
        Transition caughtUp = hear(stale, alice, new ChannelSync(3, scene.complete(v2)));
        assertEquals(v2, assertInstanceOf(Open.class, caughtUp.next()).live().state());
        Effect.Persist first =
                assertInstanceOf(Effect.Persist.class, caughtUp.effects().getFirst());
        assertEquals(List.of(line("CAUGHT_UP", 2, "")), first.journal());
    }

    @Test
    void aPeerThatHoldsTheSameConfirmsIt() {
        Open open = expect(
                hear(stale, alice, new ChannelSync(3, scene.complete(v1))),
                Open.class,
                persist(line("CONFIRMED", 1, "")));
        assertEquals(v1, open.live().state());
    }

    /** It may be restored itself. Ours is signed by both, so it can be enforced. */
    @Test
    void aPeerThatHoldsLessConfirmsOurs() {
        Open open = expect(
                hear(stale, alice, new ChannelSync(3, scene.complete(v0))),
                Open.class,
                persist(line("CONFIRMED", 1, "")));
        assertEquals(v1, open.live().state());
    }

    @Test
    void whatBothHaveNotSignedConfirmsNothing() {
        expect(hear(stale, alice, new ChannelSync(3, Transaction.unsigned(v2).with(1, bob.sign(v2)))), Stale.class);
        expect(hear(stale, alice, new ChannelSync(3, null)), Stale.class);
    }

    @Test
    void anOlderRegistrationIsRefuted() {
        Registered next = expect(
                see(stale, alice, disputes.shown(v0)),
                Registered.class,
                disputes.noted("REGISTERED", v0, 1),
                disputes.register(v1),
                disputes.conclude(v0),
                Disputes.told(DisputeSnapshot.Next.REFUTE, 1, 0));
        assertEquals(v1, next.live().state());
    }

    @Test
    void aNewerRegistrationIsLeftToConclude() {
        Transition next = see(stale, alice, disputes.shown(v2));
        assertTrue(next.effects().contains(disputes.conclude(v2)), "it pays out what the peer registered");
        assertTrue(next.effects().stream().noneMatch(disputes.register(v1)::equals), "ours is older");
        Registered registered = assertInstanceOf(Registered.class, next.next());
        assertTrue(
                see(registered, alice, holdings(600, 400)).effects().stream().noneMatch(disputes.register(v1)::equals),
                "also when a reorganisation takes it away");
    }

    @Test
    void theLedgersEndIsTheEnd() {
        assertInstanceOf(Withdrawing.class, see(stale, alice, concluded(1)).next());
    }

    @Test
    void isKeptAsItIs() {
        RecordCodec codec = new RecordCodec(new Perunio(id -> false));
        Bytes terms = Objects.requireNonNull(codec.terms(scene.signing(alice)));
        assertEquals(stale, codec.read(alice.env(), terms, codec.body(stale)));
    }

    /** Whatever could sign or begin something by itself does not come back as it was. */
    @ParameterizedTest
    @MethodSource("fromACopy")
    void whatComesFromACopyBeginsNothing(ChannelState kept, Class<? extends ChannelState> taken) {
        ChannelState restored = kept.restored();
        assertInstanceOf(taken, restored);
        assertEquals(restored, restored.restored());
    }

    static Stream<Arguments> fromACopy() {
        Disputes disputes = new Disputes(scene);
        Live live = live(v1);
        return Stream.of(
                Arguments.of(scene.sent(), ProposalSent.class),
                Arguments.of(scene.signing(alice), Ended.class),
                Arguments.of(scene.funding(alice), Stale.class),
                Arguments.of(scene.open(alice), Stale.class),
                Arguments.of(scene.updating(alice, payment(1, 5)), Stale.class),
                Arguments.of(scene.finalising(alice), Stale.class),
                Arguments.of(new Registering(live), Stale.class),
                Arguments.of(new Registered(live, disputes.fact(live, disputes.shown(v0))), Registered.class),
                Arguments.of(scene.ended(alice, bob), Final.class));
    }

    @Test
    void whatWaitedIsNotPaidAgain() {
        Stale restored = assertInstanceOf(
                Stale.class, scene.updating(alice, payment(1, 5)).restored());
        assertEquals(List.of(), restored.live().queue());
        assertEquals(1, restored.live().authorised().size());
        Transition next = restored.step(alice.env(), new Input.FromPeer(new ChannelSync(3, scene.complete(v0))), NOW);
        assertTrue(next.effects().stream()
                .noneMatch(effect ->
                        effect instanceof Effect.Send sent && sent.message() instanceof UpdateMessage.Update));
    }
}
