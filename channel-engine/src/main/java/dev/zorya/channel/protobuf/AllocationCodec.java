package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Allocation, Balances, SubAlloc and IndexMap of OFFCHAIN.md 4.2. Locked entries are written, which go-perun forgets and
 * reads (4.3).
 */
final class AllocationCodec {
    private AllocationCodec() {}

    static void write(FieldWriter out, Allocation allocation) {
        List<Asset> assets = allocation.assets();
        out.elements(
                1,
                assets.stream()
                        .map(asset -> AddressCodec.backend(asset.backendId()))
                        .toList());
        out.elements(2, assets.stream().map(Asset::binary).toList());
        out.message(3, balances -> writeBalances(balances, allocation.balances()));
        allocation
                .locked()
                .forEach(sub -> out.message(4, entry -> {
                    entry.bytes(1, sub.id().bytes());
                    entry.message(2, row -> row.magnitudes(1, sub.balances()));
                    entry.message(3, map -> writeIndexMap(map, sub.indexMap()));
                }));
    }

    static Allocation read(Fields in) {
        return new Allocation(
                readAssets(in),
                readBalances(in.message(3)),
                in.messages(
                        4,
                        "locked entries",
                        entry -> new SubAllocation(
                                new ChannelId(entry.bytes(1)),
                                readRow(entry.message(2)),
                                readIndexMap(entry.message(3)))));
    }

    /** go-perun crashes if there is no backend for an asset. */
    private static List<Asset> readAssets(Fields in) {
        List<Bytes> backends = in.elements(1, "backends");
        List<Bytes> binaries = in.elements(2, "assets");
        if (backends.size() != binaries.size()) {
            throw new MalformedException(backends.size() + " backends for " + binaries.size() + " assets");
        }
        List<Asset> assets = new ArrayList<>();
        for (int i = 0; i < binaries.size(); i++) {
            assets.add(Received.asset(AddressCodec.backend(backends.get(i)), binaries.get(i)));
        }
        return assets;
    }

    static void writeBalances(FieldWriter out, Balances balances) {
        balances.rows().forEach(amounts -> out.message(1, row -> row.magnitudes(1, amounts)));
    }

    static Balances readBalances(Fields in) {
        return new Balances(in.messages(1, "balance rows", AllocationCodec::readRow));
    }

    private static List<BigInteger> readRow(Fields in) {
        return in.magnitudes(1, "amounts").stream().map(Received::amount).toList();
    }

    static void writeIndexMap(FieldWriter out, List<Integer> map) {
        out.packed(1, map);
    }

    static List<Integer> readIndexMap(Fields in) {
        return in.uint16s(1, "index map");
    }
}
