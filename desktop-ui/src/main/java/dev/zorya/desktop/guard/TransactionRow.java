package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.TransactionView;

/**
 * One own transaction.
 *
 * @param channelKey empty if it is for none that is here
 */
record TransactionRow(
        String channelKey,
        Look look,
        String sentence,
        String why,
        String fee,
        String hash,
        String time,
        String spoken) {
    static TransactionRow of(TransactionView view, Money money, When when) {
        Look look = look(view.state());
        Shown amount = money.cost(view.fee());
        String fee = view.paid()
                ? Text.of("transactions.fee", amount.text())
                : Text.of("transactions.fee.at-most", amount.text());
        String time = when.stamp(view.at());
        return new TransactionRow(
                view.channelKey(),
                look,
                view.sentence(),
                view.why(),
                fee,
                view.hash(),
                time,
                Text.of("transactions.spoken", view.sentence(), look.word(), view.why(), fee, time));
    }

    private static Look look(TransactionView.State state) {
        return switch (state) {
            case PLANNED -> new Look(Icon.WAITING, Text.of("transactions.planned"), Tone.NEUTRAL);
            case SENT -> new Look(Icon.WORKING, Text.of("transactions.sent"), Tone.BUSY);
            case REPLACED -> new Look(Icon.WORKING, Text.of("transactions.replaced"), Tone.WAIT);
            case MINED -> new Look(Icon.WORKING, Text.of("transactions.mined"), Tone.BUSY);
            case FINAL -> new Look(Icon.DONE, Text.of("transactions.final"), Tone.OK);
            case FAILED -> new Look(Icon.STOPPED, Text.of("transactions.refused"), Tone.BAD);
        };
    }
}
