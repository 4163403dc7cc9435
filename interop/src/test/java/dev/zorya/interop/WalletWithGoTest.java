package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A person with the wallet and a person with go-perun, on the official contracts and with the settings of a public network: what
 * the wallet's window does, without the window.
 */
@Tag("slow")
class WalletWithGoTest {
    private static final long CHAIN_ID = 31337;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void aGoUserOpensPaysAndCloses() throws Exception {
        List<String> go = List.of(GoProgram.path().toString());
        try (LiveChain chain = new LiveChain();
                Peer gopher = Peer.start(
                        "gopher",
                        CommandLine.of(go, "gopher", chain, folder.resolve("gopher"))
                                .words());
                Wallet zoe = wallet(chain, contracts(chain, gopher))) {
            chain.fund(zoe.address());
            ContactView contact = introduce(gopher, zoe);
            CompletableFuture<JsonNode> asked = gopher.send(
                    "propose", "peer", "zoe", "balances", List.of(List.of(wei("2"), wei("1"))), "challenge", 600);
            until(() -> !zoe.questions().isEmpty());
            OpenQuestion question = zoe.questions().getFirst();
            assertEquals(contact.did(), question.contactDid());
            assertEquals(amount(zoe, "1"), question.mine());
            zoe.answer(question.id(), true).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String id = gopher.succeeded(asked).path("channel").asString();
            String key = zoe.channels().getFirst().key();
            until(() -> status(zoe, key) == ChannelView.Status.OPEN);
            assertEquals(id, zoe.channel(key).channel().channelId());

            gopher.ok("pay", "channel", id, "amount", wei("0.5"));
            zoe.pay(new PayOrder(key, amount(zoe, "0.25"), "no note travels", ""))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertEquals(amount(zoe, "1.25"), zoe.channel(key).channel().mine());
            assertEquals(
                    wei("1.75"),
                    gopher.ok("state", "channel", id)
                            .path("balances")
                            .path(0)
                            .path(0)
                            .asString());
            until(() ->
                    zoe.contacts().getFirst().address().equalsIgnoreCase("0x" + bare(Introduction.address(gopher))));

            zoe.close(key).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            gopher.ok("settle", "channel", id);
            gopher.event("withdrawn", id);
            until(() -> status(zoe, key) == ChannelView.Status.SETTLED);
        }
    }

    private Wallet wallet(LiveChain chain, JsonNode contracts) throws Exception {
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

    private static JsonNode contracts(LiveChain chain, Peer gopher) throws Exception {
        chain.fund(Introduction.address(gopher));
        JsonNode contracts = gopher.ok("deploy").path("contracts");
        gopher.ok("contracts", "contracts", contracts);
        return contracts;
    }

    /** Each pastes what the other's program shows; the wallet's own computer is loopback here. */
    private static ContactView introduce(Peer gopher, Wallet zoe) throws Exception {
        JsonNode info = gopher.ok("info");
        String text = "gopher=" + bare(info.path("address").asString()) + "@"
                + info.path("host").asString();
        ContactView contact = zoe.addContact(zoe.readContact(text), "Gopher");
        String[] own = zoe.ownPeerAddress().split("@");
        String host = "127.0.0.1" + own[1].substring(own[1].lastIndexOf(':'));
        gopher.ok("add-peer", "peer", "zoe", "address", own[0], "host", host);
        return contact;
    }

    private static String bare(String hex) {
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }

    private static ChannelView.Status status(Wallet wallet, String key) throws Exception {
        return wallet.channel(key).channel().status();
    }

    private static String wei(String ether) {
        return new BigDecimal(ether).movePointRight(18).toBigIntegerExact().toString();
    }

    private static Amount amount(Wallet wallet, String ether) {
        return new Amount(
                new BigDecimal(ether).movePointRight(18).toBigIntegerExact(),
                wallet.coins().getFirst());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("did not become true within " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(20);
        }
    }
}
