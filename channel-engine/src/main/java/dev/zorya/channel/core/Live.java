package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the phases of a funded channel share.
 *
 * @param current newest fully signed state
 * @param authorised states with our signature alone that the peer could still enforce, oldest first (safety rule 2)
 * @param queue payments that wait for their turn; not durable unless they stand in {@code authorised} already
 * @param wish what the person wants of the channel
 * @param heat versions to go in which we let the peer go first after each of ours, because updates crossed (rule 3)
 * @param notes what the peer said about the update that comes next
 * @param syncAnswered when we last answered a sync (OFFCHAIN.md 7.7: never in a circle)
 */
record Live(
        Dossier dossier,
        Terms terms,
        Transaction current,
        List<Authorised> authorised,
        List<Payment> queue,
        Wish wish,
        int heat,
        Extension.@Nullable PaymentNotes notes,
        Instant syncAnswered) {
    private static final int HEAT = 32;
    private static final Duration FIRST = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofMillis(25);
    static final Duration YIELD = Duration.ofMillis(3);

    enum Wish {
        STAY_OPEN,
        CLOSE
    }

    Live {
        authorised = List.copyOf(authorised);
        queue = List.copyOf(queue);
    }

    static Live fresh(Dossier dossier, Terms terms, Transaction current) {
        return new Live(dossier, terms, current, List.of(), List.of(), Wish.STAY_OPEN, 0, null, Instant.EPOCH);
    }

    State state() {
        return current.state();
    }

    int own() {
        return dossier.ownIndex();
    }

    long nextVersion() {
        return state().version() + 1;
    }

    /** The peer can still complete something of ours for the next version, so we may sign only the neutral one there. */
    boolean isBlocked() {
        return authorised.stream().anyMatch(a -> a.version() == nextVersion());
    }

    /**
     * Safety rule 2: for a version signed already only the identical state or the neutral one; and beside a final state of
     * ours nothing else ever, because the contracts let a final state win over any version (ONCHAIN.md 5).
     */
    boolean maySign(State candidate) {
        return authorised.stream()
                .allMatch(a -> a.state().equals(candidate)
                        || (!a.state().isFinal() && (a.version() != candidate.version() || isNeutral(candidate))));
    }

    boolean isNeutral(State candidate) {
        return candidate.allocation().equals(state().allocation())
                && candidate.data().equals(state().data());
    }

    Live authorise(Authorised more) {
        List<Authorised> all = new ArrayList<>(authorised);
        all.removeIf(a -> a.state().equals(more.state()));
        all.add(more);
        return with(all, queue);
    }

    /** {@code complete} is fully signed: what lies below it cannot be enforced any more. */
    Live advance(Transaction complete) {
        State state = complete.state();
        List<Authorised> left = state.isFinal()
                ? List.of()
                : authorised.stream()
                        .filter(a -> Long.compareUnsigned(a.version(), state.version()) >= 0
                                && !a.state().equals(state))
                        .toList();
        return new Live(dossier, terms, complete, left, queue, wish, Math.max(0, heat - 1), null, syncAnswered);
    }

    Live with(List<Authorised> changed, List<Payment> payments) {
        return new Live(dossier, terms, current, changed, payments, wish, heat, notes, syncAnswered);
    }

    Live enqueue(Payment payment) {
        List<Payment> longer = new ArrayList<>(queue);
        longer.add(payment);
        return with(authorised, longer);
    }

    Live withWish(Wish changed) {
        return new Live(dossier, terms, current, authorised, queue, changed, heat, notes, syncAnswered);
    }

    Live crossed() {
        return new Live(dossier, terms, current, authorised, queue, wish, HEAT, notes, syncAnswered);
    }

    Live withNotes(Extension.PaymentNotes said) {
        return new Live(dossier, terms, current, authorised, queue, wish, heat, said, syncAnswered);
    }

    Live withSyncAnswered(Instant now) {
        return new Live(dossier, terms, current, authorised, queue, wish, heat, notes, now);
    }

    /** After crossing updates both wait, differently; who goes first alternates with the version. */
    Duration turn() {
        return nextVersion() % 2 == own() ? FIRST : SECOND;
    }

    Authorised sign(Env env, State state, List<Payment> payments) {
        Bytes digest = env.scheme().digest(state);
        Signature own = env.signer().sign(digest);
        return new Authorised(state, digest, own, payments, Authorised.Afterwards.RETRY);
    }

    /** The peer did not get our answer to the current version: the same answer again, nothing new is signed. */
    Effect answerAgain() {
        return new Effect.Send(new UpdateMessage.Accept(
                state().id(), state().version(), current.ordered().get(own())));
    }

    /** Which of our open signatures this answer completes: also an older one for the same version, if it comes late. */
    Optional<Authorised> answered(Env env, UpdateMessage.Accept accept) {
        return authorised.stream()
                .filter(a -> a.version() == accept.version() && a.version() == nextVersion())
                .filter(a -> peerSigned(env, a.digest(), accept.signature()))
                .findFirst();
    }

    boolean peerSigned(Env env, Bytes digest, Signature signature) {
        return env.scheme().verify(digest, signature, terms.part(dossier.peerIndex()));
    }
}
