package dev.zorya.wallet.trust;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import java.math.BigInteger;
import java.util.Optional;

/** What a policy says about a proposal, and why. */
public sealed interface Ruling {
    Outcome outcome();

    /** The first rule that fits. */
    record ByRule(TrustRule rule) implements Ruling {
        @Override
        public Outcome outcome() {
            return rule.then();
        }
    }

    /** No rule fits. */
    record Otherwise(Outcome outcome) implements Ruling {}

    static Ruling of(TrustPolicy policy, Proposal proposal) {
        Optional<TrustRule> first =
                policy.rules().stream().filter(rule -> fits(rule, proposal)).findFirst();
        return first.<Ruling>map(ByRule::new).orElseGet(() -> new Otherwise(policy.otherwise()));
    }

    /** The one credential that would have kept the proposal from being refused, of those that rules name, in their order. */
    static Optional<Proposal.Shown> lacking(TrustPolicy policy, Proposal proposal) {
        return policy.rules().stream()
                .flatMap(rule -> named(rule.who()).stream())
                .filter(one -> of(policy, proposal.with(one)).outcome() != Outcome.REFUSE)
                .findFirst();
    }

    private static Optional<Proposal.Shown> named(Who who) {
        return switch (who) {
            case Who.AnyContact any -> Optional.empty();
            case Who.OneContact one -> Optional.empty();
            case Who.Compared compared -> Optional.empty();
            case Who.Holder holder -> Optional.of(new Proposal.Shown(holder.type(), holder.issuerDid()));
            case Who.NoHolder holder -> Optional.of(new Proposal.Shown(holder.type(), holder.issuerDid()));
        };
    }

    private static boolean fits(TrustRule rule, Proposal proposal) {
        BigInteger upTo = rule.upTo();
        return rule.coin().equals(proposal.coin())
                && fits(rule.who(), proposal)
                && (rule.above().signum() == 0 || proposal.total().compareTo(rule.above()) > 0)
                && (upTo == null || proposal.total().compareTo(upTo) <= 0)
                && (rule.longest() == null || proposal.period().compareTo(rule.longest()) <= 0);
    }

    private static boolean fits(Who who, Proposal proposal) {
        return switch (who) {
            case Who.AnyContact any -> true;
            case Who.OneContact one -> one.did().equals(proposal.did());
            case Who.Compared compared -> proposal.compared();
            case Who.Holder holder -> holds(proposal, holder.type(), holder.issuerDid());
            case Who.NoHolder holder -> !holds(proposal, holder.type(), holder.issuerDid());
        };
    }

    private static boolean holds(Proposal proposal, String type, String issuerDid) {
        return proposal.shown().contains(new Proposal.Shown(type, issuerDid));
    }
}
