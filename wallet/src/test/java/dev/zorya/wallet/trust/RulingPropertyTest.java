package dev.zorya.wallet.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any policy and any proposal. */
class RulingPropertyTest {
    @Provide
    Arbitrary<List<TrustRule>> rules() {
        return Rules.manyRules();
    }

    @Provide
    Arbitrary<TrustRule> rule() {
        return Rules.rules();
    }

    @Provide
    Arbitrary<Proposal> proposals() {
        return Rules.proposals();
    }

    @Provide
    Arbitrary<Outcome> otherwise() {
        return Arbitraries.of(Outcome.ASK, Outcome.REFUSE);
    }

    @Property
    void aRefusalInFrontNeverAcceptsMore(
            @ForAll("rules") List<TrustRule> rules,
            @ForAll("rule") TrustRule more,
            @ForAll("otherwise") Outcome otherwise,
            @ForAll("proposals") Proposal proposal) {
        Outcome before = outcome(rules, otherwise, proposal);
        Outcome after = outcome(inFront(with(more, Outcome.REFUSE), rules), otherwise, proposal);
        if (before != after) {
            assertEquals(Outcome.REFUSE, after);
        }
    }

    @Property
    void aRuleBehindChangesOnlyWhatNoneFitted(
            @ForAll("rules") List<TrustRule> rules,
            @ForAll("rule") TrustRule more,
            @ForAll("otherwise") Outcome otherwise,
            @ForAll("proposals") Proposal proposal) {
        List<TrustRule> longer = new ArrayList<>(rules);
        longer.add(more);
        Ruling before = Ruling.of(new TrustPolicy(rules, otherwise), proposal);
        Ruling after = Ruling.of(new TrustPolicy(longer, otherwise), proposal);
        if (before instanceof Ruling.ByRule) {
            assertEquals(before, after);
        }
    }

    @Property
    void onlyARuleThatAcceptsAccepts(
            @ForAll("rules") List<TrustRule> rules,
            @ForAll("otherwise") Outcome otherwise,
            @ForAll("proposals") Proposal proposal) {
        List<TrustRule> careful =
                rules.stream().filter(rule -> rule.then() != Outcome.ACCEPT).toList();
        assertNotEquals(Outcome.ACCEPT, outcome(careful, otherwise, proposal));
    }

    /** Behind a gate nobody is accepted who has not shown what it asks for, whatever the rules behind it say. */
    @Property
    void nobodyComesThroughAGateWithoutTheCredential(
            @ForAll("rules") List<TrustRule> rules,
            @ForAll("otherwise") Outcome otherwise,
            @ForAll("proposals") Proposal proposal) {
        TrustRule gate = new TrustRule(
                new TrustRule.Who.NoHolder(Rules.VOUCHER, Rules.BANK),
                "ETH",
                BigInteger.TWO,
                null,
                null,
                Outcome.REFUSE);
        if (outcome(inFront(gate, rules), otherwise, proposal) == Outcome.ACCEPT) {
            assertTrue(!proposal.coin().equals("ETH")
                    || proposal.total().compareTo(BigInteger.TWO) <= 0
                    || proposal.shown().contains(new Proposal.Shown(Rules.VOUCHER, Rules.BANK)));
        }
    }

    @Property
    void whatIsWrittenIsReadTheSame(@ForAll("rules") List<TrustRule> rules, @ForAll("otherwise") Outcome otherwise)
            throws PolicyDamaged {
        TrustPolicy policy = new TrustPolicy(rules, otherwise);
        assertEquals(policy, PolicyJson.read(PolicyJson.write(policy)));
    }

    private static Outcome outcome(List<TrustRule> rules, Outcome otherwise, Proposal proposal) {
        return Ruling.of(new TrustPolicy(rules, otherwise), proposal).outcome();
    }

    private static TrustRule with(TrustRule rule, Outcome then) {
        return new TrustRule(rule.who(), rule.coin(), rule.above(), rule.upTo(), rule.longest(), then);
    }

    private static List<TrustRule> inFront(TrustRule first, List<TrustRule> rest) {
        List<TrustRule> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
