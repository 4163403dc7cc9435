package dev.zorya.desktop.open;

import dev.zorya.desktop.component.CostLine;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Entry;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.present.Refusals;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.OpenOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page says about the form.
 *
 * @param mineWrong why the own amount cannot be used, empty if it can
 * @param person with whom, none before one is picked
 * @param limit the own amount that "Use most" puts in
 * @param ready what is proposed, once the button may be pressed
 */
record OpenModel(
        List<Person> people,
        @Nullable Person person,
        Coin coin,
        String mineHint,
        String mineWrong,
        String theirsHint,
        String theirsWrong,
        Amount limit,
        List<Share> together,
        boolean hidden,
        List<CostLine> costs,
        String button,
        String below,
        @Nullable OpenOrder ready) {
    static OpenModel of(OpenForm form, Snapshot snapshot, Optional<CostSummary> costs, Money money) {
        Amount limit = OpenForm.available(snapshot, costs);
        Optional<Person> chosen = snapshot.contact(form.contactDid()).map(People::of);
        Optional<OpenOrder> order = form.order(limit);
        String name = chosen.map(Person::name).orElse("");
        return new OpenModel(
                snapshot.contacts().stream().map(People::of).toList(),
                chosen.orElse(null),
                limit.coin(),
                Text.of("open.you-have", money.mine(limit).text()),
                wrong(form.mineEntry(limit), money),
                name.isEmpty() ? Text.of("open.they-must-agree") : Text.of("open.must-agree", name),
                wrong(form.theirsEntry(limit), money),
                limit,
                together(order),
                money.hidden(),
                costs.map(known -> lines(known, form, order, money)).orElse(List.of()),
                name.isEmpty() ? Text.of("open.propose") : Text.of("open.propose-to", name),
                below(chosen, order, name),
                order.orElse(null));
    }

    Optional<Person> chosen() {
        return Optional.ofNullable(person);
    }

    Optional<OpenOrder> order() {
        return Optional.ofNullable(ready);
    }

    private static String wrong(Entry entry, Money money) {
        return entry instanceof Entry.Refused refused ? Refusals.of(refused, money) : "";
    }

    private static String below(Optional<Person> chosen, Optional<OpenOrder> order, String name) {
        if (chosen.isEmpty()) {
            return Text.of("open.choose-first");
        }
        if (order.isEmpty()) {
            return Text.of("open.amount-first");
        }
        return chosen.get().online() ? Text.of("open.nothing-locked", name) : Text.of("open.offline", name);
    }

    private static List<Share> together(Optional<OpenOrder> order) {
        return order.map(known -> List.of(
                        new Share(Share.Kind.MINE, known.mine().units()),
                        new Share(Share.Kind.THEIRS, known.theirs().units())))
                .orElse(List.of());
    }

    /** The rows in the order of UI.md 8. */
    private static List<CostLine> lines(CostSummary costs, OpenForm form, Optional<OpenOrder> order, Money money) {
        List<CostLine> lines = new ArrayList<>();
        lines.add(line(Text.of("cost.open"), Text.of("cost.open.about"), costs.open(), money));
        lines.add(line(Text.of("cost.together"), Text.of("cost.together.about"), costs.closeTogether(), money));
        lines.add(line(
                Text.of("cost.alone"), Text.of("cost.alone.about", span(form.period())), costs.closeAlone(), money));
        lines.add(line(Text.of("cost.aside"), Text.of("cost.aside.about"), costs.setAside(), money));
        order.ifPresent(known -> lines.add(new CostLine(
                Text.of("cost.leaves"),
                Text.of("cost.leaves.about", money.mine(known.mine()).text()),
                money.cost(known.mine().plus(costs.open())),
                true)));
        return lines;
    }

    private static CostLine line(String name, String about, Amount amount, Money money) {
        return new CostLine(name, about, money.cost(amount), false);
    }

    private static String span(Duration period) {
        return When.span(period);
    }
}
