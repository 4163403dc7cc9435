/**
 * go-perun's second serializer, protobuf (OFFCHAIN.md 4), for every message that it can carry. The few primitives of the
 * format are our own (docs/decisions/0006). A frame is decoded when all of it has arrived, and it has at most 65535 bytes.
 */
@NullMarked
package dev.zorya.channel.protobuf;

import org.jspecify.annotations.NullMarked;
