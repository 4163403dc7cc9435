package dev.zorya.channel.codec;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What go-perun's decoders let pass and ours do not, whatever the serializer (safety rules 4 and 5). Each method returns
 * the value or fails with a {@link MalformedException}.
 */
public final class Received {
    /** An address map has 1 to this many entries; go-perun does not bound it. */
    public static final int MAX_BACKENDS = 16;

    /** Bytes of a proof: enough for RSA-8192; go-perun's keys give 256. */
    public static final int MAX_PROOF = 1024;

    private static final int MAX_AMOUNT_BITS = 256;
    private static final int ETHEREUM_ADDRESS = 20;

    private Received() {}

    /** One entry of an address map. */
    public record Entry(int backend, Bytes address) {}

    /** A count that was read, refused outside its range. */
    public static int count(int count, int min, int max, String what) {
        if (count < min || count > max) {
            throw new MalformedException(what + ": " + count + " is not within " + min + " to " + max);
        }
        return count;
    }

    /**
     * An empty map names nobody (and an accept with one crashes go-perun, OFFCHAIN.md 7.1); a key that comes twice means
     * two things at once.
     */
    public static AddressMap addresses(List<Entry> entries) {
        count(entries.size(), 1, MAX_BACKENDS, "entries of an address map");
        SortedMap<Integer, Bytes> map = new TreeMap<>();
        for (Entry entry : entries) {
            if (map.put(entry.backend(), entry.address()) != null) {
                throw new MalformedException("two addresses for backend " + entry.backend());
            }
        }
        return new AddressMap(map);
    }

    /** go-perun reads an address of length 0 as the zero address, which nobody can sign for; here it is refused. */
    public static Participant participant(AddressMap addresses) {
        Participant participant = new Participant(addresses);
        participant.on(BackendId.ETHEREUM).ifPresent(own -> own.requireSize(ETHEREUM_ADDRESS, "Ethereum address"));
        return participant;
    }

    /** go-perun crashes on a backend that it does not have (OFFCHAIN.md 4.3). */
    public static Asset asset(int backend, Bytes binary) {
        count(backend, BackendId.SIMULATION, BackendId.LAST, "backend of an asset");
        Asset asset = new Asset(backend, binary);
        if (backend == BackendId.ETHEREUM) {
            EthereumAsset.of(asset);
        }
        return asset;
    }

    /** More than a ledger can hold is refused here, so that whatever was decoded can also be hashed (safety rule 4). */
    public static BigInteger amount(BigInteger amount) {
        if (amount.bitLength() > MAX_AMOUNT_BITS) {
            throw new MalformedException("amount over " + MAX_AMOUNT_BITS + " bits");
        }
        return amount;
    }

    /**
     * An app that this wallet knows.
     *
     * @throws UnknownAppException of any other, whose data nobody here could judge
     */
    public static App app(Apps apps, Bytes id) {
        if (!apps.knows(id)) {
            throw new UnknownAppException(id);
        }
        return new App.Contract(id);
    }
}
