package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Maps of addresses and lists of them (OFFCHAIN.md 3.2). */
final class AddressCodec {
    private static final int MIN_ENTRY = 6;
    private static final int MIN_MAP = 4 + MIN_ENTRY;

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
        int count = Received.count(in.int32(), 1, Received.MAX_BACKENDS, "entries of an address map");
        return Received.addresses(in.list(count, MIN_ENTRY, AddressCodec::readEntry));
    }

    private static Received.Entry readEntry(PerunReader in) {
        return new Received.Entry(in.int32(), in.object());
    }

    static WireIdentity readIdentity(PerunReader in) {
        return new WireIdentity(readMap(in));
    }

    static Participant readParticipant(PerunReader in) {
        return Received.participant(readMap(in));
    }

    /** @param min the least number of elements that makes sense */
    static <T> List<T> readList(PerunReader in, int min, Function<PerunReader, T> read) {
        return in.list(Received.count(in.int32(), min, Balances.MAX, "address maps"), MIN_MAP, read);
    }
}
