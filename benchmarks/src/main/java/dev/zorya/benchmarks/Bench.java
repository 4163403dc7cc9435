package dev.zorya.benchmarks;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Durable payments between two processes: real TLS, real SQLite with synchronous=FULL, a real chain for opening and closing. */
@Command(
        name = "zorya bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures durable payments between two processes over TLS.",
            "A payment counts when both have signed it and both have it on the disk."
        })
public final class Bench implements Callable<Integer> {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "length of each measurement in seconds (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "40",
            description =
                    "seconds of payments before the first measurement, for Java to compile what runs often (default:"
                            + " ${DEFAULT-VALUE})")
    int warmUp;

    @Option(
            names = "--channels",
            defaultValue = "10",
            description = "channels of the third measurement (default: ${DEFAULT-VALUE})")
    int channels;

    @Option(
            names = "--payers",
            defaultValue = "100",
            description = "threads that share one channel in the fourth (default: ${DEFAULT-VALUE})")
    int payers;

    @Option(
            names = "--strangers",
            defaultValue = "0",
            description =
                    "idle connections of strangers, and one who floods, during a last measurement; 1000 shows what they"
                            + " cost (default: none)")
    int strangers;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "where the files of both wallets lie; decides what a commit costs (default: the system's folder"
                            + " for temporary files)")
    Path place = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--profile", description = "also print where the first process spends its time")
    boolean profile;

    public static void main(String... args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory(place, "zorya-bench");
        EthereumKey payer = key();
        byte[] responderSecret = secret();
        EthereumKey responder = EthereumKey.of(responderSecret);
        EthereumKey deployer = key();
        BigInteger much = ETHER.multiply(BigInteger.valueOf(1000));
        try (Anvil chain = Anvil.start(AnvilOptions.practice()
                .withFunded(Map.of(hex(payer), much, hex(responder), much, hex(deployer), much)))) {
            Deployment contracts = Deployer.deploy(chain.http(), deployer);
            Path deployment = folder.resolve("deployment.json");
            Files.writeString(deployment, contracts.toJson());
            try (OtherProcess other = OtherProcess.start(
                            Bytes.of(responderSecret).hex(), folder.resolve("responder"), chain, deployment);
                    BenchPeer peer = new BenchPeer(
                            "payer",
                            payer,
                            folder.resolve("payer"),
                            chain.http(),
                            chain.webSocket(),
                            contracts,
                            event -> {})) {
                peer.knows(other.introduce(peer.card()));
                Measurement measurement = new Measurement(peer, other.card(), contracts, folder, warmUp, seconds);
                measurement.run(channels, payers, strangers, profile);
            }
        }
        return 0;
    }

    private static String hex(EthereumKey key) {
        return "0x" + key.address().hex();
    }

    private static EthereumKey key() {
        return EthereumKey.of(secret());
    }

    private static byte[] secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        secret[0] = 1;
        return secret;
    }
}
