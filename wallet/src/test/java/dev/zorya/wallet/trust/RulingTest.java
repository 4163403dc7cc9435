package dev.zorya.wallet.trust;

import static dev.zorya.wallet.trust.Rules.BANK;
import static dev.zorya.wallet.trust.Rules.ILYA;
import static dev.zorya.wallet.trust.Rules.NADIA;
import static dev.zorya.wallet.trust.Rules.OTHER_BANK;
import static dev.zorya.wallet.trust.Rules.VOUCHER;
import static dev.zorya.wallet.trust.Rules.proposal;
import static dev.zorya.wallet.trust.Rules.rule;
import static dev.zorya.wallet.trust.Rules.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulingTest {
    private static final Who ANY = new Who.AnyContact();

    /** A rule, a proposal, whether it fits. */
    static Stream<Arguments> cases() {
        Who holder = new Who.Holder(VOUCHER, BANK);
        Who noHolder = new Who.NoHolder(VOUCHER, BANK);
        return Stream.of(
                Arguments.of(accept(ANY), proposal(NADIA, 1), true),
                Arguments.of(accept(new Who.OneContact(NADIA)), proposal(NADIA, 1), true),
                Arguments.of(accept(new Who.OneContact(NADIA)), proposal(ILYA, 1), false),
                Arguments.of(accept(new Who.OneContact(NADIA)), proposal(NADIA + "x", 1), false),
                Arguments.of(accept(new Who.Compared()), proposal(NADIA, 1), false),
                Arguments.of(
                        accept(new Who.Compared()),
                        new Proposal(NADIA, "ETH", BigInteger.ONE, Duration.ofHours(1), true, Set.of()),
                        true),
                Arguments.of(accept(holder), proposal(NADIA, 1), false),
                Arguments.of(accept(holder), shown(VOUCHER, BANK), true),
                Arguments.of(accept(holder), shown(VOUCHER, OTHER_BANK), false),
                Arguments.of(accept(holder), shown("Other", BANK), false),
                Arguments.of(accept(holder), shown("perunpeervoucher", BANK), false),
                Arguments.of(accept(noHolder), proposal(NADIA, 1), true),
                Arguments.of(accept(noHolder), shown(VOUCHER, BANK), false),
                Arguments.of(accept(noHolder), shown(VOUCHER, OTHER_BANK), true),
                Arguments.of(amounts(0, null), proposal(NADIA, 1), true),
                Arguments.of(amounts(5, null), proposal(NADIA, 5), false),
                Arguments.of(amounts(5, null), proposal(NADIA, 6), true),
                Arguments.of(amounts(0, 5L), proposal(NADIA, 5), true),
                Arguments.of(amounts(0, 5L), proposal(NADIA, 6), false),
                Arguments.of(period(24), proposal(NADIA, 1), true),
                Arguments.of(period(23), proposal(NADIA, 1), false),
                Arguments.of(
                        accept(ANY),
                        new Proposal(NADIA, "TOK", BigInteger.ONE, Duration.ofHours(1), true, Set.of()),
                        false));
    }

    private static TrustRule accept(Who who) {
        return rule(who, Outcome.ACCEPT);
    }

    private static TrustRule amounts(long above, @Nullable Long upTo) {
        BigInteger most = upTo == null ? null : BigInteger.valueOf(upTo);
        return new TrustRule(ANY, "ETH", BigInteger.valueOf(above), most, null, Outcome.ACCEPT);
    }

    private static TrustRule period(int hours) {
        return new TrustRule(ANY, "ETH", BigInteger.ZERO, null, Duration.ofHours(hours), Outcome.ACCEPT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleFitsOrNot(TrustRule rule, Proposal proposal, boolean fits) {
        Ruling ruling = Ruling.of(new TrustPolicy(List.of(rule), Outcome.REFUSE), proposal);
        assertEquals(fits ? new Ruling.ByRule(rule) : new Ruling.Otherwise(Outcome.REFUSE), ruling);
    }

    @Test
    void theFirstThatFitsDecides() {
        TrustRule one = rule(new Who.OneContact(ILYA), Outcome.REFUSE);
        TrustRule two = rule(ANY, Outcome.ASK);
        TrustRule three = rule(ANY, Outcome.ACCEPT);
        TrustPolicy policy = new TrustPolicy(List.of(one, two, three), Outcome.REFUSE);
        assertEquals(new Ruling.ByRule(one), Ruling.of(policy, proposal(ILYA, 1)));
        assertEquals(new Ruling.ByRule(two), Ruling.of(policy, proposal(NADIA, 1)));
    }

    @Test
    void withoutRulesThePersonIsAsked() {
        assertEquals(
                Outcome.ASK,
                Ruling.of(TrustPolicy.ASK_ALWAYS, proposal(NADIA, Long.MAX_VALUE))
                        .outcome());
    }

    /** "Proposals above 1 only from holders of a voucher by the bank" (ARIES.md 4). */
    @Test
    @Tag("threat-55")
    void theGate() {
        TrustRule gate =
                new TrustRule(new Who.NoHolder(VOUCHER, BANK), "ETH", BigInteger.ONE, null, null, Outcome.REFUSE);
        TrustPolicy policy = new TrustPolicy(List.of(gate, rule(ANY, Outcome.ACCEPT)), Outcome.ASK);
        assertEquals(Outcome.ACCEPT, Ruling.of(policy, proposal(NADIA, 1)).outcome());
        assertEquals(Outcome.REFUSE, Ruling.of(policy, proposal(NADIA, 2)).outcome());
        assertEquals(Outcome.ACCEPT, Ruling.of(policy, shown(VOUCHER, BANK)).outcome());
        assertEquals(
                Outcome.REFUSE, Ruling.of(policy, shown(VOUCHER, OTHER_BANK)).outcome());
    }

    @Test
    void whatIsLackingIsTheFirstCredentialThatWouldHaveHelped() {
        TrustRule gate = rule(new Who.NoHolder(VOUCHER, BANK), Outcome.REFUSE);
        TrustRule other = rule(new Who.Holder("Other", OTHER_BANK), Outcome.ASK);
        TrustRule useless = rule(new Who.Holder("Useless", BANK), Outcome.REFUSE);
        Optional<Proposal.Shown> voucher = Optional.of(new Proposal.Shown(VOUCHER, BANK));
        assertEquals(voucher, Ruling.lacking(new TrustPolicy(List.of(gate), Outcome.ASK), proposal(NADIA, 1)));
        assertEquals(
                Optional.of(new Proposal.Shown("Other", OTHER_BANK)),
                Ruling.lacking(new TrustPolicy(List.of(useless, other), Outcome.REFUSE), proposal(NADIA, 1)));
        assertEquals(
                Optional.empty(),
                Ruling.lacking(new TrustPolicy(List.of(useless, gate), Outcome.REFUSE), proposal(NADIA, 1)),
                "no one credential is enough");
        assertEquals(
                Optional.empty(),
                Ruling.lacking(
                        new TrustPolicy(List.of(rule(ANY, Outcome.REFUSE), other), Outcome.ASK), proposal(NADIA, 1)));
    }
}
