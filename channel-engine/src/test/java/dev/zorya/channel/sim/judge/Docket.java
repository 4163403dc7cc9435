package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The disputes while one call is judged. Nothing of it stays where the call reverts. */
final class Docket {
    static final int DISPUTE = 0;
    static final int FORCED = 1;
    static final int CONCLUDED = 2;
    static final Dispute NONE = new Dispute(0, 0, 0, DISPUTE, Bytes.zero(32), false);

    private final Map<ChannelId, Dispute> before;
    private final Map<ChannelId, Dispute> written = new HashMap<>();
    private final Map<Bytes, State> shown = new HashMap<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final long time;

    /** @param time of the block, in Unix seconds, unsigned */
    Docket(Map<ChannelId, Dispute> before, long time) {
        this.before = before;
        this.time = time;
    }

    long time() {
        return time;
    }

    Dispute of(ChannelId channel) {
        Dispute now = written.get(channel);
        return now == null ? before.getOrDefault(channel, NONE) : now;
    }

    /** Everybody can read in the call what was brought. */
    void show(Bytes hash, State state) {
        shown.put(hash, state);
    }

    void write(ChannelId channel, Dispute dispute) {
        written.put(channel, dispute);
        rulings.add(new Ruling.Updated(channel, dispute));
    }

    void settled(Ruling.OutcomeSet outcome) {
        rulings.add(outcome);
    }

    /** The call is accepted. */
    List<Ruling> enter(Map<ChannelId, Dispute> disputes, Map<Bytes, State> states) {
        states.putAll(shown);
        disputes.putAll(written);
        return List.copyOf(rulings);
    }

    /** Seconds after {@code start}, as the contracts count: beyond 64 bits is an overflow. */
    static long after(long start, long seconds) throws Reverted {
        long end = start + seconds;
        Reverted.unless(Long.compareUnsigned(end, start) >= 0, "Panic(0x11)");
        return end;
    }
}
