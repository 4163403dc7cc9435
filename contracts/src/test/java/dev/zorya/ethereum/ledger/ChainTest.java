package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new chain with our contracts and two rich accounts for each test; all that a test opens is closed after it. */
abstract class ChainTest {
    static final BigInteger FORTUNE = Party.ETHER.multiply(BigInteger.valueOf(100));
    static final BigInteger TOKENS = BigInteger.valueOf(1_000_000);

    final Party alice = new Party("alice");
    final Party bob = new Party("bob");
    final Party deployer = new Party("deployer");
    Anvil anvil;
    Deployment deployment;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** How the chain of this class is run. */
    AnvilOptions options() {
        return AnvilOptions.practice();
    }

    @BeforeEach
    void startChain() throws Exception {
        anvil = newAnvil();
        deployment = Deployer.deploy(
                anvil.http(),
                deployer.key,
                new Deployer.PracticeToken(List.of(alice.address(), bob.address()), TOKENS));
    }

    /** The first time, or again after the last one ended. */
    Anvil newAnvil() throws Exception {
        var rich = Map.of(alice.text(), FORTUNE, bob.text(), FORTUNE, deployer.text(), FORTUNE);
        return closing(Anvil.start(options().withDevAccounts(1).withFunded(rich)));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    <T extends AutoCloseable> T closing(T one) {
        open.add(one);
        return one;
    }

    EthereumConfig config() {
        return deployment.practice(anvil.http(), anvil.webSocket());
    }

    EthereumLedger ledger(Party party, EthereumConfig config) {
        return closing(EthereumLedger.start(config, party.key, party.store, InstantSource.system()));
    }

    EthereumLedger ledger(Party party) {
        return ledger(party, config());
    }

    Asset ether() {
        return config().assets().get(0).on(config().chainId());
    }

    Asset token() {
        return config().assets().get(1).on(config().chainId());
    }

    /** With ETH alone. */
    TestChannel channel(long alices, long bobs) {
        return new TestChannel(List.of(alice, bob), List.of(ether()), single(alices, bobs));
    }

    static void watch(EthereumLedger ledger, TestChannel channel, Party party) {
        ledger.watch(channel.id, channel.params, channel.initial, party.witness);
    }

    static Balances single(long first, long second) {
        return new Balances(List.of(row(first, second)));
    }

    static List<BigInteger> row(long first, long second) {
        return List.of(BigInteger.valueOf(first), BigInteger.valueOf(second));
    }

    /** Waits until this party's ledger reports these deposits. */
    static LedgerEvent.Holdings awaitHeld(Party party, Balances held) {
        return party.witness.await(
                LedgerEvent.Holdings.class, event -> event.deposited().equals(held));
    }

    /** What a holder holds right now for a party, asked past all ledgers. */
    BigInteger held(TestChannel channel, Party party) throws Exception {
        try (Node node = Node.at(anvil.http())) {
            Batch batch = node.batch();
            Bytes id = EthereumEncoding.fundingId(channel.id, party.address());
            Slot slot = batch.call(config().assets().getFirst().holder(), AssetHolderCalls.holdings(id), At.LATEST);
            batch.run();
            return slot.quantity();
        }
    }

    /** How a channel stands before the judge right now, asked past all ledgers. */
    Dispute dispute(TestChannel channel) throws Exception {
        try (Node node = Node.at(anvil.http())) {
            Batch batch = node.batch();
            Slot slot = batch.call(config().adjudicator(), AdjudicatorCalls.disputes(channel.id), At.LATEST);
            batch.run();
            return Dispute.of(slot.bytes());
        }
    }

    void awaitVersion(TestChannel channel, long version) throws Exception {
        Until.isTrue("registered", () -> {
            Dispute dispute = dispute(channel);
            return dispute.isRegistered() && dispute.version() == version;
        });
    }

    /** How many transactions of the party are in the chain. */
    long sent(Party party) throws Exception {
        String count = anvil.control()
                .request("eth_getTransactionCount", party.text(), "latest")
                .asString();
        return Long.decode(count);
    }

    /** The node has so many transactions that are in no block. */
    void awaitPending(int count) throws Exception {
        Until.isTrue(
                "sent again",
                () -> anvil.control()
                        .request("txpool_status")
                        .path("pending")
                        .asString()
                        .equals("0x" + count));
    }

    /** From now on the account does what this code does when it gets money (EIP-7702). */
    void delegate(Party party, String code) throws Exception {
        String target = "0x000000000000000000000000000000000000c0de";
        anvil.control().request("anvil_setCode", target, code);
        anvil.control().request("anvil_setCode", party.text(), "0xef0100" + target.substring(2));
    }

    /** A ledger that asks this node, fifty times a second. */
    EthereumLedger through(LyingNode node, Party party) {
        return ledger(party, deployment.practice(node.http(), null).withPoll(Duration.ofMillis(20)));
    }

    static OwnTransaction stored(Party party, String key) {
        return party.store.find("1:31337", key).orElseThrow();
    }

    static boolean isStored(Party party, String key, OwnTransaction.Status status) {
        return party.store
                .find("1:31337", key)
                .filter(row -> row.status() == status)
                .isPresent();
    }

    static BigInteger fees(Party party) {
        return party.store.rows().stream().map(OwnTransaction::fee).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
