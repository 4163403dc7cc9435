package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** What a world must come to once nothing goes wrong any more (DESIGN.md 10). */
final class Ending {
    /** With a villain an honest party may wait and ask again for ever. */
    private static final int ALARMS = 40;

    private final World world;

    Ending(World world) {
        this.world = world;
    }

    void fair() {
        if (world.weather.villain().isPresent()) {
            world.clearUp();
            world.settle(ALARMS);
            honest();
        } else {
            together();
        }
    }

    /** Both are honest: everything completes or has failed with a reason, both books agree, both get their money out. */
    private void together() {
        world.clearUp();
        if (world.weather.disputes() && world.weather.play() == Weather.Play.KEEN && world.both(Status.OPEN)) {
            world.trace.part("the game goes on before the judge");
            world.drain(world.parties.getFirst());
            world.order(world.parties.getFirst(), new Input.CloseAlone());
        }
        world.settle();
        // who was told no asks again
        world.parties.stream().filter(p -> p.is(Status.FINALISING)).forEach(p -> world.order(p, new Input.Close()));
        world.settle();
        if (world.weather.isGame() && world.both(Status.FINALISING)) {
            // a last move crossed the wish to close: each has signed an end and can sign no other (THREATS.md 13)
            world.order(world.parties.getFirst(), new Input.CloseAlone());
            world.settle();
        }
        long open = world.parties.stream().filter(p -> p.is(Status.OPEN)).count();
        if (open < 2 && world.parties.stream().noneMatch(Party::isClosing)) {
            neverBegan();
            return;
        }
        if (world.parties.stream().anyMatch(Party::isBeforeTheJudge) && !world.both(Status.WITHDRAWN)) {
            begunByOne();
            return;
        }
        atRest();
        if (open == 2) {
            world.trace.part("close");
            world.order(world.parties.get((int) (world.now().getEpochSecond() % 2)), new Input.Close());
            world.settle();
        }
        for (Party party : world.parties) {
            paidOut(
                    party,
                    party.view().allocation().balances().rows().stream()
                            .map(row -> row.get(party.index))
                            .toList());
            unless(party.book.isSettled(), "nothing of " + party.name + " is in doubt at the end");
            unless(
                    world.weather.crashes()
                            || world.weather.disputes()
                            || party.orders.unanswered().isEmpty(),
                    party.name + " hears of each payment what became of it");
        }
    }

    /** One of them has paid in and takes it back; for the other it never became a channel. */
    private void begunByOne() {
        unless(world.weather.early(), "both hear of a dispute");
        for (Party party : world.parties) {
            if (party.isBeforeTheJudge()) {
                judged(party);
            } else {
                unless(
                        party.state() == null || party.view().version() == 0,
                        "nothing is signed in a channel that never began");
            }
        }
    }

    /** It never became a channel for at least one of them: nothing was exchanged. */
    private void neverBegan() {
        unless(world.weather.early(), "a channel that was open is not lost");
        for (Party party : world.parties) {
            unless(party.book.isSettled(), "nothing is in doubt without a channel");
            unless(
                    party.state() == null || party.view().version() == 0,
                    "nothing is signed in a channel that never began");
        }
    }

    private void atRest() {
        Party alice = world.parties.getFirst();
        Party bob = world.parties.getLast();
        ChannelSnapshot one = alice.view();
        ChannelSnapshot other = bob.view();
        unless(
                one.status() == other.status(),
                "both come to rest in one phase: " + one.status() + ", " + other.status());
        unless(
                one.current() != null
                        && other.current() != null
                        && one.current().state().equals(other.current().state()),
                "both hold the same state: v" + one.version() + ", v" + other.version());
        for (Party payer : world.parties) {
            unless(payer.book.isSettled(), "nothing of " + payer.name + " is in doubt at rest");
            unless(payer.view().queued() == 0, "nothing of " + payer.name + " waits at rest");
            // a note that was lost alone cannot explain its update; moves that the judge took are one line from where
            // each stood
            unless(
                    world.weather.unordered()
                            || world.chain.progressed() > 0
                            || payer.book
                                    .moved(Direction.OUT)
                                    .equals(world.other(payer).book.moved(Direction.IN)),
                    "the books of " + payer.name + " and its peer agree");
        }
    }

    /** The peer cheats, and in the end it is gone: whatever it did, it does not get what was not meant for it. */
    private void honest() {
        Party party = world.parties.get(1 - world.weather.villain().orElseThrow());
        unless(party.isFree(), party.name + " is not stuck in a step");
        if (party.state() == null || party.state().phase().compareTo(Phase.FUNDING) < 0) {
            return;
        }
        world.trace.part("alone");
        boolean left = !party.isClosing() && world.chain.dispute().isEmpty();
        world.order(party, new Input.CloseAlone());
        world.settle(ALARMS);
        judged(party);
        if (left && world.weather.play() == Weather.Play.KEEN) {
            State last = Objects.requireNonNull(party.view().current()).state();
            unless(
                    !Game.isTurn(last, party.index),
                    party,
                    "whoever is left alone with a game plays it on before the judge");
        }
    }

    /** The ledger has decided: at least what both had signed last, or what was authorised after it. */
    private void judged(Party party) {
        var there = world.chain.concluded(Objects.requireNonNull(party.view().id()));
        unless(there.isPresent(), party, "rule 8: the guard sees a dispute through by itself");
        State last = world.scheme.hashed(there.get().stateHash());
        world.rules.stands(last, world.chain.path(last));
        world.rules.concluded(party, there.get());
        paidOut(
                party,
                last.balances().rows().stream().map(row -> row.get(party.index)).toList());
    }

    private void paidOut(Party party, List<BigInteger> expected) {
        unless(party.is(Status.WITHDRAWN), party.name + " has the money");
        List<Asset> assets = world.initial.assets();
        for (int index = 0; index < assets.size(); index++) {
            Asset asset = assets.get(index);
            BigInteger deposited = world.initial.balances().of(index, party.index);
            int more = party.purse
                    .money(asset)
                    .compareTo(World.PURSE.subtract(deposited).add(expected.get(index)));
            boolean gifts = world.weather.villain().isPresent();
            unless(more == 0 || (gifts && more > 0), party.name + " is paid the last balance");
            BigInteger left =
                    world.chain.held(asset, Objects.requireNonNull(party.view().id()), party.purse.self());
            unless(gifts || left.signum() == 0, "nothing of " + party.name + " stays behind");
        }
    }
}
