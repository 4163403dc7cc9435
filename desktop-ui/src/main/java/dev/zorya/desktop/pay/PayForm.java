package dev.zorya.desktop.pay;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.AmountParser;
import dev.zorya.desktop.money.Entry;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.RequestView;
import java.util.Optional;

/**
 * What a person has typed so far. Immutable: each keystroke makes a new one.
 *
 * @param contactDid empty before a contact is chosen
 * @param requestId the request of the contact that is being paid, or empty
 */
public record PayForm(Kind kind, String contactDid, String amount, String memo, String requestId) {
    static PayForm empty(Kind kind, String contactDid) {
        return new PayForm(kind, contactDid, "", "", "");
    }

    PayForm contact(String did) {
        return new PayForm(kind, did, amount, memo, "");
    }

    PayForm amount(String typed) {
        return new PayForm(kind, contactDid, typed, memo, requestId);
    }

    PayForm memo(String typed) {
        return new PayForm(kind, contactDid, amount, typed, requestId);
    }

    /** The form filled in with what the contact asks for. */
    PayForm answering(RequestView request, String amountText) {
        return new PayForm(Kind.PAY, request.contactDid(), amountText, request.memo(), request.id());
    }

    /** Empty again after a payment, for the next one to the same contact. */
    PayForm again() {
        return empty(kind, contactDid);
    }

    /** The channel that carries it: the one of the request, else the one with the most room. */
    Optional<ChannelView> channel(Snapshot snapshot) {
        Optional<ChannelView> asked = snapshot.requests().stream()
                .filter(request -> request.id().equals(requestId))
                .findFirst()
                .flatMap(request -> snapshot.channel(request.channelKey()));
        return asked.or(() -> snapshot.payable(contactDid));
    }

    /** The most that can go through the channel in this direction. */
    Amount limit(ChannelView channel) {
        return switch (kind) {
            case PAY -> channel.mine();
            case REQUEST -> channel.theirs();
        };
    }

    /** The amount as understood; without a channel there is no limit to check yet. */
    Entry entry(Snapshot snapshot) {
        return channel(snapshot)
                .map(channel -> AmountParser.parse(amount, limit(channel)))
                .orElseGet(() -> AmountParser.parse(amount, snapshot.coin()));
    }
}
