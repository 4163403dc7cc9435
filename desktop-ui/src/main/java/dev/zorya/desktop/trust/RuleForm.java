package dev.zorya.desktop.trust;

import dev.zorya.desktop.money.AmountParser;
import dev.zorya.desktop.money.Entry;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Refusals;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TrustRule;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is typed for one rule.
 *
 * @param contact DID of the one contact
 * @param type of the credential
 * @param issuer DID of who has to have signed it
 * @param above as typed; empty for every amount
 * @param upTo as typed; empty for no limit
 */
record RuleForm(
        Kind kind,
        String contact,
        String type,
        String issuer,
        Coin coin,
        String above,
        String upTo,
        @Nullable Duration longest,
        TrustRule.Outcome then) {
    /** Whom a rule can be about. */
    enum Kind {
        ANY_CONTACT,
        ONE_CONTACT,
        COMPARED,
        HOLDER,
        NO_HOLDER
    }

    /** What the form comes to. */
    sealed interface Reading {
        record Rule(TrustRule rule) implements Reading {}

        /** Says what to do about it. */
        record Wrong(String sentence) implements Reading {}
    }

    private static final String VOUCHER = "PerunPeerVoucher";

    static RuleForm fresh(Coin coin) {
        return new RuleForm(Kind.ANY_CONTACT, "", VOUCHER, "", coin, "", "", null, TrustRule.Outcome.ASK);
    }

    static RuleForm of(TrustRule rule, Coin coin, Money money) {
        return switch (rule.who()) {
            case TrustRule.Who.AnyContact any -> of(Kind.ANY_CONTACT, "", VOUCHER, "", rule, coin, money);
            case TrustRule.Who.OneContact one -> of(Kind.ONE_CONTACT, one.did(), VOUCHER, "", rule, coin, money);
            case TrustRule.Who.Compared compared -> of(Kind.COMPARED, "", VOUCHER, "", rule, coin, money);
            case TrustRule.Who.Holder it -> of(Kind.HOLDER, "", it.type(), it.issuerDid(), rule, coin, money);
            case TrustRule.Who.NoHolder it -> of(Kind.NO_HOLDER, "", it.type(), it.issuerDid(), rule, coin, money);
        };
    }

    private static RuleForm of(
            Kind kind, String contact, String type, String issuer, TrustRule rule, Coin coin, Money money) {
        BigInteger most = rule.upTo();
        String above = rule.above().signum() == 0 ? "" : money.forField(new Amount(rule.above(), coin));
        String upTo = most == null ? "" : money.forField(new Amount(most, coin));
        return new RuleForm(kind, contact, type, issuer, coin, above, upTo, rule.longest(), rule.then());
    }

    Reading read(Money money) {
        Entry low = AmountParser.parse(above, coin);
        Entry high = AmountParser.parse(upTo, coin);
        if (kind == Kind.ONE_CONTACT && contact.isEmpty()) {
            return new Reading.Wrong(Text.of("rule.form.contact-missing"));
        }
        if ((kind == Kind.HOLDER || kind == Kind.NO_HOLDER) && type.isBlank()) {
            return new Reading.Wrong(Text.of("rule.form.type-missing"));
        }
        if ((kind == Kind.HOLDER || kind == Kind.NO_HOLDER) && !issuer.startsWith("did:")) {
            return new Reading.Wrong(Text.of("rule.form.issuer-missing"));
        }
        if (low instanceof Entry.Refused refused && !(low instanceof Entry.Zero)) {
            return new Reading.Wrong(Refusals.of(refused, money));
        }
        if (high instanceof Entry.Refused refused) {
            return new Reading.Wrong(Refusals.of(refused, money));
        }
        BigInteger from = units(low);
        if (high instanceof Entry.Valid most && most.amount().units().compareTo(from) <= 0) {
            return new Reading.Wrong(Text.of("rule.form.limits"));
        }
        BigInteger to = high instanceof Entry.Valid most ? most.amount().units() : null;
        return new Reading.Rule(new TrustRule(who(), coin.symbol(), from, to, longest, then));
    }

    private static BigInteger units(Entry entry) {
        return entry instanceof Entry.Valid valid ? valid.amount().units() : BigInteger.ZERO;
    }

    private TrustRule.Who who() {
        return switch (kind) {
            case ANY_CONTACT -> new TrustRule.Who.AnyContact();
            case ONE_CONTACT -> new TrustRule.Who.OneContact(contact);
            case COMPARED -> new TrustRule.Who.Compared();
            case HOLDER -> new TrustRule.Who.Holder(type, issuer);
            case NO_HOLDER -> new TrustRule.Who.NoHolder(type, issuer);
        };
    }
}
