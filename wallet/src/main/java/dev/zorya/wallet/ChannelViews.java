package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.value.Balances;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ChannelView.Status;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.DisputeView;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Shows the engine's channels in the words of UI.md 7. */
final class ChannelViews {
    private final Coins coins;
    private final Contacts contacts;
    private final Slowness slowness;
    private final Disputes disputes;

    ChannelViews(Coins coins, Contacts contacts, Slowness slowness, Disputes disputes) {
        this.coins = coins;
        this.contacts = contacts;
        this.slowness = slowness;
        this.disputes = disputes;
    }

    ChannelView view(ChannelSnapshot channel) {
        Coin coin = coin(channel);
        Balances balances = channel.allocation().balances();
        BigInteger mine = balances.of(0, channel.ownIndex());
        BigInteger pending = pending(channel);
        Status status = status(channel);
        @Nullable DisputeView dispute = disputes.view(channel, coin, contactOf(channel));
        return new ChannelView(
                channel.key().toString(),
                channel.id() == null ? "" : channel.id().toString(),
                contacts.didOf(channel.peer()),
                status,
                dispute == null ? waits(channel, status) : dispute.next(),
                new Amount(mine.subtract(pending), coin),
                new Amount(balances.of(0, 1 - channel.ownIndex()), coin),
                new Amount(pending, coin),
                channel.version(),
                channel.challenge(),
                channel.created(),
                dispute);
    }

    private String waits(ChannelSnapshot channel, Status status) {
        boolean unanswered = channel.status() == ChannelSnapshot.Status.FINALISING;
        return Texts.get(unanswered ? "waits.FINALISING" : "waits." + status, contactOf(channel));
    }

    /** The name of the other side. */
    String contactOf(ChannelSnapshot channel) {
        return contacts.nameOf(channel.peer());
    }

    Coin coin(ChannelSnapshot channel) {
        return coins.find(channel.allocation().assets().getFirst()).orElse(coins.own());
    }

    static BigInteger pending(ChannelSnapshot channel) {
        return channel.pendingOut().isEmpty()
                ? BigInteger.ZERO
                : channel.pendingOut().getFirst();
    }

    private Status status(ChannelSnapshot channel) {
        return switch (channel.status()) {
            case PROPOSAL_SENT, PROPOSAL_RECEIVED -> Status.PROPOSED;
            case INIT_SIGNING, FUNDING -> Status.OPENING;
            case OPEN, DECIDING -> pending(channel).signum() > 0 ? Status.PENDING : Status.OPEN;
            case UPDATING -> slowness.status(channel);
            case STALE -> Status.STALE;
            case FINALISING, FINAL -> Status.CLOSING;
            case DISPUTED -> Status.IN_DISPUTE;
            case WITHDRAWING -> Status.PAYING_OUT;
            case WITHDRAWN -> Status.SETTLED;
            case ENDED -> Status.DECLINED;
        };
    }
}
