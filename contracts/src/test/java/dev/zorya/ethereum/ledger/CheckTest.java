package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money goes only to the right chain and to code that is known (ONCHAIN.md 9 and 10). */
class CheckTest extends ChainTest {
    @Test
    void theRightChainWithOurContractsPasses() {
        assertDoesNotThrow(() -> EthereumLedger.check(config()));
    }

    @Test
    @Tag("threat-28")
    void aWrongChainIsSaidAndNothingIsSent() throws Exception {
        EthereumConfig right = config();
        EthereumConfig wrong = EthereumConfig.practice(
                right.http(), right.webSocket(), 1, right.adjudicator(), right.assets(), right.apps());
        assertEquals(Reason.WRONG_CHAIN, refused(wrong).reason());
        assertEquals(
                "The node belongs to chain 31337 instead of chain 1. Nothing was sent. "
                        + "Check the node's address in the settings.",
                refused(wrong).getMessage());

        EthereumLedger alices = ledger(alice, wrong);
        TestChannel channel = new TestChannel(
                List.of(alice, bob), List.of(wrong.assets().getFirst().on(1)), single(5, 0));
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        assertEquals(
                Reason.WRONG_CHAIN, alice.witness.await(LedgerEvent.Stuck.class).reason());
        assertEquals(ChainHealth.State.WRONG_CHAIN, alices.health().state());
        assertEquals(0, sent(alice));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Holdings.class), "facts of another chain are none");
    }

    @Test
    @Tag("threat-17")
    void addressesWithoutTheirCodeAreRefused() {
        EthereumConfig right = config();
        Bytes nobody = Bytes.fromHex("00000000000000000000000000000000000b0b0b");
        HeldAsset ether = right.assets().get(0);
        HeldAsset.Token token = (HeldAsset.Token) right.assets().get(1);
        assertUnknown("adjudicator at 0x", with(nobody, right.assets()));
        assertUnknown("adjudicator at 0x", with(ether.holder(), right.assets()));
        assertUnknown("holder of ETH at 0x", with(right.adjudicator(), List.of(new HeldAsset.Ether(nobody))));
        assertUnknown(
                "holder of ETH at 0x", with(right.adjudicator(), List.of(new HeldAsset.Ether(right.adjudicator()))));
        assertUnknown("holder of ETH at 0x", with(right.adjudicator(), List.of(new HeldAsset.Ether(token.holder()))));
        assertUnknown(
                "holder of XYZ at 0x",
                with(right.adjudicator(), List.of(new HeldAsset.Token(token.holder(), nobody, "XYZ", 18))));
    }

    /** The code is right, but another adjudicator decides over the money. */
    @Test
    @Tag("threat-17")
    void aHolderOfAnotherAdjudicatorIsRefused() throws Exception {
        Party other = new Party("other deployer");
        anvil.control().setBalance(other.text(), FORTUNE);
        Deployment second = Deployer.deploy(anvil.http(), other.key);
        HeldAsset foreign = second.practice(anvil.http(), null).assets().getFirst();
        assertUnknown(
                "holder of ETH at " + second.etherHolder().address(), with(config().adjudicator(), List.of(foreign)));
    }

    @Test
    void nobodyThereAndSomebodyElseThereAreBothOutOfReach() throws Exception {
        EthereumConfig right = config();
        try (var page = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serveText(page));
            LedgerException noNode = refused(at(right, URI.create("http://127.0.0.1:" + page.getLocalPort())));
            assertEquals(Reason.UNREACHABLE, noNode.reason());
        }
        LedgerException nobody = refused(at(right, URI.create("http://127.0.0.1:1")));
        assertEquals(Reason.UNREACHABLE, nobody.reason());
        assertEquals(
                "The chain does not answer at 127.0.0.1:1. Your money is where it was. "
                        + "The wallet keeps trying; check the connection or the node's address.",
                nobody.getMessage());
    }

    @Test
    void balancesAndCostsComeFromTheChain() throws Exception {
        EthereumLedger alices = ledger(alice);
        assertEquals(Map.of(ether(), FORTUNE, token(), TOKENS), alices.balances());
        Costs costs = alices.costs(ether());
        assertTrue(costs.feePerGas().signum() > 0);
        assertEquals(BigInteger.valueOf(45_741).multiply(costs.feePerGas()), costs.open());
        assertEquals(BigInteger.valueOf(96_447).multiply(costs.feePerGas()), costs.closeTogether());
        assertEquals(BigInteger.valueOf(110_271 + 104_825 + 45_072).multiply(costs.feePerGas()), costs.closeAlone());
        assertTrue(costs.setAside().compareTo(costs.closeAlone()) > 0);
        assertTrue(alices.costs(token()).open().compareTo(costs.open()) > 0);
        TestChannel channel = channel(9, 0);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Mined mined = alice.witness.await(LedgerEvent.Mined.class);
        assertTrue(mined.gasUsed() <= 45_741, "our contracts cost no more than the official ones");
        LedgerException unknown =
                assertThrows(LedgerException.class, () -> alices.costs(new HeldAsset.Ether(Bytes.zero(20)).on(31337)));
        assertEquals(Reason.UNKNOWN_CONTRACTS, unknown.reason());
    }

    /** Where each takes its own part, closing together costs more. */
    @Test
    void onOfficialContractsClosingTogetherIsTwoTransactions() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = ledger(alice, deployment.practice(node.http(), null));
        Until.isTrue("checked", () -> alices.health().connected());
        node.pretend("eth_getCode", "\"0x00\"");
        Costs costs = alices.costs(ether());
        assertEquals(BigInteger.valueOf(153_336 + 45_072).multiply(costs.feePerGas()), costs.closeTogether());
    }

    private static void serveText(ServerSocket page) {
        byte[] text = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        try (var visitor = page.accept()) {
            visitor.getOutputStream().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EthereumConfig with(Bytes adjudicator, List<HeldAsset> assets) {
        EthereumConfig right = config();
        return EthereumConfig.practice(
                right.http(), right.webSocket(), right.chainId(), adjudicator, assets, right.apps());
    }

    private static EthereumConfig at(EthereumConfig config, URI http) {
        return EthereumConfig.practice(
                http, null, config.chainId(), config.adjudicator(), config.assets(), config.apps());
    }

    private static void assertUnknown(String where, EthereumConfig config) {
        LedgerException refusal = refused(config);
        assertEquals(Reason.UNKNOWN_CONTRACTS, refusal.reason());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("The " + where), refusal.getMessage());
    }

    private static LedgerException refused(EthereumConfig config) {
        return assertThrows(LedgerException.class, () -> EthereumLedger.check(config));
    }
}
