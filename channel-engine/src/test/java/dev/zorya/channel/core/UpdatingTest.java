package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.booked;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.notes;
import static dev.zorya.channel.core.Scene.out;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Authorised.Afterwards;
import dev.zorya.channel.core.Notice.Refusal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alice's payment of 50 is out. */
class UpdatingTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final Payment payment = payment(1, 50);
    private final State paid = scene.paid(v0, alice, 50);
    private final Updating updating = scene.updating(alice, payment);
    private final State neutral = scene.neutral(v0);

    private UpdateMessage.Reject no(String reason) {
        return new UpdateMessage.Reject(v0.id(), 1, reason);
    }

    @Nested
    class Answered {
        @Test
        void completesAndBooks() {
            Open next = expect(
                    hear(updating, alice, bob.accept(paid)),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(scene.complete(paid), next.live().current());
            assertEquals(List.of(), next.live().authorised());
        }

        @Test
        void theNextUpdateSharesTheCommit() {
            Updating busy = scene.updating(alice, payment, payment(2, 5), payment(3, 6));
            State after = scene.paid(paid, alice, 11);
            List<dev.zorya.channel.port.BookEntry> lines = List.of(
                    out(payment, Status.DONE, 1),
                    out(payment(2, 5), Status.PENDING, 2),
                    out(payment(3, 6), Status.PENDING, 2));
            Updating next = expect(
                    hear(busy, alice, bob.accept(paid)),
                    Updating.class,
                    persist(lines),
                    send(notes(after, payment(2, 5), payment(3, 6))),
                    send(alice.update(after)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()),
                    booked(lines.get(0)),
                    booked(lines.get(1)),
                    booked(lines.get(2)));
            assertEquals(List.of(next.staged()), next.live().authorised());
        }

        @Test
        void closesAfterwardsIfThatIsWanted() {
            ChannelState wishing = step(updating, alice, new Input.Close()).next();
            State last = scene.last(paid);
            expect(
                    hear(wishing, alice, bob.accept(paid)),
                    Finalising.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    send(alice.update(last)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()),
                    booked(out(payment, Status.DONE, 1)));
        }

        @Test
        @Tag("threat-6")
        void wrongSignaturesAndVersionsChangeNothing() {
            expect(hear(updating, alice, alice.accept(paid)), Updating.class);
            expect(hear(updating, alice, bob.accept(neutral)), Updating.class);
            expect(hear(updating, alice, new UpdateMessage.Accept(v0.id(), 2, bob.sign(paid))), Updating.class);
            expect(hear(updating, alice, new UpdateMessage.Accept(v0.id(), 0, bob.sign(v0))), Updating.class);
        }

        /** go-perun takes these twins of a good signature, the contract does not (ONCHAIN.md 3). */
        @Test
        @Tag("threat-7")
        void aSignatureThatTheContractWouldNotTakeCompletesNothing() {
            BigInteger order = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
            byte[] good = bob.sign(paid).bytes().toArray();
            byte[] high = good.clone();
            byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(good, 32, 64)))
                    .toByteArray();
            System.arraycopy(s, s.length - 32, high, 32, 32);
            high[64] = (byte) (good[64] == 27 ? 28 : 27);
            byte[] small = good.clone();
            small[64] = (byte) (good[64] - 27);
            byte[] large = good.clone();
            large[64] = (byte) (good[64] + 8);
            for (byte[] twin : List.of(high, small, large)) {
                Signature signature = new Signature(Bytes.wrap(twin));
                expect(hear(updating, alice, new UpdateMessage.Accept(v0.id(), 1, signature)), Updating.class);
            }
        }

        @Test
        void aSyncThatShowsTheAnswerCounts() {
            expect(
                    hear(updating, alice, new ChannelSync(3, scene.complete(paid))),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    booked(out(payment, Status.DONE, 1)));
        }

        @Test
        @Tag("threat-6")
        void aSyncProvesNothingWithoutThePeersSignature() {
            var forged = scene.complete(v0);
            var shown = dev.zorya.channel.value.Transaction.unsigned(paid).with(1, alice.sign(paid));
            Updating next = expect(
                    hear(updating, alice, new ChannelSync(3, shown)), Updating.class, send(new ChannelSync(4, forged)));
            expect(hear(next, alice, new ChannelSync(3, shown)), Updating.class);
        }

        /** The peer refused the first copy because it was busy, and accepted the second when we had moved on. */
        @Test
        @Tag("threat-3")
        void aLateAnswerToThePaymentCountsWhileTheNeutralVersionIsOut() {
            ChannelState open = hear(updating, alice, no(Reasons.BUSY)).next();
            Updating clearing = assertInstanceOf(
                    Updating.class,
                    step(open, alice, new Input.TimedOut(Timer.TURN)).next());
            Updating next = expect(
                    hear(clearing, alice, bob.accept(paid)),
                    Updating.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    send(alice.update(scene.neutral(paid))),
                    later(Timer.UPDATE, LIMITS.updateAnswer()),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(scene.complete(paid), next.live().current());
        }
    }

    @Nested
    class Refused {
        @Test
        @Tag("threat-1")
        void aPaymentThatWasDeclinedStaysPendingUntilTheNextVersionIsSigned() {
            Open declined = expect(
                    hear(updating, alice, no("not now\u0007")),
                    Open.class,
                    persist(List.of()),
                    later(Timer.TURN, scene.live(alice).turn()),
                    told(new Notice.PaymentDeclined(payment.id(), "not now ")));
            assertEquals(
                    List.of(updating.staged().with(Afterwards.CANCEL)),
                    declined.live().authorised());
            assertEquals(
                    List.of(BigInteger.valueOf(50)),
                    ChannelSnapshot.of(declined).pendingOut());

            Updating clearing = expect(
                    step(declined, alice, new Input.TimedOut(Timer.TURN)),
                    Updating.class,
                    persist(List.of()),
                    send(alice.update(neutral)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            State above = scene.neutral(neutral);
            Updating second = expect(
                    hear(clearing, alice, bob.accept(neutral)),
                    Updating.class,
                    persist(List.of()),
                    send(alice.update(above)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            Open clear = expect(
                    hear(second, alice, bob.accept(above)),
                    Open.class,
                    persist(List.of(out(payment, Status.CANCELLED, 1))),
                    booked(out(payment, Status.CANCELLED, 1)));
            assertEquals(List.of(), clear.live().authorised());
            assertEquals(List.of(BigInteger.ZERO), ChannelSnapshot.of(clear).pendingOut());
        }

        @Test
        @Tag("threat-2")
        void aPaymentThatMetABusyPeerIsPaidAboveTheNeutralVersion() {
            Open waiting = expect(
                    hear(updating, alice, no(Reasons.BUSY)),
                    Open.class,
                    persist(List.of()),
                    later(Timer.TURN, scene.live(alice).turn()));
            assertEquals(List.of(payment), waiting.live().queue());
            ChannelState clearing =
                    step(waiting, alice, new Input.TimedOut(Timer.TURN)).next();
            State again = scene.paid(neutral, alice, 50);
            Updating next = expect(
                    hear(clearing, alice, bob.accept(neutral)),
                    Updating.class,
                    persist(List.of(out(payment, Status.PENDING, 2))),
                    send(notes(again, payment)),
                    send(alice.update(again)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()),
                    booked(out(payment, Status.PENDING, 2)));
            expect(
                    hear(next, alice, bob.accept(again)),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 2))),
                    booked(out(payment, Status.DONE, 2)));
        }

        /** It was tried twice, so two of our open signatures carry it. */
        @Test
        void whatWasDeclinedIsNotTriedAgainAfterARestart() {
            Authorised older = alice.authorised(neutral, payment).with(Afterwards.RETRY);
            Live twice = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(scene.paid(v0, bob, 1)))
                    .authorise(older);
            State second = scene.paid(twice.state(), alice, 50);
            Authorised again = alice.authorised(second, payment);
            Updating trying = new Updating(twice.authorise(again), again, 0);
            Open declined = assertInstanceOf(
                    Open.class,
                    hear(trying, alice, new UpdateMessage.Reject(v0.id(), 2, "no"))
                            .next());
            assertTrue(declined.live().authorised().stream().allMatch(a -> a.afterwards() == Afterwards.CANCEL));
        }

        @Test
        void aPeerThatRefusesEvenTheNeutralVersionIsLeftAloneLongerAndLonger() {
            ChannelState state = hear(updating, alice, no(Reasons.BUSY)).next();
            for (int round = 0; round < 12; round++) {
                state = step(state, alice, new Input.TimedOut(Timer.TURN)).next();
                state = expect(
                        hear(state, alice, no("some trouble")),
                        Open.class,
                        later(Timer.TURN, java.time.Duration.ofMillis(250L << Math.min(round, 8))));
            }
        }

        @Test
        void aClosingPeerTakesNothingMore() {
            Updating busy = scene.updating(alice, payment, payment(2, 5));
            Open next = expect(
                    hear(busy, alice, no(Reasons.CLOSING)),
                    Open.class,
                    persist(List.of()),
                    told(new Notice.PaymentDeclined(payment.id(), Reasons.CLOSING)),
                    told(new Notice.PaymentRefused(payment(2, 5).id(), Refusal.NOT_OPEN, Reasons.CLOSING)));
            assertEquals(List.of(), next.live().queue());
            assertEquals(Afterwards.CANCEL, next.live().authorised().getFirst().afterwards());
        }

        @Test
        void refusalsOfOtherVersionsChangeNothing() {
            expect(hear(updating, alice, new UpdateMessage.Reject(v0.id(), 2, "no")), Updating.class);
            expect(hear(updating, alice, new UpdateMessage.Reject(v0.id(), 0, "no")), Updating.class);
        }
    }

    @Nested
    class Crossing {
        @Test
        @Tag("threat-2")
        void thePeersUpdateIsRefusedAndNotSigned() {
            State other = scene.paid(v0, bob, 30);
            Updating next =
                    expect(hear(updating, alice, bob.update(other)), Updating.class, reject(other, Reasons.BUSY));
            assertEquals(updating.live().crossed(), next.live());
        }

        @Test
        void theSameStateFromBothSidesIsAgreement() {
            Open next = expect(
                    hear(updating, alice, bob.update(paid)),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    send(alice.accept(paid)),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(scene.complete(paid), next.live().current());
        }

        @Test
        void aPeerBehindHearsTheAnswerToTheCurrentVersion() {
            expect(hear(updating, alice, bob.update(v0)), Updating.class, send(alice.accept(v0)));
        }

        @Test
        void afterCrossingThePeerIsLetFirst() {
            Updating hot = new Updating(updating.live().crossed().enqueue(payment(2, 5)), updating.staged(), 0);
            Open next = expect(
                    hear(hot, alice, bob.accept(paid)),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    later(Timer.TURN, Live.YIELD),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(List.of(payment(2, 5)), next.live().queue());
        }
    }

    @Nested
    class Silent {
        @Test
        void resendsExactlyTheSameAndTellsWhoWaits() {
            Updating busy = scene.updating(alice, payment, payment(2, 5));
            Updating later = expect(
                    step(busy, alice, new Input.TimedOut(Timer.UPDATE)),
                    Updating.class,
                    send(notes(paid, payment)),
                    send(alice.update(paid)),
                    later(Timer.UPDATE, LIMITS.updateAnswer().multipliedBy(2)),
                    told(new Notice.PaymentUnanswered(payment.id())),
                    told(new Notice.PaymentRefused(
                            payment(2, 5).id(), Refusal.NO_ANSWER, "the other side does not answer at the moment")));
            assertEquals(List.of(), later.live().queue(), "nothing was signed for what only waited");
            Updating later2 = expect(
                    step(later, alice, new Input.TimedOut(Timer.UPDATE)),
                    Updating.class,
                    send(notes(paid, payment)),
                    send(alice.update(paid)),
                    send(new ChannelSync(4, scene.complete(v0))),
                    later(Timer.UPDATE, LIMITS.updateAnswer().multipliedBy(4)));
            expect(hear(later2, alice, new ChannelSync(3, scene.complete(v0))), Updating.class);
        }

        @Test
        void takesNoMorePaymentsButKnowsTheOneThatIsOut() {
            ChannelState later =
                    step(updating, alice, new Input.TimedOut(Timer.UPDATE)).next();
            expect(
                    step(later, alice, new Input.Pay(payment(2, 5))),
                    Updating.class,
                    told(new Notice.PaymentRefused(
                            payment(2, 5).id(), Refusal.NO_ANSWER, "the other side does not answer at the moment")));
            expect(step(later, alice, new Input.Pay(payment)), Updating.class);
        }

        @Test
        void whoWantsToCloseIsToldEachTime() {
            ChannelState wishing = step(updating, alice, new Input.Close()).next();
            for (int round = 0; round < 3; round++) {
                Transition later = step(wishing, alice, new Input.TimedOut(Timer.UPDATE));
                assertEquals(told(new Notice.CloseUnanswered()), later.effects().getLast());
                wishing = later.next();
            }
        }

        @Test
        void resendsOnANewConnectionAndAfterARestart() {
            Effect[] again = {
                send(alice.accept(v0)),
                send(notes(paid, payment)),
                send(alice.update(paid)),
                later(Timer.UPDATE, LIMITS.updateAnswer())
            };
            expect(step(updating, alice, new Input.Connected()), Updating.class, again);
            Updating tired = new Updating(updating.live(), updating.staged(), 3);
            assertEquals(
                    0,
                    expect(step(tired, alice, new Input.Restarted()), Updating.class, again)
                            .attempts());
        }

        @Test
        void otherAlarmsAndLostMessagesChangeNothing() {
            for (Timer timer : List.of(Timer.ANSWER, Timer.TURN, Timer.LEDGER)) {
                expect(step(updating, alice, new Input.TimedOut(timer)), Updating.class);
            }
            expect(step(updating, alice, new Input.Undelivered(alice.update(paid), "LOST")), Updating.class);
        }
    }

    @Nested
    class Others {
        @Test
        void paymentsWait() {
            Updating next = expect(step(updating, alice, new Input.Pay(payment(2, 5))), Updating.class);
            assertEquals(List.of(payment(2, 5)), next.live().queue());
            expect(step(next, alice, new Input.Pay(payment(2, 5))), Updating.class);
            expect(
                    step(next, alice, new Input.Pay(payment(3, 601))),
                    Updating.class,
                    told(new Notice.PaymentRefused(
                            payment(3, 1).id(), Refusal.INSUFFICIENT, "the amount is above the balance")));
        }

        @Test
        void notesAndRequestsAreHeard() {
            State next = scene.paid(paid, bob, 3);
            Updating noted = expect(hear(updating, alice, notes(next, payment(7, 3))), Updating.class);
            assertEquals(notes(next, payment(7, 3)), noted.live().notes());
            var request =
                    new Extension.PaymentRequest(payment(1, 1).id(), v0.id(), SimWorld.COIN, BigInteger.TEN, "tea", 99);
            expect(hear(updating, alice, request), Updating.class, told(new Notice.RequestReceived(request)));
        }

        /** The disk refused our answer once: it comes again behind what the peer says about its next update. */
        @Test
        void notesOfTheNextUpdateOutliveTheEndOfThisOne() {
            State next = scene.paid(paid, bob, 3);
            Updating noted = expect(hear(updating, alice, notes(next, payment(7, 3))), Updating.class);
            Open open = expect(
                    hear(noted, alice, bob.accept(paid)),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(notes(next, payment(7, 3)), open.live().notes());
            Updating old = expect(hear(updating, alice, notes(paid, payment(7, 3))), Updating.class);
            assertEquals(
                    null,
                    ((Open) hear(old, alice, bob.accept(paid)).next()).live().notes());
        }

        @Test
        void whatThePeerCompletedOnTheLedgerWithoutAWordIsDone() {
            Withdrawing next = expect(
                    Scene.see(updating, alice, Scene.concluded(1)),
                    Withdrawing.class,
                    persist(List.of(out(payment, Status.DONE, 1)), line("CONCLUDED", 1, "block=88")),
                    new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0)),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(paid, next.last().state());
        }

        @Test
        void whatWasConcludedBelowItTakesItBack() {
            expect(
                    Scene.see(updating, alice, Scene.concluded(0)),
                    Withdrawing.class,
                    persist(List.of(out(payment, Status.CANCELLED, 1)), line("CONCLUDED", 0, "block=88")),
                    new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0)),
                    booked(out(payment, Status.CANCELLED, 1)));
        }

        @Test
        void whereTheVersionAloneDoesNotSayWhichTheLineStaysPending() {
            Live both = updating.live().authorise(alice.authorised(neutral));
            Updating clearing = new Updating(both, alice.authorised(neutral), 0);
            Transition step = Scene.see(clearing, alice, Scene.concluded(1));
            assertEquals(
                    persist(List.of(), line("CONCLUDED", 1, "block=88")),
                    step.effects().getFirst());
            assertTrue(step.effects().stream().noneMatch(Effect.Notify.class::isInstance));
        }
    }
}
