package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Alice and Bob in a world, for the tests of this package. */
final class Pair implements AutoCloseable {
    static final BigInteger PURSE = BigInteger.valueOf(1_000_000_000);

    final SimWorld world;
    final SimParty alice;
    final SimParty bob;

    Pair() {
        this(new SimWorld());
    }

    Pair(Limits limits) {
        this(new SimWorld(limits));
    }

    private Pair(SimWorld world) {
        this.world = world;
        this.alice = world.party("alice");
        this.bob = world.party("bob");
    }

    /** A channel that both see open. */
    ProposalId opened(long mine, long theirs) {
        ProposalId key = Await.done(alice.engine().propose(alice.order(bob, mine, theirs)))
                .key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        return key;
    }

    /** Waits until both hold the same fully signed state and nothing is under way, and gives its version. */
    long agreed(ProposalId key) {
        Await.that(() -> isResting(alice, key) && isResting(bob, key) && isSame(key), "both agree");
        return snapshot(alice, key).version();
    }

    private static boolean isResting(SimParty party, ProposalId key) {
        ChannelSnapshot now = snapshot(party, key);
        return now.status() == Status.OPEN
                && now.queued() == 0
                && now.pendingOut().stream().allMatch(amount -> amount.signum() == 0);
    }

    private boolean isSame(ProposalId key) {
        return Objects.equals(snapshot(alice, key).current(), snapshot(bob, key).current());
    }

    /** Closes and waits for the money. */
    void settled(ProposalId key) {
        Await.done(alice.engine().close(key));
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
    }

    static ChannelSnapshot snapshot(SimParty party, ProposalId key) {
        return party.engine().channel(key).orElseThrow();
    }

    static BigInteger balance(SimParty party, ProposalId key) {
        ChannelSnapshot now = snapshot(party, key);
        return now.allocation().balances().of(0, now.ownIndex());
    }

    /** What really moved, by the id of the payment. */
    static Map<Bytes, BigInteger> moved(SimParty party, ProposalId key, BookEntry.Direction direction) {
        return party.book(key).stream()
                .filter(e -> e.direction() == direction && e.status() == BookEntry.Status.DONE)
                .collect(Collectors.toMap(BookEntry::id, BookEntry::amount));
    }

    @Override
    public void close() {
        world.close();
    }
}
