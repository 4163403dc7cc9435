package dev.zorya.channel.protobuf;

/** The wire types of protobuf: what follows the tag of a field. Types 3 and 4, groups, are written by nobody any more. */
final class WireFormat {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int CHUNK = 2;
    static final int FIXED32 = 5;
    static final int TYPE_BITS = 3;
    static final int MAX_FIELD = (1 << 29) - 1;
    static final int MAX_VARINT = 10;

    private WireFormat() {}
}
