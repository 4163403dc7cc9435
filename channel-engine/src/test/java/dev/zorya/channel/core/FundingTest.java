package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.booked;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.holdings;
import static dev.zorya.channel.core.Scene.in;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.see;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FundingTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final Effect deposit = new Effect.Submit(new Intent.Deposit(
            scene.terms().id(), scene.terms().params(), 0, SimWorld.COIN, 0, BigInteger.valueOf(600)));

    @Test
    void opensWhenEveryDepositIsThere() {
        Open open = expect(
                see(scene.funding(alice), alice, holdings(600, 400)),
                Open.class,
                persist(line("OPENED", 0, "block=77")));
        assertEquals(scene.open(alice), open);
        expect(
                see(scene.funding(alice), alice, holdings(700, 400)),
                Open.class,
                persist(line("OPENED", 0, "block=77")));
    }

    @Test
    @Tag("threat-22")
    void oneSidesSurplusDoesNotHideTheOthersMissingDeposit() {
        for (var held : List.of(holdings(0, 0), holdings(1000, 0), holdings(600, 399), holdings(599, 5000))) {
            Funding same = expect(see(scene.funding(alice), alice, held), Funding.class);
            assertEquals(held.deposited(), same.deposited());
        }
    }

    /** Whoever has paid in nothing gets nothing signed, whatever it asks for and however often. */
    @Test
    @Tag("threat-19")
    void aPeerThatPaysInNothingGetsNoUpdateSigned() {
        ChannelState waiting = scene.funding(alice);
        State gift = scene.paid(scene.initial(), bob, 30);
        State taking = scene.paid(scene.initial(), alice, 30);
        State last = scene.last(scene.initial());
        for (State wanted : List.of(gift, taking, last, gift)) {
            waiting = expect(hear(waiting, alice, bob.update(wanted)), Funding.class);
            waiting = expect(see(waiting, alice, holdings(600, 0)), Funding.class);
            waiting = expect(see(waiting, alice, holdings(600, 399)), Funding.class);
        }
        assertEquals(scene.complete(scene.initial()), ((Funding) waiting).initial());
    }

    @Test
    void submitsTheSameDepositAfterARestart() {
        expect(
                step(scene.funding(alice), alice, new Input.Restarted()),
                Funding.class,
                deposit,
                send(alice.accept(scene.initial())));
    }

    @Test
    void repeatsItsSignatureOnANewConnection() {
        expect(
                step(scene.funding(alice), alice, new Input.Connected()),
                Funding.class,
                send(alice.accept(scene.initial())));
    }

    @Test
    void anEarlyPaymentIsTakenWithItsNotesOnceTheChannelOpens() {
        State paid = scene.paid(scene.initial(), bob, 30);
        Payment payment = Scene.payment(1, 30);
        ChannelState waiting =
                hear(scene.funding(alice), alice, Scene.notes(paid, payment)).next();
        waiting = expect(hear(waiting, alice, bob.update(paid)), Funding.class);
        Open open = expect(
                see(waiting, alice, holdings(600, 400)),
                Open.class,
                // one commit: the book must not lose its line between two
                persist(List.of(in(payment, 1)), line("OPENED", 0, "block=77")),
                send(alice.accept(paid)),
                booked(in(payment, 1)));
        assertEquals(scene.complete(paid), open.live().current());
    }

    @Test
    void anEarlyUpdateThatNeedsConsentIsAskedAboutOnceTheChannelOpens() {
        State taking = scene.paid(scene.initial(), alice, 30);
        ChannelState waiting =
                hear(scene.funding(alice), alice, bob.update(taking)).next();
        expect(
                see(waiting, alice, holdings(600, 400)),
                Deciding.class,
                persist(line("OPENED", 0, "block=77")),
                new Effect.Ask(new Question.Update(bob.env().wire(), taking.id(), scene.initial(), taking, 0)),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
    }

    @Test
    void aConcludedChannelIsPaidOut() {
        expect(
                see(scene.funding(alice), alice, Scene.concluded(0)),
                Withdrawing.class,
                persist(line("CONCLUDED", 0, "block=88")),
                new Effect.Submit(
                        new Intent.Withdraw(scene.terms().id(), scene.terms().params(), 0, SimWorld.COIN, 0)));
    }

    @Test
    void ownTransactionsAreWrittenDownForPeople() {
        var mined = new dev.zorya.channel.port.LedgerEvent.Mined(
                "deposit/x/0", dev.zorya.channel.value.Bytes.of((byte) 0xab), 5, 21, BigInteger.TEN);
        expect(
                see(scene.funding(alice), alice, mined),
                Funding.class,
                persist(line("MINED", 0, "intent=deposit/x/0 transaction=0xab block=5 gas=21 fee=10")));
        var stuck = new dev.zorya.channel.port.LedgerEvent.Stuck(
                "deposit/x/0", dev.zorya.channel.port.LedgerException.Reason.NOT_ENOUGH_FUNDS, "too poor");
        expect(
                see(scene.funding(alice), alice, stuck),
                Funding.class,
                persist(line("STUCK", 0, "intent=deposit/x/0 reason=NOT_ENOUGH_FUNDS too poor")));
    }
}
