package dev.zorya.desktop.pay;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Entry;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.present.Refusals;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page says about the form.
 *
 * @param wrong why the amount cannot be used, empty if it can
 * @param person who it is about, none before one is picked
 * @param most what "Use all" puts in, none without a channel
 * @param amount the figure of the review, none before the amount can be used
 * @param after the bar after it, empty before there is an amount
 * @param noChannel the chosen contact has no open channel
 * @param ready the amount and the channel, once the button may be pressed
 */
record PayModel(
        List<Person> people,
        @Nullable Person person,
        Coin coin,
        String hint,
        String wrong,
        @Nullable Amount most,
        @Nullable Shown amount,
        String sentence,
        SequencedMap<String, String> facts,
        List<Share> after,
        boolean hidden,
        String button,
        String below,
        boolean noChannel,
        @Nullable Valid ready) {
    /** Everything that the order needs. */
    record Valid(ChannelView channel, Amount amount) {}

    static PayModel of(PayForm form, Snapshot snapshot, Money money) {
        Optional<Person> chosen =
                form.contactDid().isEmpty() ? Optional.empty() : Optional.of(People.of(snapshot, form.contactDid()));
        Optional<ChannelView> channel = form.channel(snapshot);
        Entry entry = form.entry(snapshot);
        Optional<Valid> valid = channel.flatMap(known -> valid(known, entry));
        String name = chosen.map(Person::name).orElse("");
        Optional<Amount> limit = channel.map(form::limit);
        return new PayModel(
                snapshot.contacts().stream().map(People::of).toList(),
                chosen.orElse(null),
                snapshot.coin(),
                limit.map(most -> hint(form.kind(), most, name, money)).orElse(""),
                entry instanceof Entry.Refused refused ? wrong(form.kind(), refused, name, money) : "",
                limit.orElse(null),
                valid.map(known -> money.exact(known.amount())).orElse(null),
                sentence(form.kind(), name),
                valid.map(known -> facts(form.kind(), known, name, money)).orElseGet(LinkedHashMap::new),
                valid.map(known -> after(form.kind(), known)).orElse(List.of()),
                money.hidden(),
                button(form.kind(), valid, money),
                below(form.kind(), name),
                chosen.isPresent() && channel.isEmpty(),
                valid.orElse(null));
    }

    Optional<Person> chosen() {
        return Optional.ofNullable(person);
    }

    Optional<Amount> limit() {
        return Optional.ofNullable(most);
    }

    Optional<Shown> figure() {
        return Optional.ofNullable(amount);
    }

    Optional<Valid> valid() {
        return Optional.ofNullable(ready);
    }

    private static Optional<Valid> valid(ChannelView channel, Entry entry) {
        return entry instanceof Entry.Valid typed ? Optional.of(new Valid(channel, typed.amount())) : Optional.empty();
    }

    private static String hint(Kind kind, Amount limit, String name, Money money) {
        String most = money.mine(limit).text();
        return switch (kind) {
            case PAY -> Text.of("pay.up-to", most);
            case REQUEST -> Text.of("request.up-to", name, most);
        };
    }

    private static String wrong(Kind kind, Entry.Refused refused, String name, Money money) {
        if (kind == Kind.REQUEST && refused instanceof Entry.AboveBalance above) {
            return Text.of("request.above", name, money.exact(above.available()).text());
        }
        return Refusals.of(refused, money);
    }

    private static String sentence(Kind kind, String name) {
        if (name.isEmpty()) {
            return Text.of("pay.choose-first");
        }
        return switch (kind) {
            case PAY -> Text.of("pay.to-whom", name);
            case REQUEST -> Text.of("request.from-whom", name);
        };
    }

    private static String button(Kind kind, Optional<Valid> valid, Money money) {
        String amount = valid.map(known -> money.exact(known.amount()).text()).orElse("");
        return switch (kind) {
            case PAY -> amount.isEmpty() ? Text.of("top.pay") : Text.of("pay.button", amount);
            case REQUEST -> amount.isEmpty() ? Text.of("top.request") : Text.of("request.button", amount);
        };
    }

    private static String below(Kind kind, String name) {
        if (name.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case PAY -> Text.of("pay.final", name);
            case REQUEST -> Text.of("request.free", name);
        };
    }

    private static SequencedMap<String, String> facts(Kind kind, Valid valid, String name, Money money) {
        Amount mine = mineAfter(kind, valid);
        Amount theirs = theirsAfter(kind, valid);
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Text.of("pay.fee"), Text.of("pay.no-fee"));
        if (kind == Kind.PAY) {
            facts.put(Text.of("pay.gets", name), money.exact(valid.amount()).text());
        }
        facts.put(Text.of("pay.send-after"), money.mine(mine).text());
        facts.put(Text.of("pay.receive-after"), money.mine(theirs).text());
        return facts;
    }

    private static List<Share> after(Kind kind, Valid valid) {
        BigInteger mine = kind == Kind.PAY
                ? mineAfter(kind, valid).units()
                : valid.channel().mine().units();
        BigInteger theirs = kind == Kind.PAY
                ? valid.channel().theirs().units()
                : theirsAfter(kind, valid).units();
        return List.of(
                new Share(Share.Kind.MINE, mine),
                new Share(Share.Kind.PENDING, valid.amount().units()),
                new Share(Share.Kind.THEIRS, theirs));
    }

    private static Amount mineAfter(Kind kind, Valid valid) {
        Amount mine = valid.channel().mine();
        return kind == Kind.PAY ? minus(mine, valid.amount()) : mine.plus(valid.amount());
    }

    private static Amount theirsAfter(Kind kind, Valid valid) {
        Amount theirs = valid.channel().theirs();
        return kind == Kind.PAY ? theirs.plus(valid.amount()) : minus(theirs, valid.amount());
    }

    private static Amount minus(Amount from, Amount taken) {
        return new Amount(from.units().subtract(taken.units()), from.coin());
    }
}
