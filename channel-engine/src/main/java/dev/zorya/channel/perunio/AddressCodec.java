package dev.zorya.channel.perunio;

import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Maps of addresses, which go-perun does not bound itself (OFFCHAIN.md 3.2): here a map has 1 to 16 entries. An empty map
 * names nobody (and an accept with one crashes go-perun, 7.1); a key that comes twice means two things at once.
 */
final class AddressCodec {
    private static final int MAX_BACKENDS = 16;
    private static final int MIN_ENTRY = 6;
    private static final int MIN_MAP = 4 + MIN_ENTRY;
    private static final int ETHEREUM_ADDRESS = 20;

    private AddressCodec() {}

    static void writeMap(PerunWriter out, AddressMap map) {
        out.int32(map.entries().size());
        map.entries().forEach((backend, address) -> {
            out.int32(backend);
            out.object(address);
        });
    }

    static void writeParticipant(PerunWriter out, Participant participant) {
        writeMap(out, participant.addresses());
    }

    static void writeIdentity(PerunWriter out, WireIdentity identity) {
        writeMap(out, identity.addresses());
    }

    static <T> void writeList(PerunWriter out, List<T> list, BiConsumer<PerunWriter, T> write) {
        out.int32(list.size());
        list.forEach(element -> write.accept(out, element));
    }

    static AddressMap readMap(PerunReader in) {
        int count = in.count(in.int32(), 1, MAX_BACKENDS, "entries of an address map");
        SortedMap<Integer, Bytes> entries = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int backend = in.int32();
            if (entries.put(backend, in.object()) != null) {
                throw new MalformedException("two addresses for backend " + backend);
            }
        }
        return new AddressMap(entries);
    }

    static WireIdentity readIdentity(PerunReader in) {
        return new WireIdentity(readMap(in));
    }

    static Participant readParticipant(PerunReader in) {
        Participant participant = new Participant(readMap(in));
        participant.on(BackendId.ETHEREUM).ifPresent(AddressCodec::requireEthereum);
        return participant;
    }

    /** go-perun reads an address of length 0 as the zero address, which nobody can sign for; here it is refused. */
    static Bytes requireEthereum(Bytes address) {
        return address.requireSize(ETHEREUM_ADDRESS, "Ethereum address");
    }

    /** @param min the least number of elements that makes sense */
    static <T> List<T> readList(PerunReader in, int min, Function<PerunReader, T> read) {
        return in.list(in.count(in.int32(), min, Balances.MAX, "address maps"), MIN_MAP, read);
    }
}
