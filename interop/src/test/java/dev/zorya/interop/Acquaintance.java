package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.Wallet;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A person with the wallet, Zoe, and a person with go-perun, on the official contracts and with the settings of a public network. Each
 * has pasted what the other's program shows.
 */
final class Acquaintance implements AutoCloseable {
    private static final long CHAIN_ID = 31337;
    private static final long PATIENCE_SECONDS = 60;
    private static final String GOPHER = "gopher";

    private final Path folder;
    private final LiveChain chain = new LiveChain();
    private final JsonNode contracts;
    private final Wallet zoe;
    private Peer gopher;

    Acquaintance(Path folder) throws Exception {
        this.folder = folder;
        gopher = Peer.start(GOPHER, command().words());
        chain.fund(Introduction.address(gopher));
        contracts = gopher.ok("deploy").path("contracts");
        gopher.ok("contracts", "contracts", contracts);
        zoe = wallet();
        chain.fund(zoe.address());
        zoe.addContact(zoe.readContact(pasted()), "Gopher");
        knowsZoe();
    }

    /** Where the go-perun user lives, with the keys that others know it by. */
    CommandLine command() throws Exception {
        return CommandLine.of(List.of(GoProgram.path().toString()), GOPHER, chain, store())
                .with("-wirekey", folder.resolve("wire.pem").toString());
    }

    /** Of the go-perun user. */
    Path store() {
        return folder.resolve(GOPHER);
    }

    Wallet zoe() {
        return zoe;
    }

    Peer gopher() {
        return gopher;
    }

    private Wallet wallet() throws Exception {
        WalletsOnDisk wallets = new WalletsOnDisk(folder.resolve("zoe"));
        Network network = new Network.Ethereum(
                "official contracts",
                URI.create(chain.rpc().replace("ws://", "http://")),
                null,
                CHAIN_ID,
                contracts.path("adjudicator").asString(),
                contracts.path("assets").path(0).path("holder").asString());
        return wallets.create(
                new NewWallet("Zoe", wallets.newWords(12), "correct horse".toCharArray(), network),
                (phase, done) -> {});
    }

    /** What the go-perun user shows to others. */
    private String pasted() throws Exception {
        JsonNode info = gopher.ok("info");
        return GOPHER + "=" + bare(info.path("address").asString()) + "@"
                + info.path("host").asString();
    }

    /** The wallet's own computer is loopback here. */
    private void knowsZoe() throws Exception {
        String[] own = zoe.ownPeerAddress().split("@");
        String host = "127.0.0.1" + own[1].substring(own[1].lastIndexOf(':'));
        gopher.ok("add-peer", "peer", "zoe", "address", own[0], "host", host);
    }

    /** Whoever comes back at the same place says to be the go-perun user. */
    void comesBack(CommandLine changed) throws Exception {
        String host = gopher.ok("info").path("host").asString();
        gopher.kill();
        gopher = Peer.start(
                GOPHER, changed.again(contracts).with("-listen", host).words());
    }

    /** It reaches out for Zoe by itself from now on. */
    void reachesOut() throws Exception {
        knowsZoe();
    }

    /** The go-perun user proposes a channel: 2 ETH of its own and 1 of Zoe's, in which she consents. The answer is its id. */
    String opened() throws Exception {
        CompletableFuture<JsonNode> asked = proposed();
        until(() -> !zoe.questions().isEmpty());
        OpenQuestion question = zoe.questions().getFirst();
        zoe.answer(question.id(), true).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String id = gopher.succeeded(asked).path("channel").asString();
        until(() -> channel().status() == ChannelView.Status.OPEN);
        return id;
    }

    CompletableFuture<JsonNode> proposed() {
        return gopher.send(
                "propose", "peer", "zoe", "balances", List.of(List.of(wei("2"), wei("1"))), "challenge", 600);
    }

    /** The only channel of the wallet. */
    ChannelView channel() throws Exception {
        return zoe.channel(zoe.channels().getFirst().key()).channel();
    }

    /** Zoe pays; done when the other has signed. */
    void pays(String ether) throws Exception {
        zoe.pay(new PayOrder(channel().key(), amount(ether), "no note travels", ""))
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Both go their ways and have their money. */
    void close(String id) throws Exception {
        zoe.close(channel().key()).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        gopher.ok("settle", "channel", id);
        gopher.event("withdrawn", id);
        until(() -> channel().status() == ChannelView.Status.SETTLED);
    }

    /** What the go-perun user owns in a channel, in wei. */
    String theirs(String id) throws InterruptedException {
        return gopher.ok("state", "channel", id)
                .path("balances")
                .path(0)
                .path(0)
                .asString();
    }

    static String bare(String hex) {
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }

    static String wei(String ether) {
        return new BigDecimal(ether).movePointRight(18).toBigIntegerExact().toString();
    }

    Amount amount(String ether) {
        return new Amount(
                new BigDecimal(ether).movePointRight(18).toBigIntegerExact(),
                zoe.coins().getFirst());
    }

    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("did not become true within " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        zoe.close();
        gopher.close();
        chain.close();
    }
}
