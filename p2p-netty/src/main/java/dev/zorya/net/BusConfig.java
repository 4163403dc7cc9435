package dev.zorya.net;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;

/**
 * How one wallet takes part in the network.
 *
 * @param own the address of the wire identity, with the public part of {@code key}
 * @param codec the serializer of the network, and the apps whose channels this wallet takes part in
 * @param listen where others reach this wallet; port 0 picks a free one
 */
public record BusConfig(
        SimpleAddress own,
        WireKey key,
        Codec codec,
        Security security,
        Endpoint listen,
        Limits limits,
        Deadlines deadlines,
        Alarm alarm) {
    public static BusConfig of(SimpleAddress own, WireKey key, Codec codec, Security security, Endpoint listen) {
        return new BusConfig(own, key, codec, security, listen, Limits.DEFAULT, Deadlines.DEFAULT, Alarm.NONE);
    }

    public BusConfig with(Endpoint other) {
        return new BusConfig(own, key, codec, security, other, limits, deadlines, alarm);
    }

    public BusConfig with(Codec other) {
        return new BusConfig(own, key, other, security, listen, limits, deadlines, alarm);
    }

    public BusConfig with(Limits other) {
        return new BusConfig(own, key, codec, security, listen, other, deadlines, alarm);
    }

    public BusConfig with(Deadlines other) {
        return new BusConfig(own, key, codec, security, listen, limits, other, alarm);
    }

    public BusConfig with(Alarm other) {
        return new BusConfig(own, key, codec, security, listen, limits, deadlines, other);
    }
}
