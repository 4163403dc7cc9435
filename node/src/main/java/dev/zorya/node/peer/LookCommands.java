package dev.zorya.node.peer;

import dev.zorya.channel.value.Asset;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that change nothing. */
record LookCommands(PeerNode node) {
    Fields channels(Request request) {
        return new Fields().with("channels", live(node));
    }

    static List<Object> live(PeerNode node) {
        return node.begun().stream()
                .flatMap(channels -> channels.live().stream()
                        .<Object>map(channel -> channels.fields().of(channel).map()))
                .toList();
    }

    Fields state(Request request) throws Failure {
        Channels channels = node.channels();
        return channels.fields().of(channels.find(request.channel("channel")));
    }

    Fields balances(Request request) throws Exception {
        Channels channels = node.channels();
        Map<Asset, BigInteger> found = channels.ledger().balances();
        Map<String, String> byName = new LinkedHashMap<>();
        found.forEach(
                (asset, amount) -> byName.put(channels.contracts().name(asset, node.chainId()), amount.toString()));
        return new Fields().with("balances", byName);
    }

    Fields stats(Request request) {
        return new Fields().with("stats", node.stats().now());
    }

    /** The engine took up what was stored when it began; this says what that is. */
    Fields restore(Request request) throws Failure {
        node.channels();
        Fields restored = new Fields().with("channels", live(node));
        node.lines().event("restored", restored);
        return restored;
    }
}
