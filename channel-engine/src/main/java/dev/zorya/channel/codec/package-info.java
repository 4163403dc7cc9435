/**
 * What the two serializers of go-perun have in common: the {@link dev.zorya.channel.codec.Codec} that a transport works
 * with, and the checks that turn what was read into values (safety rule 5). The bytes are made in perunio and protobuf.
 */
@NullMarked
package dev.zorya.channel.codec;

import org.jspecify.annotations.NullMarked;
