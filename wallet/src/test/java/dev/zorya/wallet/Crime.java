package dev.zorya.wallet;

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
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A chain, a victim in a process of its own, and Mallory, who has paid a hundred times and has vanished, with the first balance in her hands. */
final class Crime implements AutoCloseable {
    static final int PAYMENTS = 100;
    private static final Duration PERIOD = Duration.ofMinutes(30);
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private final Path folder;
    private final Anvil anvil;
    private final Relay relay;
    private final Deployment contracts;
    private final Mallory mallory;
    private VictimProcess victim;

    /** Both have put in 2 ETH; a hundred payments of 0.01 ETH follow. */
    Crime(Path data, AnvilOptions options) throws Exception {
        folder = data.resolve("victim");
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
        Parts hers = Mallory.wallet(data.resolve("mallory"), network);
        chain().setBalance(AddressText.of(hers.keys().perun().address()), ETHER.multiply(BigInteger.TEN));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("contact"), hers.card().text());
        victim = process("wallet");
        mallory = Mallory.open(hers, victim.await(Victim.CARD), PERIOD);
        mallory.pay("0.01", PAYMENTS);
        mallory.vanish();
    }

    private VictimProcess process(String kind) throws Exception {
        return process(kind, folder);
    }

    private VictimProcess process(String kind, Path data) throws Exception {
        return new VictimProcess(
                kind,
                data.toString(),
                relay.uri().toString(),
                Long.toString(contracts.chainId()),
                contracts.adjudicator().address(),
                contracts.etherHolder().address());
    }

    AnvilControl chain() {
        return anvil.control();
    }

    /** The victim's way to the chain. */
    Relay way() {
        return relay;
    }

    Mallory mallory() {
        return mallory;
    }

    VictimProcess victim() {
        return victim;
    }

    private Path secondFolder() {
        return folder.resolveSibling("second");
    }

    /** Copies all that the victim has, as for a second computer; only while it does not run. */
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, secondFolder().resolve(folder.relativize(file).toString()));
            }
        }
    }

    /** Starts another one on the copy. */
    VictimProcess second(String kind) throws Exception {
        return process(kind, secondFolder());
    }

    /** Kill -9. */
    void kill() throws InterruptedException {
        victim.close();
    }

    /** Starts the victim again. @param kind wallet or guard */
    void start(String kind) throws Exception {
        victim = process(kind);
    }

    Dispute dispute() throws Exception {
        var call = Map.of(
                "to",
                contracts.adjudicator().address(),
                "data",
                "0x" + AdjudicatorCalls.disputes(mallory.channel()).hex());
        String answer = chain().request("eth_call", call, "latest").stringValue();
        return Dispute.of(Bytes.fromHex(answer.substring(2)));
    }

    void awaitRegistered(long version) throws Exception {
        Wait.until(() -> dispute().isRegistered() && dispute().version() == version);
    }

    /** After the protection period the victim concludes and takes its money without being asked. */
    void endsWithTheNewestBalance() throws Exception {
        awaitRegistered(PAYMENTS);
        chain().increaseTime(PERIOD);
        chain().mine(1);
        victim.await(Victim.CHANNEL + "SETTLED " + PAYMENTS);
        BigInteger has = chain().balance(mallory.victim());
        BigInteger fees = ETHER.multiply(BigInteger.valueOf(11)).subtract(has);
        assertTrue(fees.signum() > 0 && fees.compareTo(ETHER.divide(BigInteger.valueOf(100))) < 0, "has " + has);
    }

    /** Of the victim, on the chain. */
    long transactions() throws Exception {
        String count = chain().request("eth_getTransactionCount", mallory.victim(), "latest")
                .stringValue();
        return Long.decode(count);
    }

    @Override
    public void close() throws Exception {
        victim.close();
        mallory.close();
        relay.close();
        anvil.close();
    }
}
