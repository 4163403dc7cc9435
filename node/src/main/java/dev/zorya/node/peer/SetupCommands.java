package dev.zorya.node.peer;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.ContractSet;
import dev.zorya.ethereum.Deployer.PracticeToken;
import dev.zorya.node.peer.Failure.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who this peer is, whom it knows, and with which contracts it works. */
record SetupCommands(PeerNode node) {
    private static final BigInteger TOKENS_EACH = BigInteger.TEN.pow(24);
    private static final int MAX_TOKENS = 16;

    Fields info(Request request) {
        return info(node);
    }

    static Fields info(PeerNode node) {
        return new Fields()
                .with("name", node.settings().name())
                .with("address", node.own().binary().hex())
                .with("eth", AddressText.of(node.settings().key().address()))
                .with("host", node.host().toString())
                .with("chain_id", node.chainId())
                .with(node.begun()
                        .map(channels -> channels.contracts().fields())
                        .orElseGet(() -> new Fields()
                                .with("adjudicator", "")
                                .with("app", "")
                                .with("assets", List.of())))
                .with("peers", node.peers().names())
                .with("pid", ProcessHandle.current().pid())
                .with("policy", Choice.text(node.policy().rule()))
                .with("versions", Map.of("zorya", version(), "java", System.getProperty("java.version", "")));
    }

    private static String version() {
        String packaged = PeerCommand.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }

    /** A set is used by itself where none was set before. */
    Fields deploy(Request request) throws Exception {
        long count = request.number("tokens", 0);
        if (count > MAX_TOKENS) {
            throw Request.wrong("tokens", "at most " + MAX_TOKENS);
        }
        List<Bytes> holders = new ArrayList<>();
        for (String holder : request.texts("holders", List.of())) {
            holders.add(address(holder));
        }
        if (holders.isEmpty()) {
            holders.add(node.settings().key().address());
        }
        PracticeToken token = new PracticeToken(holders, request.amount("amount", TOKENS_EACH));
        ContractSet set = ContractSet.deploy(
                node.settings().chain().http(), node.settings().key(), Collections.nCopies((int) count, token));
        Contracts contracts = Contracts.of(set);
        if (node.begun().isEmpty()) {
            node.use(contracts);
        }
        return new Fields().with("contracts", contracts.fields().map());
    }

    private static Bytes address(String text) throws Failure {
        try {
            return AddressText.parse(text);
        } catch (MalformedException e) {
            throw new Failure(Kind.OTHER, "Not an account: " + e.getMessage(), e);
        }
    }

    Fields contracts(Request request) throws Failure {
        return node.use(Contracts.of(request.object("contracts"))).contracts().fields();
    }

    Fields addPeer(Request request) throws Failure {
        PeerEntry entry = PeerEntry.of(request.text("peer"), request.text("address"), request.text("host", ""));
        node.peers().add(entry);
        return new Fields().with("added", entry.name());
    }

    Fields policy(Request request) throws Failure {
        String wanted = request.text("policy");
        Rule rule = Arrays.stream(Rule.values())
                .filter(each -> Choice.text(each).equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Request.wrong("policy", "auto, all, ask or reject"));
        node.policy().follow(rule);
        return new Fields().with("policy", Choice.text(rule));
    }

    Fields disconnect(Request request) throws Failure {
        return new Fields()
                .with("cut", request.deadline().await(node.transport().disconnect(), Kind.TIMEOUT));
    }
}
