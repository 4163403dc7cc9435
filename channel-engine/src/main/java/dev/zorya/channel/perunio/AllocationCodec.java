package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Allocation, Balances and SubAlloc of OFFCHAIN.md 3.2. The dimensions stand there twice and must agree. */
final class AllocationCodec {
    private static final int MIN_ASSET = 6;
    private static final int MIN_LOCKED = 36;

    private AllocationCodec() {}

    static void write(PerunWriter out, Allocation allocation) {
        out.uint16(allocation.assets().size());
        out.uint16(allocation.balances().participants());
        out.uint16(allocation.locked().size());
        allocation.assets().forEach(asset -> writeAsset(out, asset));
        writeBalances(out, allocation.balances());
        allocation.locked().forEach(sub -> writeLocked(out, sub));
    }

    static Allocation read(PerunReader in) {
        int assets = Received.count(in.uint16(), 1, Balances.MAX, "assets");
        int participants = Received.count(in.uint16(), 1, Balances.MAX, "participants");
        int locked = Received.count(in.uint16(), 0, Balances.MAX, "locked entries");
        List<Asset> assetList = in.list(assets, MIN_ASSET, AllocationCodec::readAsset);
        Balances balances = readBalances(in);
        if (balances.participants() != participants) {
            throw new MalformedException("balances have " + balances.participants() + " columns for " + participants);
        }
        return new Allocation(assetList, balances, in.list(locked, MIN_LOCKED, AllocationCodec::readLocked));
    }

    static void writeAsset(PerunWriter out, Asset asset) {
        out.int32(asset.backendId());
        out.object(asset.binary());
    }

    static Asset readAsset(PerunReader in) {
        return Received.asset(in.int32(), in.object());
    }

    static void writeBalances(PerunWriter out, Balances balances) {
        out.uint16(balances.assets());
        out.uint16(balances.participants());
        balances.rows().forEach(row -> row.forEach(out::bigInteger));
    }

    static Balances readBalances(PerunReader in) {
        int assets = Received.count(in.uint16(), 0, Balances.MAX, "assets");
        int participants = Received.count(in.uint16(), 0, Balances.MAX, "participants");
        List<BigInteger> amounts = in.list(assets * participants, 1, AllocationCodec::readAmount);
        List<List<BigInteger>> rows = new ArrayList<>(assets);
        for (int asset = 0; asset < assets; asset++) {
            rows.add(amounts.subList(asset * participants, (asset + 1) * participants));
        }
        return new Balances(rows);
    }

    private static BigInteger readAmount(PerunReader in) {
        return Received.amount(in.bigInteger());
    }

    private static void writeLocked(PerunWriter out, SubAllocation sub) {
        out.fixed(sub.id().bytes());
        out.list16(sub.balances(), PerunWriter::bigInteger);
        writeIndexMap(out, sub.indexMap());
    }

    private static SubAllocation readLocked(PerunReader in) {
        ChannelId id = new ChannelId(in.fixed(32));
        int assets = Received.count(in.uint16(), 0, Balances.MAX, "assets of a locked entry");
        return new SubAllocation(id, in.list(assets, 1, AllocationCodec::readAmount), readIndexMap(in));
    }

    static void writeIndexMap(PerunWriter out, List<Integer> indexMap) {
        out.list16(indexMap, PerunWriter::uint16);
    }

    static List<Integer> readIndexMap(PerunReader in) {
        return in.list(Received.count(in.uint16(), 0, Balances.MAX, "index map"), 2, PerunReader::uint16);
    }
}
