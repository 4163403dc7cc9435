package dev.zorya.channel.protobuf;

/**
 * One field as it stands on the wire.
 *
 * @param value the number of a varint; of the others, where their bytes begin in the input
 * @param length of the bytes; 0 for a varint
 */
record Field(int number, int wireType, long value, int length) {}
