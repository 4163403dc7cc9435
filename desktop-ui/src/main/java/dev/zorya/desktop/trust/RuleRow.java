package dev.zorya.desktop.trust;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TrustRule;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule in plain words.
 *
 * @param who whom it is about
 * @param amounts which amounts it fits
 * @param longest which protection periods it fits
 * @param then what is done
 * @param spoken all of it
 */
record RuleRow(String who, String amounts, String longest, Look then, String spoken) {
    static RuleRow of(TrustRule rule, Snapshot snapshot, List<Coin> coins, Money money) {
        String who = who(rule.who(), snapshot);
        String amounts = amounts(rule, coins, money);
        Duration longest = rule.longest();
        String period = longest == null ? Text.of("rule.any-period") : Text.of("rule.period", When.span(longest));
        Look then = then(rule.then());
        return new RuleRow(who, amounts, period, then, Text.of("rule.spoken", who, amounts, period, then.word()));
    }

    private static String who(TrustRule.Who who, Snapshot snapshot) {
        return switch (who) {
            case TrustRule.Who.AnyContact any -> Text.of("rule.any-contact");
            case TrustRule.Who.OneContact one -> name(one.did(), snapshot);
            case TrustRule.Who.Compared compared -> Text.of("rule.compared");
            case TrustRule.Who.Holder holder ->
                Text.of("rule.holder", Credential.type(holder.type()), name(holder.issuerDid(), snapshot));
            case TrustRule.Who.NoHolder none ->
                Text.of("rule.no-holder", Credential.type(none.type()), name(none.issuerDid(), snapshot));
        };
    }

    private static String name(String did, Snapshot snapshot) {
        return People.names(snapshot).getOrDefault(did, Chunks.briefDid(did));
    }

    private static String amounts(TrustRule rule, List<Coin> coins, Money money) {
        Optional<Coin> coin =
                coins.stream().filter(each -> each.symbol().equals(rule.coin())).findFirst();
        if (coin.isEmpty()) {
            return Text.of("rule.unknown-coin", rule.coin());
        }
        String above = text(rule.above(), coin.get(), money);
        BigInteger most = rule.upTo();
        if (most == null) {
            return rule.above().signum() == 0 ? Text.of("rule.any-amount", rule.coin()) : Text.of("rule.above", above);
        }
        String upTo = text(most, coin.get(), money);
        return rule.above().signum() == 0 ? Text.of("rule.up-to", upTo) : Text.of("rule.between", above, upTo);
    }

    private static String text(BigInteger units, Coin coin, Money money) {
        return money.exact(new Amount(units, coin)).text();
    }

    static Look then(TrustRule.Outcome outcome) {
        return switch (outcome) {
            case ACCEPT -> new Look(Icon.DONE, Text.of("rule.accept"), Tone.OK);
            case ASK -> new Look(Icon.UNKNOWN, Text.of("rule.ask"), Tone.BUSY);
            case REFUSE -> new Look(Icon.REVOKED, Text.of("rule.refuse"), Tone.WAIT);
        };
    }
}
