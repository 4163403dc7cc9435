package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilControl;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.wallet.api.Network;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mallory pays a hundred times and then registers the balance from before. The victim, a process of its own, ends with the newest
 * balance on the chain, whatever happens meanwhile (threats 26 to 34).
 */
@Tag("slow")
@Tag("threat-26")
class MalloryTest {
    private static final Duration PERIOD = Duration.ofMinutes(30);
    private static final int PAYMENTS = 100;
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    @TempDir
    Path folder;

    private Anvil anvil;
    private Relay relay;
    private Deployment contracts;
    private Mallory mallory;
    private VictimProcess victim;
    private String address;

    /** A channel with a hundred payments, and nobody but the victim is left. */
    private void begin(AnvilOptions options) throws Exception {
        EthereumKey deployer = EthereumKey.of(
                Hashes.sha3("deployer".getBytes(StandardCharsets.UTF_8)).toArray());
        anvil = Anvil.start(
                options.withFunded(Map.of(AddressText.of(deployer.address()), ETHER.multiply(BigInteger.TEN))));
        contracts = Deployer.deploy(anvil.http(), deployer);
        relay = new Relay(anvil.http());
        Network.Ethereum network = new Network.Ethereum(
                "host",
                anvil.http(),
                null,
                options.chainId(),
                contracts.adjudicator().address(),
                contracts.etherHolder().address());
        Parts hers = Mallory.wallet(folder.resolve("mallory"), network);
        control().setBalance(AddressText.of(hers.keys().perun().address()), ETHER.multiply(BigInteger.TEN));
        Files.createDirectories(victims());
        Files.writeString(victims().resolve("contact"), hers.card().text());
        victim = process("wallet");
        mallory = Mallory.open(hers, victim.await(Victim.CARD), PERIOD);
        mallory.pay("0.01", PAYMENTS);
        mallory.vanish();
        address = mallory.victim();
    }

    @AfterEach
    void end() throws Exception {
        victim.close();
        mallory.close();
        relay.close();
        anvil.close();
    }

    private Path victims() {
        return folder.resolve("victim");
    }

    private AnvilControl control() {
        return anvil.control();
    }

    private VictimProcess process(String kind) throws Exception {
        return new VictimProcess(
                kind,
                victims().toString(),
                relay.uri().toString(),
                Long.toString(contracts.chainId()),
                contracts.adjudicator().address(),
                contracts.etherHolder().address());
    }

    private Dispute dispute() throws Exception {
        var call = Map.of(
                "to",
                contracts.adjudicator().address(),
                "data",
                "0x" + AdjudicatorCalls.disputes(mallory.channel()).hex());
        String answer = control().request("eth_call", call, "latest").stringValue();
        return Dispute.of(Bytes.fromHex(answer.substring(2)));
    }

    private void registered(long version) throws Exception {
        Wait.until(() -> dispute().isRegistered() && dispute().version() == version);
    }

    /** After the protection period the victim concludes and takes its money without being asked. */
    private void theVictimGetsTheNewestBalance() throws Exception {
        registered(PAYMENTS);
        control().increaseTime(PERIOD);
        control().mine(1);
        victim.await(Victim.CHANNEL + "SETTLED " + PAYMENTS);
        BigInteger has = control().balance(address);
        BigInteger fees = ETHER.multiply(BigInteger.valueOf(11)).subtract(has);
        assertTrue(fees.signum() > 0 && fees.compareTo(ETHER.divide(BigInteger.valueOf(100))) < 0, "has " + has);
    }

    /** Sent by the victim so far: its deposit and what it said before the judge. */
    private long transactions() throws Exception {
        return new BigInteger(
                        control()
                                .request("eth_getTransactionCount", address, "latest")
                                .stringValue()
                                .substring(2),
                        16)
                .longValueExact();
    }

    @Test
    void theVictimIsThere() throws Exception {
        begin(AnvilOptions.practice());
        mallory.cheat();
        theVictimGetsTheNewestBalance();
        assertEquals(4, transactions(), "deposit, refutation, conclusion, payout");
    }

    @Test
    @Tag("threat-27")
    void theVictimComesBackFiveSecondsBeforeTheTimeout() throws Exception {
        begin(AnvilOptions.practice());
        victim.close();
        mallory.cheat();
        registered(0);
        long timeout = dispute().timeout();
        control().setNextBlockTime(timeout - 5);
        control().mine(1);
        // a slow computer must not decide: the next block is the last one that counts
        control().setNextBlockTime(timeout - 1);
        victim = process("wallet");
        theVictimGetsTheNewestBalance();
    }

    @Test
    @Tag("threat-32")
    @Tag("threat-41")
    void theVictimIsKilledTwentyTimes() throws Exception {
        begin(AnvilOptions.practice());
        long seed = Long.getLong("zorya.seed", System.nanoTime());
        System.out.println("MalloryTest: -Dzorya.seed=" + seed);
        Random random = new Random(seed);
        mallory.cheat();
        registered(0);
        control().setInstantMining(false);
        for (int kill = 0; kill < 20; kill++) {
            victim.close();
            victim = process("wallet");
            if (kill % 2 == 0) {
                // from the wallet's opening to the refutation on its way
                victim.await(Victim.CARD);
            }
            Thread.sleep(random.nextInt(600));
        }
        victim.close();
        control().mine(1);
        control().setInstantMining(true);
        victim = process("wallet");
        theVictimGetsTheNewestBalance();
        assertEquals(4, transactions(), "nothing is done twice");
    }

    @Test
    @Tag("threat-28")
    void theChainIsOutOfReachWhileSheRegisters() throws Exception {
        begin(AnvilOptions.practice());
        relay.cut();
        mallory.cheat();
        registered(0);
        Thread.sleep(1000);
        assertEquals(0, dispute().version());
        relay.restore();
        theVictimGetsTheNewestBalance();
    }

    @Test
    @Tag("threat-34")
    void threeHundredBlocksHavePassed() throws Exception {
        begin(AnvilOptions.practice());
        victim.close();
        mallory.cheat();
        registered(0);
        control().mine(300);
        victim = process("wallet");
        theVictimGetsTheNewestBalance();
    }

    /** With the depths of a chain with real money: what is not final can vanish. */
    @Test
    @Tag("threat-29")
    void registrationAndRefutationVanishAndComeBack() throws Exception {
        begin(AnvilOptions.practice()
                .withChainId(AnvilOptions.PRACTICE_CHAIN_ID + 1)
                .withInterval(Duration.ofSeconds(1)));
        mallory.cheat();
        registered(PAYMENTS);
        control().request("anvil_reorg", 6, List.of());
        assertFalse(dispute().isRegistered(), "both are gone");
        theVictimGetsTheNewestBalance();
    }

    @Test
    @Tag("threat-35")
    void onlyAGuardIsThere() throws Exception {
        begin(AnvilOptions.practice());
        victim.close();
        victim = process("guard");
        victim.await("guarding");
        mallory.cheat();
        theVictimGetsTheNewestBalance();
    }
}
