package dev.zorya.channel.core;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a tree can put before the judge: for each channel the best state that we can prove (safety rule 8). */
final class Evidence {
    private Evidence() {}

    /** Registers {@code root} and, below it, the newest of everything that it locks; nothing if a child is unknown to us. */
    static Optional<Intent.Register> register(Env env, Terms terms, Transaction root) {
        return gather(env, root.state(), Evidence::of, Evidence::state)
                .map(subs -> new Intent.Register(new SignedState(terms.params(), root), subs));
    }

    /** Ends it with what is registered; nothing while that is not known for every channel of the tree. */
    static Optional<Intent.Conclude> conclude(Env env, Terms terms, State registered) {
        return gather(env, registered, Evidence::registered, Function.identity())
                .map(subs -> new Intent.Conclude(terms.params(), registered, subs));
    }

    /** A child of the tree around {@code root} is registered with less than we can prove. */
    static boolean isChildBehind(Env env, State root) {
        for (SubAllocation entry : root.allocation().locked()) {
            Optional<ChannelState> child = env.family().member(entry.id());
            if (child.filter(Evidence::isBehind).isPresent()
                    || child.flatMap(Evidence::of)
                            .filter(next -> isChildBehind(env, state(next)))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehind(ChannelState child) {
        return child.registration()
                .filter(fact ->
                        of(child).filter(ours -> fact.isRefutedBy(state(ours))).isPresent())
                .isPresent();
    }

    /** Depth first, in the order of the locked entries, as the contracts read them (ONCHAIN.md 5). */
    private static <T> Optional<List<T>> gather(
            Env env, State parent, Function<ChannelState, Optional<T>> pick, Function<T, State> state) {
        List<T> all = new ArrayList<>();
        for (SubAllocation entry : parent.allocation().locked()) {
            Optional<T> child = env.family().member(entry.id()).flatMap(pick);
            Optional<List<T>> below = child.flatMap(next -> gather(env, state.apply(next), pick, state));
            if (child.isEmpty() || below.isEmpty()) {
                return Optional.empty();
            }
            all.add(child.get());
            all.addAll(below.get());
        }
        return Optional.of(all);
    }

    private static State state(SignedState signed) {
        return signed.transaction().state();
    }

    private static Optional<State> registered(ChannelState member) {
        return switch (member) {
            case Withdrawn s -> Optional.of(s.last().state());
            case Registered s -> s.registration().flatMap(Registration::known);
            case Progressing s -> s.registration().flatMap(Registration::known);
            case Registering s -> Optional.empty();
            case ProposalSent s -> Optional.empty();
            case ProposalReceived s -> Optional.empty();
            case InitSigning s -> Optional.empty();
            case Funding s -> Optional.empty();
            case Locking s -> Optional.empty();
            case Open s -> Optional.empty();
            case Deciding s -> Optional.empty();
            case Updating s -> Optional.empty();
            case Finalising s -> Optional.empty();
            case Stale s -> Optional.empty();
            case Final s -> Optional.empty();
            case Returning s -> Optional.empty();
            case Withdrawing s -> Optional.empty();
            case Ended s -> Optional.empty();
        };
    }

    static Optional<SignedState> of(ChannelState member) {
        return switch (member) {
            case Funding s -> signed(s.terms(), s.initial());
            case Locking s -> signed(s.terms(), s.initial());
            case Open s -> newest(s.live());
            case Deciding s -> newest(s.live());
            case Updating s -> newest(s.live());
            case Finalising s -> newest(s.live());
            case Stale s -> newest(s.live());
            case Final s -> signed(s.terms(), s.last());
            case Returning s -> signed(s.terms(), s.last());
            case Registering s -> newest(s.live());
            case Registered s -> signed(s.live().terms(), best(s.live(), s.fact()));
            case Progressing s -> signed(s.live().terms(), best(s.live(), s.fact()));
            case Withdrawing s -> signed(s.terms(), s.last());
            case Withdrawn s -> signed(s.terms(), s.last());
            case ProposalSent s -> Optional.empty();
            case ProposalReceived s -> Optional.empty();
            case InitSigning s -> Optional.empty();
            case Ended s -> Optional.empty();
        };
    }

    /**
     * What a registration of this channel has to name: our newest where that still counts, and otherwise what stands there
     * already, which the judge passes over quietly (ONCHAIN.md 5, step 4).
     */
    static Transaction best(Live live, Registration fact) {
        return fact.known()
                .filter(there -> !fact.isRefutedBy(live.state()))
                .map(live::asSigned)
                .orElse(live.current());
    }

    private static Optional<SignedState> newest(Live live) {
        return signed(live.terms(), live.current());
    }

    private static Optional<SignedState> signed(Terms terms, Transaction transaction) {
        return Optional.of(new SignedState(terms.params(), transaction));
    }
}
