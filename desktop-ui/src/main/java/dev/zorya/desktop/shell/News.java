package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletEvent;
import java.util.Optional;

/** Events that are worth a short message. What needs a decision is on Home under "Needs you" as well. */
final class News {
    private News() {}

    static Optional<Look> of(WalletEvent event, Optional<Snapshot> known, Money money) {
        return known.flatMap(snapshot -> of(event, snapshot, money));
    }

    private static Optional<Look> of(WalletEvent event, Snapshot snapshot, Money money) {
        if (event instanceof WalletEvent.QuestionAsked asked) {
            String name = People.of(snapshot, asked.question().contactDid()).name();
            return Optional.of(new Look(Icon.CHANNELS, Text.of("news.question", name), Tone.BUSY));
        }
        if (event instanceof WalletEvent.RequestChanged changed) {
            return request(changed.request(), snapshot, money);
        }
        return Optional.empty();
    }

    private static Optional<Look> request(RequestView request, Snapshot snapshot, Money money) {
        String name = People.of(snapshot, request.contactDid()).name();
        String amount = money.mine(request.amount()).text();
        return switch (request.status()) {
            case WAITING ->
                request.incoming()
                        ? Optional.of(new Look(Icon.RECEIVE, Text.of("news.asks", name, amount), Tone.BUSY))
                        : Optional.empty();
            // that the money came in is told once, by Arrivals
            case PAID, EXPIRED -> Optional.empty();
            case DECLINED ->
                request.incoming()
                        ? Optional.empty()
                        : Optional.of(new Look(Icon.CLOSE, Text.of("news.declined", name, amount), Tone.WAIT));
        };
    }
}
