package dev.zorya.desktop.activity;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Payments;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.PaymentView;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Everything about one payment.
 *
 * @param pending whether the note of a pending payment is shown
 */
record PaymentDetail(
        String id,
        Shown amount,
        String who,
        boolean pending,
        String pendingSince,
        SequencedMap<String, String> facts,
        String channelKey) {
    static PaymentDetail of(PaymentView payment, Snapshot snapshot, Money money, When when) {
        String name = People.of(snapshot, payment.contactDid()).name();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Text.of("drawer.exactly"), money.exact(payment.amount()).text());
        facts.put(Text.of("drawer.note"), payment.memo().isBlank() ? Text.of("row.no-note") : payment.memo());
        facts.put(Text.of("drawer.when"), when.full(payment.at()));
        facts.put(Text.of("drawer.status"), Payments.of(payment.status()).word());
        facts.put(Text.of("drawer.version"), Long.toString(payment.version()));
        facts.put(Text.of("pay.fee"), Text.of("pay.no-fee"));
        return new PaymentDetail(
                payment.id(),
                Payments.amount(payment, money),
                payment.incoming() ? Text.of("drawer.from", name) : Text.of("drawer.to", name),
                payment.status() == PaymentView.Status.PENDING,
                when.stamp(payment.at()),
                facts,
                payment.channelKey());
    }
}
