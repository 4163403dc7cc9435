package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger holds for a channel, as it told us last. A reorganisation may take it back.
 *
 * @param version unsigned
 * @param timeout in block time; until then it can be answered
 * @param state what has this hash; null if neither we nor the ledger's reader know it
 * @param base where execution is forced, the signed state that the first move followed; null if we did not see it
 */
record Registration(
        long version,
        Bytes stateHash,
        Instant timeout,
        Stage stage,
        @Nullable State state,
        @Nullable State base,
        long block) {
    /** Safety rule 8: the hash is the truth; what state it stands for we know ourselves or are shown. */
    static Registration of(Env env, Live live, LedgerEvent.Registered fact) {
        State known = Stream.concat(
                        Stream.of(live.state()), live.authorised().stream().map(Authorised::state))
                .filter(state -> names(env, fact.stateHash(), state))
                .findFirst()
                .orElse(fact.state());
        State proven = known != null && fits(live.state(), known) && names(env, fact.stateHash(), known) ? known : null;
        return new Registration(
                fact.version(), fact.stateHash(), fact.timeout(), fact.stage(), proven, null, fact.block());
    }

    /** The same, after what was registered until now: moves go on from what all have signed. */
    Registration after(Optional<Registration> before) {
        State from = switch (stage) {
            case DISPUTE -> null;
            case FORCED_EXECUTION -> before.flatMap(Registration::signed).orElse(null);
        };
        return new Registration(version, stateHash, timeout, stage, state, from, block);
    }

    /** What all have signed of it: the judge takes nothing else before it lets single participants move. */
    Optional<State> signed() {
        return switch (stage) {
            case DISPUTE -> known();
            case FORCED_EXECUTION -> Optional.ofNullable(base);
        };
    }

    /** A judge who is less strict than ours may hold what this wallet could neither keep nor count (ONCHAIN.md 9). */
    static boolean fits(State ours, State shown) {
        return shown.id().equals(ours.id())
                && shown.app().equals(ours.app())
                && shown.allocation().assets().equals(ours.allocation().assets())
                && shown.balances().participants() == ours.balances().participants();
    }

    private static boolean names(Env env, Bytes hash, State state) {
        return env.scheme().stateHash(state).equals(hash);
    }

    /** The ledger need not show us what we know. */
    static LedgerEvent.Registered shown(Env env, LedgerEvent.Registered event, State known) {
        return event.state() == null && names(env, event.stateHash(), known)
                ? new LedgerEvent.Registered(
                        event.version(),
                        event.stateHash(),
                        event.timeout(),
                        event.stage(),
                        known,
                        event.block(),
                        event.time())
                : event;
    }

    Optional<State> known() {
        return Optional.ofNullable(state);
    }

    boolean is(Env env, State other) {
        return names(env, stateHash, other);
    }

    /** The same but for the block, which a reorganisation changes, and for what came before. */
    boolean says(Registration other) {
        return stateHash.equals(other.stateHash)
                && version == other.version
                && timeout.equals(other.timeout)
                && stage == other.stage
                && (state == null) == (other.state == null);
    }

    /** Older than {@code ours}, and there is still a way to say so (ONCHAIN.md 5, register). */
    boolean isRefutedBy(State ours) {
        return switch (stage) {
            case DISPUTE -> Long.compareUnsigned(version, ours.version()) < 0;
            case FORCED_EXECUTION -> false;
        };
    }

    /** From when on it can be concluded: an app's participants get one duration more for their first move (ONCHAIN.md 8). */
    Instant end(Terms terms) {
        return switch (stage) {
            case DISPUTE -> terms.params().app().equals(App.NONE) ? timeout : timeout.plus(duration(terms));
            case FORCED_EXECUTION -> timeout;
        };
    }

    private static Duration duration(Terms terms) {
        return Duration.ofSeconds(terms.params().challengeDuration());
    }
}
