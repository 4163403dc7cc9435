package dev.zorya.wallet.api;

import org.jspecify.annotations.Nullable;

/**
 * Who keeps this wallet's DID.
 *
 * @param did that new contacts know this wallet by
 * @param agent version of the agent, or empty
 * @param endpoint where other agents reach it, or empty
 * @param problem null unless something is wrong; contacts, channels and payments go on then (ARIES.md 7)
 */
public record IdentityView(
        Kind kind,
        State state,
        String did,
        String agent,
        String endpoint,
        @Nullable WalletProblem problem) {
    public enum Kind {
        BUILT_IN,
        /** An ACA-Py that the person runs. */
        OWN_AGENT,
        /** An ACA-Py that this wallet runs. */
        LOCAL_AGENT
    }

    public enum State {
        READY,
        STARTING,
        UNREACHABLE,
        /** It answers, but not to this key. */
        KEY_REFUSED
    }
}
