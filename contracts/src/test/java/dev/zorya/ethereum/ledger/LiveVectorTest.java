package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code onchain-live.json}, the run that ends in agreement: the Go backend's own funder and adjudicator did with the same
 * keys and the same channel what ours does here. Deposits and withdrawals are equal to the byte; an approval names another
 * holder; nothing costs more.
 *
 * <p>On an official deployment, that is, where each takes its own part: when it comes to the end, the node no longer shows the
 * code of our contracts, which could pay everybody at once.
 */
class LiveVectorTest {
    /** Anvil's first account, whose contracts have the addresses of the recording. */
    private static final Bytes DEPLOYER =
            Bytes.fromHex("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

    private static final Balances PAID_IN = new Balances(List.of(ChainTest.row(100, 50), ChainTest.row(10, 20)));
    private static final Balances OUTCOME = new Balances(List.of(ChainTest.row(70, 80), ChainTest.row(25, 5)));

    private final Party first = new Party(privateKey(0));
    private final Party second = new Party(privateKey(1));

    @Test
    void theSameLifeLeavesTheSameTransactions() throws Exception {
        var rich = Map.of(first.text(), ChainTest.FORTUNE, second.text(), ChainTest.FORTUNE);
        try (Anvil anvil = Anvil.start(AnvilOptions.practice().withFunded(rich));
                LyingNode node = LyingNode.before(anvil.http())) {
            var token = new Deployer.PracticeToken(List.of(first.address(), second.address()), ChainTest.TOKENS);
            EthereumConfig config = Deployer.deploy(anvil.http(), new Party(DEPLOYER).key, token)
                    .practice(node.http(), null);
            try (var firsts = EthereumLedger.start(config, first.key, first.store, InstantSource.system());
                    var seconds = EthereumLedger.start(config, second.key, second.store, InstantSource.system())) {
                live(config, firsts, seconds, node);
            }
        }
        List<JsonNode> recorded = new ArrayList<>();
        load("onchain-live").get("runs").get(0).get("transactions").forEach(recorded::add);
        List<OwnTransaction> ours = new ArrayList<>(first.store.rows());
        ours.addAll(second.store.rows());
        assertEquals(recorded.size(), ours.size());
        for (OwnTransaction one : ours) {
            assertEquals(OwnTransaction.Status.FINAL, one.status(), one.intentKey());
            recorded.remove(recordedAs(one, recorded));
        }
        assertEquals(List.of(), recorded);
    }

    private void live(EthereumConfig config, EthereumLedger firsts, EthereumLedger seconds, LyingNode node)
            throws Exception {
        List<Party> parties = List.of(first, second);
        var assets = config.assets().stream()
                .map(asset -> asset.on(config.chainId()))
                .toList();
        TestChannel channel = new TestChannel(parties, assets, PAID_IN, 200_001);
        ChainTest.watch(firsts, channel, first);
        ChainTest.watch(seconds, channel, second);
        for (int asset = 0; asset < 2; asset++) {
            firsts.submit(channel.deposit(asset, 0));
            seconds.submit(channel.deposit(asset, 1));
        }
        ChainTest.awaitHeld(first, PAID_IN);
        node.pretend("eth_getCode", "\"0x00\"");
        firsts.submit(channel.conclude(1, OUTCOME));
        for (Party party : parties) {
            assertEquals(1, party.witness.await(LedgerEvent.Concluded.class).version());
        }
        for (int asset = 0; asset < 2; asset++) {
            firsts.submit(channel.withdraw(asset, 0));
            seconds.submit(channel.withdraw(asset, 1));
        }
        for (Party party : parties) {
            Until.isTrue(
                    "all final",
                    () -> party.store.unfinished("1:31337").isEmpty()
                            && party.store
                                    .find("1:31337", channel.withdraw(1, 0).key())
                                    .isPresent());
        }
    }

    /** The recorded transaction that ours is: same sender, method, value, and calldata where no other address is in it. */
    private static JsonNode recordedAs(OwnTransaction one, List<JsonNode> recorded) {
        for (JsonNode row : recorded) {
            Bytes calldata = Bytes.fromHex(row.get("calldata").stringValue());
            boolean sameSender = Bytes.fromHex(row.get("from").stringValue()).equals(one.from());
            boolean sameValue =
                    row.get("value").stringValue().equals(one.value().toString());
            boolean sameCall = switch (row.get("method").stringValue()) {
                case "deposit", "withdraw" -> calldata.equals(one.data());
                case "approve" ->
                    calldata.slice(0, 4).equals(one.data().slice(0, 4))
                            && calldata.slice(36, 68).equals(one.data().slice(36, 68));
                default ->
                    calldata.slice(0, 4).equals(one.data().slice(0, 4))
                            && calldata.size() == one.data().size();
            };
            if (sameSender && sameValue && sameCall) {
                assertTrue(one.gasUsed() <= row.get("gasUsed").longValue() + SPREAD, one.intentKey());
                return row;
            }
        }
        throw new AssertionError("not in the recording: " + one);
    }

    /** The order of two concurrent senders decides who pays for a first token balance: some thousand gas either way. */
    private static final long SPREAD = 17_100;

    private static Bytes privateKey(int index) {
        return Bytes.fromHex(load("onchain-encodings")
                .get("keys")
                .get(index)
                .get("privateKey")
                .stringValue());
    }

    private static JsonNode load(String name) {
        try (InputStream in = LiveVectorTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
