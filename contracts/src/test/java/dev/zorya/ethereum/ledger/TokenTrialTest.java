package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.LedgerEvent.Stuck;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.artifact.Artifact;
import dev.zorya.ethereum.artifact.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens are played through before they are trusted: what does not come out whole never goes in. */
@Tag("threat-18")
class TokenTrialTest extends ChainTest {
    private static final String FEE =
            "The token ODD keeps a part of each transfer, so a channel could not pay out what was"
                    + " paid in. Nothing was sent. Use another asset.";

    private String developer() throws Exception {
        return anvil.control().request("eth_accounts").path(0).asString();
    }

    private Bytes put(String code) throws Exception {
        var hash = anvil.control()
                .request("eth_sendTransaction", Map.of("from", developer(), "data", code, "gas", "0x400000"));
        Until.isTrue("mined", () -> !receipt(hash).isNull());
        JsonNode receipt = receipt(hash);
        return Bytes.fromHex(receipt.path("contractAddress").asString());
    }

    private JsonNode receipt(JsonNode hash) throws Exception {
        return anvil.control().request("eth_getTransactionReceipt", hash.asString());
    }

    /** A token of the test's own, all of it Alice's, with a holder of ours. */
    private HeldAsset.Token odd(String name) throws Exception {
        String code;
        try (var in = Artifact.class.getResourceAsStream(name + ".json")) {
            code = JsonMapper.shared().readTree(in).path("creationCode").asString();
        }
        Bytes token = put(code + word(alice.address()) + "%064x".formatted(1_000_000));
        Bytes holder =
                put(Artifact.of(Contract.ASSET_HOLDER_ERC20).deployment(word(config().adjudicator()) + word(token)));
        return new HeldAsset.Token(holder, token, "ODD", 18);
    }

    private static String word(Bytes address) {
        return "0".repeat(24) + address.hex();
    }

    private EthereumConfig with(HeldAsset.Token token) {
        EthereumConfig right = config();
        return EthereumConfig.practice(
                right.http(), right.webSocket(), right.chainId(), right.adjudicator(), List.of(token), Set.of());
    }

    private TestChannel channel(HeldAsset.Token token, long alices, long bobs) {
        return new TestChannel(List.of(alice, bob), List.of(token.on(31337)), single(alices, bobs));
    }

    @Test
    void aTokenThatTakesAFeeIsRefusedBeforeAnythingIsPaid() throws Exception {
        HeldAsset.Token taxed = odd("TaxedToken");
        EthereumLedger alices = ledger(alice, with(taxed));
        TestChannel channel = channel(taxed, 500, 0);
        assertEquals(Optional.of(FEE), alices.refusal(channel.params, channel.initial));
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        assertEquals(FEE, alice.witness.await(Stuck.class).sentence());
        assertEquals(0, sent(alice), "no approval either");
    }

    /** The peer would pay it in: what he has tells, before we accept. */
    @Test
    void aTokenOfThePeerIsTriedWithHisMoney() throws Exception {
        HeldAsset.Token taxed = odd("TaxedToken");
        EthereumLedger bobs = ledger(bob, with(taxed));
        TestChannel channel = channel(taxed, 500, 0);
        assertEquals(Optional.of(FEE), bobs.refusal(channel.params, channel.initial));
        TestChannel poor = channel(taxed, 0, 500);
        assertEquals(Optional.empty(), bobs.refusal(poor.params, poor.initial), "Bob has none to try it with");
    }

    @Test
    void aTokenThatAnswersNothingIsFineWithOurHolder() throws Exception {
        HeldAsset.Token mute = odd("MuteToken");
        EthereumLedger alices = ledger(alice, with(mute));
        TestChannel channel = channel(mute, 500, 0);
        assertEquals(Optional.empty(), alices.refusal(channel.params, channel.initial));
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        awaitHeld(alice, single(500, 0));
    }

    /** It goes in and would not come out: the token has locked the holder. */
    @Test
    void aTokenThatDoesNotComeOutAgainIsRefused() throws Exception {
        HeldAsset.Token mute = odd("MuteToken");
        String selector = Hashes.keccak256("lock(address)".getBytes(StandardCharsets.US_ASCII))
                .slice(0, 4)
                .hex();
        anvil.control()
                .request(
                        "eth_sendTransaction",
                        Map.of(
                                "from",
                                developer(),
                                "to",
                                AddressText.of(mute.token()),
                                "data",
                                "0x" + selector + word(mute.holder())));
        EthereumLedger alices = ledger(alice, with(mute));
        TestChannel channel = channel(mute, 500, 0);
        assertEquals(
                Optional.of("The token ODD could be paid into a channel and would not come out again in full. "
                        + "Nothing was sent. Use another asset."),
                alices.refusal(channel.params, channel.initial));
    }

    @Test
    void aGoodTokenIsFineAndNothingIsLeftOfTheTrial() throws Exception {
        EthereumLedger alices = ledger(alice);
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(token()), single(300, 200));
        assertEquals(Optional.empty(), alices.refusal(channel.params, channel.initial));
        assertEquals(TOKENS, alices.balances().get(token()));
        assertEquals(0, sent(alice));
    }

    @Test
    void withoutATrialThereIsNoTrust() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        node.refuse("eth_simulateV1", "the method eth_simulateV1 does not exist");
        EthereumLedger alices = ledger(alice, deployment.practice(node.http(), null));
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(token()), single(300, 200));
        String sentence = alices.refusal(channel.params, channel.initial).orElseThrow();
        assertTrue(sentence.startsWith("The node cannot try out the token PRACTICE"), sentence);
        TestChannel ether = channel(5, 5);
        assertEquals(Optional.empty(), alices.refusal(ether.params, ether.initial), "only tokens need it");
    }
}
