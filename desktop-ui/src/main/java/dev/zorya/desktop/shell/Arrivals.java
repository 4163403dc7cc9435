package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.PaymentView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Money that came in since the last snapshot: one message, however many payments it was. */
final class Arrivals {
    private Arrivals() {}

    static Optional<Look> between(Snapshot before, Snapshot now, Money money) {
        Set<String> known = new HashSet<>();
        before.recent().forEach(payment -> known.add(payment.id()));
        List<PaymentView> fresh = now.recent().stream()
                .filter(payment -> payment.incoming() && payment.status() == PaymentView.Status.DONE)
                .filter(payment -> !known.contains(payment.id()))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        PaymentView first = fresh.getFirst();
        String words = fresh.size() == 1
                ? Text.of(
                        "news.received",
                        People.of(now, first.contactDid()).name(),
                        money.mine(first.amount()).text())
                : Text.count("news.received-many", fresh.size());
        return Optional.of(new Look(Icon.RECEIVE, words, Tone.OK));
    }
}
