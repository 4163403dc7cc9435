package dev.zorya.wallet;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.PaymentView;

/** Lines of the book as people see them. */
final class Payments {
    private Payments() {}

    static PaymentView view(BookEntry entry, ProposalId channel, String contactDid, Coin coin) {
        return new PaymentView(
                entry.id().hex(),
                channel.toString(),
                contactDid,
                entry.direction() == BookEntry.Direction.IN,
                switch (entry.status()) {
                    case PENDING -> PaymentView.Status.PENDING;
                    case DONE -> PaymentView.Status.DONE;
                    case CANCELLED -> PaymentView.Status.CANCELLED;
                },
                new Amount(entry.amount(), coin),
                Memos.clean(entry.memo()),
                entry.version(),
                entry.at());
    }
}
