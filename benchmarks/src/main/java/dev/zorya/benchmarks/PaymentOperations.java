package dev.zorya.benchmarks;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Warmup;

/** What a payment is made of: encode, decode, hash, sign, verify; two participants, one asset. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class PaymentOperations {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private final EthereumScheme scheme = new EthereumScheme();
    private final EthereumKey key = EthereumKey.of(secret());
    private final Participant signer = Participant.ethereum(key.address());
    private final State state = new State(
            new ChannelId(Bytes.zero(32)),
            7,
            new Allocation(
                    List.of(new EthereumAsset(BigInteger.valueOf(31337), Bytes.zero(20)).toAsset()),
                    Balances.single(ETHER, ETHER.subtract(BigInteger.ONE)),
                    List.of()),
            false,
            App.NONE,
            Bytes.EMPTY);
    private final Bytes digest = scheme.digest(state);
    private final Signature signature = key.sign(digest);
    private final Envelope envelope = new Envelope(
            WireIdentity.single(Bytes.zero(270)),
            WireIdentity.single(Bytes.zero(270)),
            new UpdateMessage.Update(state, 0, signature));
    private final Perunio perunio = new Perunio(Apps.NONE);
    private final byte[] encoded = perunio.encode(envelope);

    @Benchmark
    public byte[] encodeUpdate() {
        return perunio.encode(envelope);
    }

    @Benchmark
    public Object decodeUpdate() {
        return perunio.decode(ByteBuffer.wrap(encoded), Perunio.MAX_ENVELOPE);
    }

    @Benchmark
    public Bytes hashState() {
        return scheme.digest(state);
    }

    @Benchmark
    public Signature sign() {
        return key.sign(digest);
    }

    @Benchmark
    public boolean verify() {
        return scheme.verify(digest, signature, signer);
    }

    private static byte[] secret() {
        byte[] secret = new byte[32];
        secret[31] = 7;
        return secret;
    }
}
