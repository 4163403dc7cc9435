package dev.zorya.wallet.trust;

import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules and proposals for tests, from a small world so that they often meet. */
final class Rules {
    static final String NADIA = "did:key:zNadia";
    static final String ILYA = "did:key:zIlya";
    static final String BANK = "did:key:zBank";
    static final String OTHER_BANK = "did:key:zOtherBank";
    static final String VOUCHER = "PerunPeerVoucher";

    private Rules() {}

    static TrustRule rule(Who who, Outcome then) {
        return new TrustRule(who, "ETH", BigInteger.ZERO, null, null, then);
    }

    static Proposal proposal(String did, long total) {
        return new Proposal(did, "ETH", BigInteger.valueOf(total), Duration.ofHours(24), false, Set.of());
    }

    static Proposal shown(String type, String issuer) {
        return new Proposal(
                NADIA, "ETH", BigInteger.TEN, Duration.ofHours(24), false, Set.of(new Proposal.Shown(type, issuer)));
    }

    static Arbitrary<Who> who() {
        Arbitrary<String> dids = Arbitraries.of(NADIA, ILYA);
        Arbitrary<String> issuers = Arbitraries.of(BANK, OTHER_BANK);
        Arbitrary<String> types = Arbitraries.of(VOUCHER, "Other");
        return Arbitraries.oneOf(
                Arbitraries.of(new Who.AnyContact(), new Who.Compared()),
                dids.map(Who.OneContact::new),
                Combinators.combine(types, issuers).as(Who.Holder::new),
                Combinators.combine(types, issuers).as(Who.NoHolder::new));
    }

    static Arbitrary<TrustRule> rules() {
        Arbitrary<BigInteger> amounts = Arbitraries.longs().between(0, 5).map(BigInteger::valueOf);
        return Combinators.combine(
                        who(),
                        Arbitraries.of("ETH", "TOK"),
                        amounts,
                        amounts.injectNull(0.3),
                        Arbitraries.of(Duration.ofHours(1), Duration.ofHours(24))
                                .injectNull(0.5),
                        Arbitraries.of(Outcome.class))
                .as(TrustRule::new);
    }

    static Arbitrary<List<TrustRule>> manyRules() {
        return rules().list().ofMaxSize(6);
    }

    static Arbitrary<Proposal> proposals() {
        Arbitrary<Set<Proposal.Shown>> shown = Combinators.combine(
                        Arbitraries.of(VOUCHER, "Other"), Arbitraries.of(BANK, OTHER_BANK))
                .as(Proposal.Shown::new)
                .set()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(NADIA, ILYA),
                        Arbitraries.of("ETH", "TOK"),
                        Arbitraries.longs().between(1, 6).map(BigInteger::valueOf),
                        Arbitraries.of(Duration.ofMinutes(10), Duration.ofHours(24), Duration.ofDays(30)),
                        Arbitraries.of(true, false),
                        shown)
                .as(Proposal::new);
    }
}
