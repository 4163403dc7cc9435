package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.vectors.OnchainVectors;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of onchain-calldata.json, byte for byte. */
class CalldataVectorTest {
    private final JsonNode file = Vectors.load("onchain-calldata");

    @TestFactory
    Stream<DynamicTest> calldata() {
        return Vectors.each(file.required("calls"), row -> assertEquals(Vectors.bytes(row, "calldata"), calldata(row)));
    }

    /** The keys of this file are those of onchain-encodings.json. */
    @TestFactory
    Stream<DynamicTest> keys() {
        return Vectors.each(file.required("keys"), row -> Vectors.text(row, "seed"), row -> {
            assertEquals(
                    Vectors.text(row, "address"),
                    OnchainVectors.key(row.required("index").intValue()).toString());
        });
    }

    private Bytes calldata(JsonNode row) {
        return switch (Vectors.text(row, "name")) {
            case "deposit 10 ETH for key 0" ->
                AssetHolderCalls.deposit(funding(0), Vectors.number(row.required("value")));
            case "deposit 5 ETH for key 1" ->
                AssetHolderCalls.deposit(funding(1), Vectors.number(row.required("value")));
            case "approve 400 token units for the ERC20 asset holder" ->
                TokenCalls.approve(address("assetHolderERC20"), BigInteger.valueOf(400));
            case "deposit 400 token units" ->
                AssetHolderCalls.deposit(
                        Vectors.bytes(
                                OnchainVectors.row("two-assets")
                                        .required("fundingIDs")
                                        .get(1),
                                "fundingID"),
                        BigInteger.valueOf(400));
            case "register ledger-v0" -> register("ledger-v0");
            case "register (refute with) ledger-v1" -> register("ledger-v1");
            case "register two-assets" -> register("two-assets");
            case "register three-parties" -> register("three-parties");
            case "register app-v0" -> register("app-v0");
            case "register sub-parent with its tree" -> register("sub-parent", "sub-child-with-nested", "sub-nested");
            case "register virtual-parent-alice with the virtual channel" ->
                register("virtual-parent-alice", "virtual-channel");
            case "register virtual-parent-bob with the virtual channel" ->
                register("virtual-parent-bob", "virtual-channel");
            case "progress app-v0 to app-v1 by key 0" ->
                AdjudicatorCalls.progress(
                        OnchainVectors.params(OnchainVectors.row("app-v0")),
                        state("app-v0"),
                        state("app-v1"),
                        0,
                        transaction("app-v1").ordered().getFirst());
            case "conclude ledger-v1" -> conclude("ledger-v1");
            case "conclude sub-parent with its tree" -> conclude("sub-parent", "sub-child-with-nested", "sub-nested");
            case "conclude virtual-parent-bob" -> conclude("virtual-parent-bob", "virtual-channel");
            case "concludeFinal ledger-v2-final" ->
                AdjudicatorCalls.concludeFinal(
                        OnchainVectors.params(OnchainVectors.row("ledger-v2-final")), transaction("ledger-v2-final"));
            case "channelID of ledger-v0" ->
                AdjudicatorCalls.channelId(OnchainVectors.params(OnchainVectors.row("ledger-v0")));
            case "hashState of ledger-v0" -> AdjudicatorCalls.hashState(state("ledger-v0"));
            case "disputes of ledger-v0" -> AdjudicatorCalls.disputes(ledger());
            case "setOutcome of ledger-v2-final (only the adjudicator may call)" ->
                AssetHolderCalls.setOutcome(
                        ledger(),
                        OnchainVectors.params(OnchainVectors.row("ledger-v2-final"))
                                .parts(),
                        state("ledger-v2-final").balances().rows().getFirst());
            case "withdraw for key 0" -> withdraw(0);
            case "withdraw for key 1" -> withdraw(1);
            case "holdings of key 0" -> AssetHolderCalls.holdings(funding(0));
            case "settled" -> AssetHolderCalls.settled(ledger());
            case "adjudicator" -> AssetHolderCalls.adjudicator();
            default -> throw new AssertionError("row without an expectation");
        };
    }

    private static Bytes register(String root, String... children) {
        return AdjudicatorCalls.register(
                OnchainVectors.signed(OnchainVectors.row(root)),
                Stream.of(children)
                        .map(child -> OnchainVectors.signed(OnchainVectors.row(child)))
                        .toList());
    }

    private static Bytes conclude(String root, String... children) {
        List<State> states = Stream.of(children).map(CalldataVectorTest::state).toList();
        return AdjudicatorCalls.conclude(OnchainVectors.params(OnchainVectors.row(root)), state(root), states);
    }

    private static Bytes withdraw(int key) {
        WithdrawalAuth auth =
                OnchainVectors.auth(OnchainVectors.withdrawalAuths().get(key));
        return AssetHolderCalls.withdraw(auth, OnchainVectors.key(key).sign(EthereumEncoding.digest(auth)));
    }

    private static Bytes funding(int key) {
        return Vectors.bytes(
                OnchainVectors.row("ledger-v0").required("fundingIDs").get(key), "fundingID");
    }

    private static ChannelId ledger() {
        return state("ledger-v0").id();
    }

    private static State state(String name) {
        return OnchainVectors.state(OnchainVectors.row(name));
    }

    private static Transaction transaction(String name) {
        return OnchainVectors.transaction(OnchainVectors.row(name));
    }

    private Bytes address(String name) {
        return AddressText.parse(Vectors.text(file.required("addresses"), name));
    }
}
