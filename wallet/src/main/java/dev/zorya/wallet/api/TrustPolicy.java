package dev.zorya.wallet.api;

import java.util.List;

/**
 * Who may open which channel with this wallet. People who are no contacts are always refused, and the wallet's own limits always hold
 * (safety rule 7).
 *
 * @param rules asked in order
 * @param otherwise for what no rule fits; not {@link TrustRule.Outcome#ACCEPT}
 * @param tells a contact that is refused only for want of a credential is asked to show it; it learns its type and issuer that way
 */
public record TrustPolicy(List<TrustRule> rules, TrustRule.Outcome otherwise, boolean tells) {
    /** Every contact may propose, and the person decides. */
    public static final TrustPolicy ASK_ALWAYS = new TrustPolicy(List.of(), TrustRule.Outcome.ASK);

    /** One that tells. */
    public TrustPolicy(List<TrustRule> rules, TrustRule.Outcome otherwise) {
        this(rules, otherwise, true);
    }

    public TrustPolicy {
        rules = List.copyOf(rules);
        if (otherwise == TrustRule.Outcome.ACCEPT) {
            throw new IllegalArgumentException("what no rule speaks of is never accepted unasked");
        }
    }
}
