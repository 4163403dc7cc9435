package dev.zorya.node.peer;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.node.peer.Failure.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Before the judge. */
record DisputeCommands(PeerNode node) {
    Fields register(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        return channels.fields().of(registered(request, channels, channel));
    }

    /** A sub-channel is registered with the channel around it. */
    private static ChannelSnapshot registered(Request request, Channels channels, ChannelSnapshot channel)
            throws Failure {
        if (channel.dispute() == null) {
            request.deadline()
                    .await(channels.engine().closeAlone(root(channels, channel).key()), Kind.TX_TIMEOUT);
        }
        return channels.await(
                request.deadline(), channel.key(), Kind.TX_TIMEOUT, Kind.CHAIN, DisputeCommands::isRegistered);
    }

    private static boolean isRegistered(ChannelSnapshot channel) {
        boolean newest = channel.dispute() != null
                && channel.dispute().registered() != null
                && Long.compareUnsigned(
                                channel.dispute().registered().version(),
                                channel.dispute().ours())
                        >= 0;
        return newest || channel.status().compareTo(Status.WITHDRAWING) >= 0;
    }

    private static ChannelSnapshot root(Channels channels, ChannelSnapshot channel) throws Failure {
        ChannelSnapshot top = channel;
        while (top.parent() != null) {
            top = channels.find(top.parent());
        }
        return top;
    }

    /** Done when the chain has it. The engine did not ask for it, and takes it for somebody's cheat if it watches. */
    Fields registerOldState(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        long version = request.number("version", 0);
        ChannelId id = Objects.requireNonNull(channel.id());
        ChannelId root = Objects.requireNonNull(root(channels, channel).id());
        Intent.Register old = channels.fields().history().outdated(root, id, version);
        CompletableFuture<LedgerEvent> there = channels.gate().look(id, fact -> isThere(fact, version));
        CompletableFuture<LedgerEvent> word = channels.gate().look(root, fact -> isWord(fact, old.key()));
        channels.gate().submitAside(old);
        request.deadline()
                .await(
                        CompletableFuture.anyOf(there, word.thenCompose(DisputeCommands::unlessRefused)),
                        Kind.TX_TIMEOUT);
        return channels.fields().of(channels.now(channel.key())).with("version", version);
    }

    private static CompletionStage<LedgerEvent> unlessRefused(LedgerEvent word) {
        return word instanceof LedgerEvent.Stuck stuck
                ? CompletableFuture.failedFuture(new Failure(Kind.CHAIN, stuck.sentence()))
                : CompletableFuture.completedFuture(word);
    }

    private static boolean isThere(LedgerEvent fact, long version) {
        return switch (fact) {
            case LedgerEvent.Registered registered -> registered.version() == version;
            case LedgerEvent.Mined other -> false;
            case LedgerEvent.Stuck other -> false;
            case LedgerEvent.Holdings other -> false;
            case LedgerEvent.Concluded other -> false;
            case LedgerEvent.Withdrawn other -> false;
        };
    }

    private static boolean isWord(LedgerEvent fact, String intent) {
        return switch (fact) {
            case LedgerEvent.Mined mined -> mined.intentKey().equals(intent);
            case LedgerEvent.Stuck stuck -> stuck.intentKey().equals(intent);
            case LedgerEvent.Registered other -> false;
            case LedgerEvent.Holdings other -> false;
            case LedgerEvent.Concluded other -> false;
            case LedgerEvent.Withdrawn other -> false;
        };
    }

    /** From what is registered, which is our newest state if nothing is. */
    Fields forceUpdate(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        Balances balances = request.balances("balances");
        boolean last = request.flag("final", false);
        registered(request, channels, channel);
        Change.Step step = current -> Optional.of(new Change.Next(balances, current.data(), last));
        request.deadline().await(channels.engine().progress(channel.key(), step), Kind.TX_TIMEOUT);
        return channels.fields().of(channels.now(channel.key()));
    }

    Fields watch(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        ChannelId id = Objects.requireNonNull(channel.id());
        boolean on = request.flag("on", true);
        boolean before = channels.gate().isWatching(id);
        channels.gate().watching(id, on);
        Fields fields = channels.fields().of(channels.now(channel.key()));
        if (before && !on) {
            node.lines().event("watch-ended", fields);
        }
        return fields;
    }
}
