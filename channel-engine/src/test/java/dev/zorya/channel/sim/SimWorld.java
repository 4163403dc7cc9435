package dev.zorya.channel.sim;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network, a ledger and a clock with wallets in between. */
public final class SimWorld implements AutoCloseable {
    /** The chain that all assets are on. */
    public static final BigInteger CHAIN = BigInteger.valueOf(1337);

    public static final Asset COIN = asset(1);
    public static final Asset TOKEN = asset(2);

    /** What every wallet owns at the beginning. */
    public static final Map<Asset, BigInteger> PURSE =
            Map.of(COIN, BigInteger.valueOf(1_000_000_000), TOKEN, BigInteger.valueOf(1_000_000));

    private final ManualClock clock = new ManualClock();
    private final MemoryNetwork network = new MemoryNetwork(new Perunio(Apps.of(NimApp.ID)));
    private final ModelLedger ledger = new ModelLedger(new EthereumScheme(), clock);
    private final Limits limits;
    private final List<SimParty> parties = new ArrayList<>();

    public SimWorld() {
        this(Limits.REAL.withAnswers(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMillis(200)));
    }

    /** A world whose wallets wait as long as this says. */
    public SimWorld(Limits limits) {
        this.limits = limits;
    }

    private static Asset asset(int number) {
        byte[] holder = new byte[20];
        holder[19] = (byte) number;
        return new EthereumAsset(CHAIN, Bytes.wrap(holder)).toAsset();
    }

    /** A new wallet, started. The same name always has the same keys. */
    public SimParty party(String name) {
        SimParty party = new SimParty(this, name);
        parties.add(party);
        return party;
    }

    public ManualClock clock() {
        return clock;
    }

    public MemoryNetwork network() {
        return network;
    }

    public ModelLedger ledger() {
        return ledger;
    }

    public Limits limits() {
        return limits;
    }

    /** Money is only ever moved. */
    public boolean isConserved() {
        BigInteger wallets = BigInteger.valueOf(parties.size());
        return PURSE.entrySet().stream()
                .allMatch(e -> ledger.total(e.getKey()).equals(e.getValue().multiply(wallets)));
    }

    @Override
    public void close() {
        parties.forEach(SimParty::close);
    }
}
