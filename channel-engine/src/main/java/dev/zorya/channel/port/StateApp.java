package dev.zorya.channel.port;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.Optional;

/**
 * The rules of an application that runs in channels: the off-chain twin of an app contract (OFFCHAIN.md 5.7). Must refuse
 * whatever the contract would refuse, or money could hang on a state that no judge takes. Pure: the same arguments always
 * give the same answer, at any time and on any thread. Must not read a meaning into version numbers: versions in which
 * nothing changes may be put in between by both sides, and are not shown to the app (safety rule 2).
 */
@FunctionalInterface
public interface StateApp {
    /**
     * go-perun's ValidTransition: whether {@code actor} may replace one state by the other. The protocol's own rules (version,
     * totals, assets, locked funds) hold already.
     *
     * @param actor index of the participant who proposes {@code to}
     * @return why the app does not allow it, one sentence that also the peer gets; or nothing
     */
    Optional<String> transition(Params params, State from, State to, int actor);

    /**
     * go-perun's ValidInit: whether a channel may begin like this.
     *
     * @return why not, or nothing
     */
    default Optional<String> initial(Allocation balances, Bytes data) {
        return Optional.empty();
    }

    /**
     * Who decides on a valid update that the peer proposes. The person agreed to the rules when the channel was opened, so an
     * app whose moves follow from its rules may answer {@link Consent#SIGN}, also where a move costs money.
     *
     * @param own our index
     */
    default Consent consent(State from, State to, int own) {
        return Consent.ASK;
    }

    /** How a valid update of the peer is decided on. */
    enum Consent {
        /** The rules settle it: signed at once. */
        SIGN,
        /** The policy or the person is asked, with a deadline. */
        ASK
    }
}
