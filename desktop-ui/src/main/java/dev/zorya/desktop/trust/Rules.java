package dev.zorya.desktop.trust;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A policy with one thing changed. */
final class Rules {
    private Rules() {}

    static TrustPolicy with(TrustPolicy policy, TrustRule added) {
        List<TrustRule> rules = new ArrayList<>(policy.rules());
        rules.add(added);
        return new TrustPolicy(rules, policy.otherwise());
    }

    static TrustPolicy replaced(TrustPolicy policy, int position, TrustRule changed) {
        List<TrustRule> rules = new ArrayList<>(policy.rules());
        rules.set(position, changed);
        return new TrustPolicy(rules, policy.otherwise());
    }

    static TrustPolicy without(TrustPolicy policy, int position) {
        List<TrustRule> rules = new ArrayList<>(policy.rules());
        rules.remove(position);
        return new TrustPolicy(rules, policy.otherwise());
    }

    /** One place up (-1) or down (1); the order decides which rule is asked first. At the end of the list it stays. */
    static TrustPolicy moved(TrustPolicy policy, int position, int by) {
        int to = position + by;
        if (to < 0 || to >= policy.rules().size()) {
            return policy;
        }
        List<TrustRule> rules = new ArrayList<>(policy.rules());
        Collections.swap(rules, position, to);
        return new TrustPolicy(rules, policy.otherwise());
    }

    static TrustPolicy otherwise(TrustPolicy policy, TrustRule.Outcome outcome) {
        return new TrustPolicy(policy.rules(), outcome);
    }
}
