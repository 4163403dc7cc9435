package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.wallet.api.ChannelView.Status;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlownessTest {
    private static final ProposalId KEY = new ProposalId(Bytes.zero(32));
    private Instant now = Instant.EPOCH;
    private final Slowness slowness = new Slowness(() -> now);

    @Test
    void anUpdateOnItsWayGetsAWordAfterASecondAndAnotherAfterTen() {
        ChannelSnapshot updating = snapshot(ChannelSnapshot.Status.UPDATING, 3);
        slowness.saw(updating);
        assertEquals(Status.OPEN, slowness.status(updating));
        assertEquals(List.of(), slowness.turned());
        pass(Duration.ofSeconds(1));
        assertEquals(Status.SENDING, slowness.status(updating));
        assertEquals(List.of(KEY), slowness.turned());
        assertEquals(List.of(), slowness.turned(), "told once");
        pass(Duration.ofSeconds(9));
        assertEquals(Status.PENDING, slowness.status(updating));
        assertEquals(List.of(KEY), slowness.turned());
    }

    @Test
    void theNextUpdateBeginsAnew() {
        slowness.saw(snapshot(ChannelSnapshot.Status.UPDATING, 3));
        pass(Duration.ofSeconds(5));
        slowness.saw(snapshot(ChannelSnapshot.Status.UPDATING, 3));
        assertEquals(Status.SENDING, slowness.status(snapshot(ChannelSnapshot.Status.UPDATING, 3)));
        slowness.saw(snapshot(ChannelSnapshot.Status.UPDATING, 4));
        assertEquals(Status.OPEN, slowness.status(snapshot(ChannelSnapshot.Status.UPDATING, 4)));
    }

    @Test
    void aFinishedOneIsForgotten() {
        slowness.saw(snapshot(ChannelSnapshot.Status.UPDATING, 3));
        slowness.saw(snapshot(ChannelSnapshot.Status.OPEN, 4));
        pass(Duration.ofSeconds(20));
        assertEquals(List.of(), slowness.turned());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static ChannelSnapshot snapshot(ChannelSnapshot.Status status, long version) {
        Allocation allocation = new Allocation(
                List.of(new Asset(1, Bytes.zero(52))), Balances.single(BigInteger.ONE, BigInteger.ONE), List.of());
        ChannelId id = new ChannelId(Bytes.zero(32));
        return new ChannelSnapshot(
                KEY,
                id,
                WireIdentity.single(Bytes.EMPTY),
                true,
                0,
                status,
                Phase.ACTING,
                Duration.ofHours(1),
                null,
                allocation,
                new Transaction(new State(id, version, allocation, false, App.NONE, Bytes.EMPTY), new TreeMap<>()),
                List.of(),
                0,
                Instant.EPOCH,
                "",
                null,
                null);
    }
}
