package dev.zorya.desktop.activity;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.Payments;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.PaymentView;
import java.util.ArrayList;
import java.util.List;

/**
 * The list.
 *
 * @param more there are older rows to load
 */
record ActivityModel(List<Line> lines, boolean more) {
    static ActivityModel of(List<PaymentView> rows, boolean more, Snapshot snapshot, Money money, When when) {
        List<Line> lines = new ArrayList<>();
        String day = "";
        for (PaymentView row : rows) {
            String heading = when.heading(row.at());
            if (!heading.equals(day)) {
                day = heading;
                lines.add(new Line.Day(day));
            }
            lines.add(line(row, snapshot, money, when));
        }
        return new ActivityModel(lines, more);
    }

    private static Line.Payment line(PaymentView row, Snapshot snapshot, Money money, When when) {
        String name = People.of(snapshot, row.contactDid()).name();
        Look status = Payments.of(row.status());
        Shown amount = Payments.amount(row, money);
        String time = when.clock(row.at());
        return new Line.Payment(
                row.id(),
                row.incoming() ? Icon.RECEIVE : Icon.PAY,
                name,
                row.memo(),
                status,
                amount,
                row.incoming(),
                time,
                Text.of(
                        "activity.spoken",
                        row.incoming() ? Text.of("row.received", name) : Text.of("row.paid", name),
                        amount.spoken(),
                        row.memo(),
                        status.word(),
                        when.stamp(row.at())));
    }
}
