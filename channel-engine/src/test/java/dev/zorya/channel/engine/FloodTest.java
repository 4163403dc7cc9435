package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Capabilities;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More proposals than anybody could answer (safety rule 5). */
@Tag("threat-20")
class FloodTest {
    private static final int FLOOD = 10_000;

    /** What Proposals lets wait. */
    private static final int PLACES = 64;

    private static final int PLACES_OF_ONE = 4;

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ChannelProposal.Ledger proposal(WireIdentity from, SimParty to, int number) {
        Bytes random = Hashes.sha3(("proposal " + number).getBytes(StandardCharsets.UTF_8));
        var initial = to.order(to, 1, 1).initial();
        ProposalBase base = new ProposalBase(
                new ProposalId(random),
                3600,
                random,
                App.NONE,
                Bytes.EMPTY,
                initial,
                initial.balances(),
                Capabilities.aux());
        return new ChannelProposal.Ledger(
                base, Participant.ethereum(random.slice(0, 20)), List.of(from, to.identity()));
    }

    private static long waiting(SimParty party) {
        return party.engine().channels().stream()
                .filter(channel -> channel.status() == Status.PROPOSAL_RECEIVED)
                .count();
    }

    @Test
    void tenThousandStrangersTakeFewPlacesAndNobodysMoney() {
        try (Pair pair = new Pair()) {
            ProposalId key = pair.opened(500, 500);
            pair.bob.policy(question -> new CompletableFuture<>());
            for (int number = 0; number < FLOOD; number++) {
                WireIdentity stranger = WireIdentity.single(bytes("did:sim:stranger " + number));
                pair.world.network().inject(stranger, pair.bob.identity(), proposal(stranger, pair.bob, number));
            }
            pair.world.network().flush();
            Await.that(() -> waiting(pair.bob) == PLACES, "the places are taken");
            assertTrue(waiting(pair.bob) <= PLACES, "waiting: " + waiting(pair.bob));
            BookEntry paid = Await.done(pair.alice.engine().pay(key, pair.alice.payment(7, "as always")));
            assertEquals(BookEntry.Status.DONE, paid.status());
            assertEquals(1, pair.agreed(key));
        }
    }

    /** Mallory floods with one name and cheats with the other: the judge is not a message among many. */
    @Test
    @Tag("threat-33")
    void theWatcherAnswersInTheMiddleOfAFlood() throws LedgerException {
        try (Pair pair = new Pair()) {
            ProposalId key = pair.opened(500, 500);
            Transaction old =
                    Objects.requireNonNull(Pair.snapshot(pair.alice, key).current());
            var params = Objects.requireNonNull(Pair.snapshot(pair.alice, key).params());
            Await.done(pair.alice.engine().pay(key, pair.alice.payment(7, "newer")));
            pair.agreed(key);
            pair.alice.crash();
            pair.bob.policy(question -> new CompletableFuture<>());
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            Thread flood = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    int number = sent.getAndIncrement();
                    WireIdentity stranger = WireIdentity.single(bytes("did:sim:stranger " + number));
                    pair.world.network().inject(stranger, pair.bob.identity(), proposal(stranger, pair.bob, number));
                }
            });
            try {
                Await.that(() -> sent.get() > 500 && waiting(pair.bob) == PLACES, "it has begun");
                pair.alice.account().submit(new Intent.Register(new SignedState(params, old), List.of()));
                int before = sent.get();
                Await.that(() -> pair.world.ledger().dispute(old.state().id()).version() == 1, "Bob answers");
                Await.that(() -> sent.get() > before, "while it went on");
            } finally {
                enough.set(true);
                join(flood);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFloodOfOneContactLeavesPlacesToTheOthers() {
        try (Pair pair = new Pair()) {
            pair.bob.policy(question -> new CompletableFuture<>());
            for (int number = 0; number < 1000; number++) {
                pair.world
                        .network()
                        .inject(
                                pair.alice.identity(),
                                pair.bob.identity(),
                                proposal(pair.alice.identity(), pair.bob, number));
            }
            pair.world.network().flush();
            Await.that(() -> waiting(pair.bob) >= 4, "her places are taken");
            assertTrue(waiting(pair.bob) <= PLACES_OF_ONE, "waiting: " + waiting(pair.bob));
            pair.bob.policy(question -> CompletableFuture.completedFuture(new Decision.Accept()));
            SimParty carol = pair.world.party("carol");
            ProposalId key = Await.done(carol.engine().propose(carol.order(pair.bob, 5, 5)))
                    .key();
            Await.status(pair.bob, key, Status.OPEN);
        }
    }
}
