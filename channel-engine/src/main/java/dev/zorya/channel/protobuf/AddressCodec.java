package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.nio.ByteBuffer;

/** Address and AddressMapping of OFFCHAIN.md 4.2. A backend id is four bytes, big-endian. */
final class AddressCodec {
    private AddressCodec() {}

    static void write(FieldWriter out, AddressMap map) {
        map.entries()
                .forEach((backend, address) -> out.message(1, entry -> {
                    entry.bytes(1, backend(backend));
                    entry.bytes(2, address);
                }));
    }

    static void write(FieldWriter out, Participant participant) {
        write(out, participant.addresses());
    }

    static void write(FieldWriter out, WireIdentity identity) {
        write(out, identity.addresses());
    }

    static AddressMap read(Fields in) {
        return Received.addresses(in.messages(
                1, "entries of an address map", entry -> new Received.Entry(backend(entry.bytes(1)), entry.bytes(2))));
    }

    static Participant readParticipant(Fields in) {
        return Received.participant(read(in));
    }

    static WireIdentity readIdentity(Fields in) {
        return new WireIdentity(read(in));
    }

    static Bytes backend(int id) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    }

    static int backend(Bytes id) {
        return ByteBuffer.wrap(id.requireSize(Integer.BYTES, "backend id").toArray())
                .getInt();
    }
}
