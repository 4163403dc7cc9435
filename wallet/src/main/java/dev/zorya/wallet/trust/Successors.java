package dev.zorya.wallet.trust;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Who;
import java.util.function.UnaryOperator;

/**
 * A policy follows people who changed their DID: whom a rule refuses is refused under the new one, and an issuer stays the same issuer
 * (THREATS.md 55, 58).
 */
public final class Successors {
    private Successors() {}

    /** The policy with the DIDs of now. */
    public static TrustPolicy of(TrustPolicy policy, UnaryOperator<String> now) {
        return new TrustPolicy(
                policy.rules().stream()
                        .map(rule -> new TrustRule(
                                of(rule.who(), now),
                                rule.coin(),
                                rule.above(),
                                rule.upTo(),
                                rule.longest(),
                                rule.then()))
                        .toList(),
                policy.otherwise(),
                policy.tells());
    }

    private static Who of(Who who, UnaryOperator<String> now) {
        return switch (who) {
            case Who.AnyContact any -> any;
            case Who.Compared compared -> compared;
            case Who.OneContact one -> new Who.OneContact(now.apply(one.did()));
            case Who.Holder holder -> new Who.Holder(holder.type(), now.apply(holder.issuerDid()));
            case Who.NoHolder holder -> new Who.NoHolder(holder.type(), now.apply(holder.issuerDid()));
        };
    }
}
