package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** What a world must come to once nothing goes wrong any more (DESIGN.md 10). */
final class Ending {
    private final World world;

    Ending(World world) {
        this.world = world;
    }

    void fair() {
        world.clearUp();
        world.pairs.forEach(this::brokenOff);
        world.settle();
        for (Pair pair : world.pairs) {
            if (pair.villain().isPresent()) {
                pair.honest().forEach(this::honest);
            } else {
                together(pair);
            }
        }
    }

    /** Where moves before the judge are part of the weather, a game that nobody closes is brought there. */
    private void brokenOff(Pair pair) {
        if (world.weather.disputes()
                && pair.game
                && world.isKeen()
                && pair.both(Status.OPEN)
                && pair.villain().isEmpty()) {
            Party first = pair.parties.getFirst();
            world.trace.part("the game goes on before the judge");
            pair.drain(first);
            pair.order(first, new Input.CloseAlone());
        }
    }

    /** Both are honest: everything completes or has failed with a reason, both books agree, both get their money out. */
    private void together(Pair pair) {
        // who was told no asks again
        pair.parties.stream().filter(p -> p.is(Status.FINALISING)).forEach(p -> pair.order(p, new Input.Close()));
        world.settle();
        if (pair.game && pair.both(Status.FINALISING)) {
            // a last move crossed the wish to close: each has signed an end and can sign no other (THREATS.md 13)
            pair.order(pair.parties.getFirst(), new Input.CloseAlone());
            world.settle();
        }
        long open = pair.parties.stream().filter(p -> p.is(Status.OPEN)).count();
        if (open < 2 && pair.parties.stream().noneMatch(Party::isClosing)) {
            neverBegan(pair);
            return;
        }
        if (pair.parties.stream().anyMatch(Party::isBeforeTheJudge) && !pair.both(Status.WITHDRAWN)) {
            begunByOne(pair);
            return;
        }
        atRest(pair);
        if (open == 2) {
            world.trace.part("close");
            pair.order(pair.parties.get((int) (world.now().getEpochSecond() % 2)), new Input.Close());
            world.settle();
        }
        for (Party party : pair.parties) {
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
    private void begunByOne(Pair pair) {
        unless(world.weather.early(), "both hear of a dispute");
        for (Party party : pair.parties) {
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
    private void neverBegan(Pair pair) {
        unless(world.weather.early(), "a channel that was open is not lost");
        for (Party party : pair.parties) {
            unless(party.book.isSettled(), "nothing is in doubt without a channel");
            unless(
                    party.state() == null || party.view().version() == 0,
                    "nothing is signed in a channel that never began");
        }
    }

    private void atRest(Pair pair) {
        Party alice = pair.parties.getFirst();
        Party bob = pair.parties.getLast();
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
        for (Party payer : pair.parties) {
            unless(payer.book.isSettled(), "nothing of " + payer.name + " is in doubt at rest");
            unless(payer.view().queued() == 0, "nothing of " + payer.name + " waits at rest");
            // a note that was lost alone cannot explain its update; moves that the judge took are one line from where
            // each stood
            unless(
                    world.weather.unordered()
                            || (pair.game && world.chain.progressed() > 0)
                            || payer.book
                                    .moved(Direction.OUT)
                                    .equals(pair.other(payer).book.moved(Direction.IN)),
                    "the books of " + payer.name + " and its peer agree");
        }
    }

    /** The peer cheats, and in the end it is gone: whatever it did, it does not get what was not meant for it. */
    private void honest(Party party) {
        Pair pair = party.pair;
        unless(party.isFree(), party.name + " is not stuck in a step");
        if (party.state() == null || party.state().phase().compareTo(Phase.FUNDING) < 0) {
            return;
        }
        world.trace.part("alone");
        boolean left = !party.isClosing() && pair.dispute().isEmpty();
        pair.order(party, new Input.CloseAlone());
        world.settle();
        judged(party);
        if (left && pair.game && world.isKeen()) {
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
        party.pair.rules.stands(last, world.chain.path(last));
        party.pair.rules.concluded(party, there.get());
        unless(
                party.view().allocation().balances().equals(last.balances()),
                party,
                "the wallet shows what was concluded");
        unless(party.book.isSettled(), party, "nothing is in doubt when the ledger has spoken");
        paidOut(
                party,
                last.balances().rows().stream().map(row -> row.get(party.index)).toList());
    }

    private void paidOut(Party party, List<BigInteger> expected) {
        unless(party.is(Status.WITHDRAWN), party.name + " has the money");
        Pair pair = party.pair;
        ChannelId channel = party.channelId().orElseThrow();
        for (int index = 0; index < expected.size(); index++) {
            Asset asset = pair.initial.assets().get(index);
            BigInteger deposited = pair.initial.balances().of(index, party.index);
            BigInteger gained = party.purse.gained(channel, asset);
            boolean gifts = pair.villain().isPresent();
            BigInteger paidIn = world.chain.paidIn(channel, asset);
            if (paidIn.compareTo(pair.initial.sums().get(index)) < 0) {
                // nothing can be won of somebody who never paid in, not by the best of moves either
                unless(
                        gained.signum() == 0 || (gifts && gained.signum() > 0),
                        party.name + " gets back what it has paid in");
                continue;
            }
            int more = gained.compareTo(expected.get(index).subtract(deposited));
            unless(more == 0 || (gifts && more > 0), party.name + " is paid the last balance");
            BigInteger left = world.chain.held(asset, channel, party.purse.self());
            unless(gifts || left.signum() == 0, "nothing of " + party.name + " stays behind");
        }
    }
}
