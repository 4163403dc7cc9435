package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels from the deposit to the withdrawal, on a real chain with the real contracts. */
class LifeTest {
    private static final BigInteger FORTUNE = Party.ETHER.multiply(BigInteger.valueOf(100));
    private static final BigInteger TOKENS = BigInteger.valueOf(1_000_000);

    private final Party alice = new Party("alice");
    private final Party bob = new Party("bob");
    private final Party deployer = new Party("deployer");
    private final List<AutoCloseable> open = new ArrayList<>();
    private Anvil anvil;
    private Deployment deployment;

    @BeforeEach
    void start() throws Exception {
        anvil = Anvil.start(AnvilOptions.practice()
                .withDevAccounts(1)
                .withFunded(Map.of(alice.text(), FORTUNE, bob.text(), FORTUNE, deployer.text(), FORTUNE)));
        open.add(anvil);
        deployment = Deployer.deploy(
                anvil.http(),
                deployer.key,
                new Deployer.PracticeToken(List.of(alice.address(), bob.address()), TOKENS));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private EthereumConfig config() {
        return deployment.practice(anvil.http(), anvil.webSocket());
    }

    private EthereumLedger ledger(Party party, EthereumConfig config) {
        EthereumLedger ledger = EthereumLedger.start(config, party.key, party.store, InstantSource.system());
        open.add(ledger);
        return ledger;
    }

    private List<Asset> assets() {
        return config().assets().stream().map(asset -> asset.on(31337)).toList();
    }

    @Test
    void twoAssetsThroughALifeAddUpToTheWei() throws Exception {
        EthereumLedger alices = ledger(alice, config());
        EthereumLedger bobs = ledger(bob, config());
        Balances paidIn = new Balances(List.of(row(3_000, 5_000), row(70, 0)));
        TestChannel channel = new TestChannel(List.of(alice, bob), assets(), paidIn);
        assertEquals(Optional.empty(), alices.refusal(channel.params, channel.initial));
        alices.watch(channel.id, channel.params, channel.initial, alice.witness);
        bobs.watch(channel.id, channel.params, channel.initial, bob.witness);
        alices.submit(channel.deposit(0, 0));
        alices.submit(channel.deposit(1, 0));
        bobs.submit(channel.deposit(0, 1));
        for (Party party : List.of(alice, bob)) {
            party.witness.await(
                    LedgerEvent.Holdings.class, held -> held.deposited().equals(paidIn));
        }

        Balances outcome = new Balances(List.of(row(1_000, 7_000), row(20, 50)));
        alices.submit(channel.conclude(9, outcome));
        bobs.submit(channel.conclude(9, outcome));
        for (Party party : List.of(alice, bob)) {
            assertEquals(9, party.witness.await(LedgerEvent.Concluded.class).version());
        }
        for (int asset = 0; asset < 2; asset++) {
            alices.submit(channel.withdraw(asset, 0));
            bobs.submit(channel.withdraw(asset, 1));
        }
        for (Party party : List.of(alice, bob)) {
            for (int asset = 0; asset < 2; asset++) {
                for (int part = 0; part < 2; part++) {
                    int a = asset;
                    int p = part;
                    LedgerEvent.Withdrawn left = party.witness.await(
                            LedgerEvent.Withdrawn.class, one -> one.assetIndex() == a && one.participant() == p);
                    assertEquals(outcome.of(asset, part), left.amount());
                }
            }
        }
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(1_000 - 3_000)).subtract(fees(alice)),
                anvil.control().balance(alice.text()));
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(7_000 - 5_000)).subtract(fees(bob)),
                anvil.control().balance(bob.text()));
        assertEquals(TOKENS.subtract(BigInteger.valueOf(50)), alices.balances().get(assets().get(1)));
        assertEquals(TOKENS.add(BigInteger.valueOf(50)), bobs.balances().get(assets().get(1)));
        assertTrue(alices.health().connected());
    }

    private static BigInteger fees(Party party) {
        return party.store.rows().stream().map(OwnTransaction::fee).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<BigInteger> row(long first, long second) {
        return List.of(BigInteger.valueOf(first), BigInteger.valueOf(second));
    }
}
