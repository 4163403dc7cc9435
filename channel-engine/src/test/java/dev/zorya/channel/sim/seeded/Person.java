package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with one process, one disk and one account for all of its channels: what happens to one of those happens to all. */
final class Person {
    final String name;
    /** Position among all. */
    final int number;

    final Env env;
    final Purse purse;
    /** One for each of its channels. */
    final List<Party> seats = new ArrayList<>();

    private final List<Intent> unsent = new ArrayList<>();
    private int failures;
    private boolean asleep;
    private boolean gone;

    Person(String name, int number, SimScheme scheme, Apps apps, List<Asset> assets, BigInteger each) {
        this.name = name;
        this.number = number;
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        Bytes address = Hashes.sha3(utf8).slice(12, 32);
        Participant self = Participant.ethereum(address);
        WireIdentity wire = WireIdentity.single(Bytes.wrap(utf8));
        env = new Env(scheme, SimScheme.signer(address), self, wire, Limits.REAL, apps);
        Map<Asset, BigInteger> money = new HashMap<>();
        assets.forEach(asset -> money.put(asset, each));
        purse = new Purse(self, money);
    }

    /** The one whose channel this is. */
    Optional<Party> seat(ChannelId channel) {
        return seats.stream().filter(seat -> seat.isIn(channel)).findFirst();
    }

    boolean isAsleep() {
        return asleep;
    }

    void sleeps(boolean now) {
        asleep = now || gone;
    }

    /** It never comes back. */
    void vanishes() {
        gone = true;
        asleep = true;
    }

    boolean isGone() {
        return gone;
    }

    /** The next so many writes fail. */
    void fail(int writes) {
        failures = writes;
    }

    /** Whether the write that is due fails. */
    boolean isFailing() {
        boolean fails = failures > 0;
        failures -= fails ? 1 : 0;
        return fails;
    }

    void postpone(Intent intent) {
        unsent.add(intent);
    }

    /** The node answers again. */
    void submitPostponed() {
        unsent.forEach(purse::submit);
        unsent.clear();
    }

    /** Everything of the process that its channels share is gone. */
    void crash() {
        unsent.clear();
        purse.crash();
    }
}
