package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A channel, and what belongs to one, as messages show it. */
record ChannelFields(
        String self, PeerTable peers, Contracts contracts, long chainId, WatchGate watch, History history) {
    Fields of(ChannelSnapshot channel) {
        // what is shown may be newer than what was heard of
        history.keep(channel);
        Allocation allocation = channel.allocation();
        Fields fields = new Fields()
                .with("channel", channel.id() == null ? "" : channel.id().toString())
                .with("kind", channel.parent() == null ? "ledger" : "sub")
                .with("phase", phase(channel.phase()))
                .with("index", channel.ownIndex())
                .with("version", channel.version())
                .with(
                        "final",
                        channel.current() != null && channel.current().state().isFinal())
                .with("assets", assets(allocation))
                .with("balances", balances(allocation.balances()))
                .with("locked", locked(allocation))
                .with("challenge", channel.challenge().toSeconds())
                .with("app", channel.params() != null && !channel.params().app().equals(App.NONE))
                .with("peers", both(channel))
                .with("parent", channel.parent() == null ? "" : channel.parent().toString());
        return channel.id() == null
                ? fields.with("watching", false).with("history", 0)
                : fields.with("watching", watch.isWatching(channel.id())).with("history", history.size(channel.id()));
    }

    private List<String> both(ChannelSnapshot channel) {
        String peer = peers.nameOf(channel.peer());
        return channel.ownIndex() == 0 ? List.of(self, peer) : List.of(peer, self);
    }

    Fields of(State state) {
        return new Fields()
                .with("version", state.version())
                .with("final", state.isFinal())
                .with("balances", balances(state.balances()))
                .with("locked", locked(state.allocation()));
    }

    List<String> assets(Allocation allocation) {
        return allocation.assets().stream()
                .map(asset -> contracts.name(asset, chainId))
                .toList();
    }

    static List<List<String>> balances(Balances balances) {
        return balances.rows().stream().map(ChannelFields::amounts).toList();
    }

    private static List<String> amounts(List<BigInteger> amounts) {
        return amounts.stream().map(BigInteger::toString).toList();
    }

    private static List<Object> locked(Allocation allocation) {
        return allocation.locked().stream()
                .<Object>map(sub -> new Fields()
                        .with("channel", sub.id().toString())
                        .with("balances", amounts(sub.balances()))
                        .with("index_map", sub.indexMap())
                        .map())
                .toList();
    }

    /** As go-perun writes it: INIT_ACTING is InitActing. */
    private static String phase(Phase phase) {
        return Arrays.stream(phase.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
