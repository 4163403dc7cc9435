package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine hears whose peer does not watch. */
class WatchGateTest {
    private static final LedgerEvent OLD = registered(1);
    private static final LedgerEvent OLDER = registered(0);
    private static final LedgerEvent CONCLUDED = new LedgerEvent.Concluded(1, null, 9, Instant.EPOCH);

    private final Door door = new Door(false);
    private final List<LedgerEvent> heard = new ArrayList<>();

    private static LedgerEvent registered(long version) {
        return new LedgerEvent.Registered(
                version, Bytes.zero(32), Instant.EPOCH, LedgerEvent.Stage.DISPUTE, null, 7, Instant.EPOCH);
    }

    @BeforeEach
    void listen() {
        door.behind(heard::add);
    }

    @Test
    void aRegistrationWaitsUntilSomebodyWatches() {
        door.arrive(OLDER);
        door.arrive(OLD);
        assertEquals(List.of(), heard);
        door.open(true);
        assertTrue(door.isOpen());
        assertEquals(List.of(OLD), heard, "the newest only");
        door.open(true);
        assertEquals(List.of(OLD), heard, "and once");
        door.arrive(OLDER);
        assertEquals(List.of(OLD, OLDER), heard);
        door.open(false);
        assertFalse(door.isOpen());
        door.arrive(OLD);
        assertEquals(List.of(OLD, OLDER), heard);
    }

    @Test
    void whatWasRegisteredIsToldWhenItIsTooLate() {
        door.arrive(OLD);
        door.arrive(CONCLUDED);
        assertEquals(List.of(OLD, CONCLUDED), heard);
        door.open(true);
        assertEquals(List.of(OLD, CONCLUDED), heard);
    }

    @Test
    void theEngineHearsNothingOfWhatItDidNotAskFor() {
        LedgerEvent.Stuck own = new LedgerEvent.Stuck("deposit/1", LedgerException.Reason.REVERTED, "no");
        LedgerEvent.Stuck ours = new LedgerEvent.Stuck("register/old", LedgerException.Reason.REVERTED, "no");
        door.ignore("register/old");
        door.arrive(ours);
        door.arrive(own);
        assertEquals(List.of(own), heard);
    }

    @Test
    void whoeverLooksSeesWhatTheEngineDoesNot() {
        CompletableFuture<LedgerEvent> first = door.look(event -> event.equals(OLD));
        door.arrive(OLDER);
        assertFalse(first.isDone());
        door.arrive(OLD);
        assertEquals(OLD, first.join());
        assertEquals(List.of(), heard);
    }
}
