package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the phases of a funded channel share.
 *
 * @param current newest fully signed state
 * @param authorised states with our signature alone that the peer could still enforce, oldest first (safety rule 2)
 * @param queue orders that wait for their turn; not durable unless they stand in {@code authorised} already
 * @param wish what the person wants of the channel
 * @param heat versions to go in which we let the peer go first after each of ours, because updates crossed (rule 3)
 * @param refusals how often in a row the peer refused even a neutral version
 * @param notes what the peer said about the update that comes next
 * @param syncAnswered when we last answered a sync (OFFCHAIN.md 7.7: never in a circle)
 */
record Live(
        Dossier dossier,
        Terms terms,
        Transaction current,
        List<Authorised> authorised,
        List<Order> queue,
        Wish wish,
        int heat,
        int refusals,
        Extension.@Nullable PaymentNotes notes,
        Instant syncAnswered) {
    private static final int HEAT = 32;
    private static final Duration FIRST = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofMillis(25);
    static final Duration YIELD = Duration.ofMillis(3);
    /** Even the neutral version was refused: the peer is busy with something longer. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final int MAX_DOUBLINGS = 8;

    enum Wish {
        STAY_OPEN,
        CLOSE
    }

    Live {
        authorised = List.copyOf(authorised);
        queue = List.copyOf(queue);
    }

    static Live fresh(Dossier dossier, Terms terms, Transaction current) {
        return new Live(dossier, terms, current, List.of(), List.of(), Wish.STAY_OPEN, 0, 0, null, Instant.EPOCH);
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
                        || (!a.state().isFinal()
                                && (a.version() != candidate.version()
                                        || isNeutral(candidate)
                                        || isWonBy(candidate, a.state()))));
    }

    /**
     * The peer's end of a game, beside a version of ours in which nothing changes: should the peer register that one, the end
     * is concluded over it at once. Inside another channel an end wins over nothing (ONCHAIN.md 5).
     */
    private boolean isWonBy(State end, State ours) {
        return end.isFinal() && isNeutral(ours) && !dossier.isSub();
    }

    boolean isNeutral(State candidate) {
        return StateRules.isNeutral(state(), candidate);
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
        // the explanation of the next one may be here already: an input that the disk refused comes again later
        boolean early = notes != null && Long.compareUnsigned(notes.version(), state.version()) > 0;
        return new Live(
                dossier,
                terms,
                complete,
                left,
                queue,
                wish,
                Math.max(0, heat - 1),
                0,
                early ? notes : null,
                syncAnswered);
    }

    /** {@code end} is fully signed, but the judge may choose something else: what is in doubt stays in doubt. */
    Live ended(Transaction end) {
        List<Authorised> doubtful =
                authorised.stream().filter(a -> !a.state().equals(end.state())).toList();
        return new Live(dossier, terms, end, doubtful, queue, wish, heat, refusals, notes, syncAnswered);
    }

    Live with(List<Authorised> changed, List<Order> orders) {
        return new Live(dossier, terms, current, changed, orders, wish, heat, refusals, notes, syncAnswered);
    }

    Live enqueue(Order order) {
        List<Order> longer = new ArrayList<>(queue);
        longer.add(order);
        return with(authorised, longer);
    }

    Live withWish(Wish changed) {
        return new Live(dossier, terms, current, authorised, queue, changed, heat, refusals, notes, syncAnswered);
    }

    Live crossed() {
        return new Live(dossier, terms, current, authorised, queue, wish, HEAT, refusals, notes, syncAnswered);
    }

    Live refused() {
        return new Live(dossier, terms, current, authorised, queue, wish, heat, refusals + 1, notes, syncAnswered);
    }

    Live withNotes(Extension.PaymentNotes said) {
        return new Live(dossier, terms, current, authorised, queue, wish, heat, refusals, said, syncAnswered);
    }

    /** Only for something that can be paid here. */
    Transition heard(ChannelState same, Extension.PaymentRequest request) {
        return state().allocation().assets().contains(request.asset())
                ? Transition.to(same)
                        .notify(new Notice.RequestReceived(request))
                        .done()
                : Transition.stay(same);
    }

    /** These orders are taken care of. */
    Live without(List<? extends Order> orders) {
        Set<Bytes> ids = new HashSet<>();
        orders.forEach(o -> ids.add(o.id()));
        return with(
                authorised, queue.stream().filter(p -> !ids.contains(p.id())).toList());
    }

    /** Without the orders that only wait: nothing was signed for them. */
    Live withoutUnsigned() {
        return with(authorised, queue.stream().filter(this::isSigned).toList());
    }

    /** It stands in a state that left our hands. */
    boolean isSigned(Order order) {
        return authorised.stream().anyMatch(a -> a.orders().contains(order));
    }

    Live withSyncAnswered(Instant now) {
        return new Live(dossier, terms, current, authorised, queue, wish, heat, refusals, notes, now);
    }

    /** After crossing updates both wait, differently; who goes first alternates with the version. */
    Duration turn() {
        return nextVersion() % 2 == own() ? FIRST : SECOND;
    }

    /** How long a peer is left alone that refuses even a neutral version; longer each time. */
    Duration patience() {
        return PATIENCE.multipliedBy(1L << Math.min(refusals, MAX_DOUBLINGS));
    }

    /** There is something to do that only waits for its turn. */
    boolean isWaiting() {
        return !authorised.isEmpty() || !queue.isEmpty() || wish == Wish.CLOSE;
    }

    /** What the peer's signature completes: any state for the next version that left our hands, however late (rule 2). */
    Optional<Authorised> completedBy(Env env, long version, Signature peer) {
        return version == nextVersion()
                ? authorised.stream()
                        .filter(a -> a.version() == version && peerSigned(env, a.digest(), peer))
                        .findFirst()
                : Optional.empty();
    }

    /** An answer that got lost may come inside a sync (OFFCHAIN.md 7.7). */
    Optional<Signature> answerIn(ChannelSync sync) {
        return sync.transaction()
                .filter(tx -> tx.state().version() == nextVersion())
                .map(tx -> tx.signatures().get(dossier.peerIndex()));
    }

    /** A state with the signatures that we have for it; none if only the ledger has seen any. */
    Transaction asSigned(State state) {
        if (state.equals(state())) {
            return current;
        }
        return authorised.stream()
                .filter(a -> a.state().equals(state))
                .findFirst()
                .map(a -> Transaction.unsigned(state).with(own(), a.own()))
                .orElseGet(() -> Transaction.unsigned(state));
    }

    Authorised sign(Env env, State state, List<? extends Order> orders) {
        Bytes digest = env.scheme().digest(state);
        Signature own = env.signer().sign(digest);
        return new Authorised(state, digest, own, List.copyOf(orders), Authorised.Afterwards.RETRY);
    }

    /** The peer did not get our answer to the current version: the same answer again, nothing new is signed. */
    Effect answerAgain() {
        return new Effect.Send(new UpdateMessage.Accept(
                state().id(), state().version(), current.ordered().get(own())));
    }

    /**
     * The peer proposes for the version that we hold as current: our answer to it got lost. It hears the answer again, and that
     * nothing else can stand there.
     */
    Optional<List<Effect>> behind(UpdateMessage.Update update) {
        if (update.version() != state().version()) {
            return Optional.empty();
        }
        List<Effect> effects = new ArrayList<>(List.of(answerAgain()));
        if (!update.state().equals(state())) {
            effects.add(new Effect.Send(new UpdateMessage.Reject(
                    update.channelId(), update.version(), "another state of this version is signed")));
        }
        return Optional.of(effects);
    }

    /** A peer that still waits for our signature of version 0 got neither it nor anything later. */
    List<Effect> opening() {
        return state().version() == 0 ? List.of(answerAgain()) : List.of();
    }

    boolean peerSigned(Env env, Bytes digest, Signature signature) {
        return env.scheme().verify(digest, signature, terms.part(dossier.peerIndex()));
    }
}
