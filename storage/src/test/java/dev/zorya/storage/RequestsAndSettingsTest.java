package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.PaymentRequest.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsAndSettingsTest {
    @TempDir
    Path folder;

    private WalletStore store;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static PaymentRequest request(int channel, Direction direction, long id, Status status) {
        return new PaymentRequest(
                Samples.key(channel),
                direction,
                Samples.paymentId(id),
                status,
                1,
                Samples.LARGEST,
                "Rent",
                Samples.AT,
                Samples.AT.plusSeconds(3600));
    }

    @Test
    void aRequestKeepsEveryFieldThroughReopening() throws StoreException {
        PaymentRequest request = request(1, Direction.IN, 7, Status.WAITING);
        store.requests().save(request);
        store.close();
        open();
        assertEquals(Optional.of(request), store.requests().find(Samples.key(1), Direction.IN, Samples.paymentId(7)));
    }

    @Test
    void thePeersIdDoesNotReachOurRequestsOrAnotherChannels() throws StoreException {
        store.requests().save(request(1, Direction.OUT, 7, Status.WAITING));
        store.requests().save(request(1, Direction.IN, 7, Status.PAID));
        store.requests().save(request(2, Direction.OUT, 7, Status.EXPIRED));
        assertEquals(
                Status.WAITING,
                store.requests()
                        .find(Samples.key(1), Direction.OUT, Samples.paymentId(7))
                        .orElseThrow()
                        .status());
        assertEquals(3, store.requests().recent(10).size());
    }

    @Test
    void anAnswerChangesItsRowInPlace() throws StoreException {
        store.requests().save(request(1, Direction.IN, 1, Status.WAITING));
        store.requests().save(request(1, Direction.IN, 2, Status.WAITING));
        store.requests().save(request(1, Direction.IN, 1, Status.DECLINED));
        assertEquals(
                List.of(request(1, Direction.IN, 2, Status.WAITING), request(1, Direction.IN, 1, Status.DECLINED)),
                store.requests().recent(10));
        assertEquals(
                List.of(request(1, Direction.IN, 2, Status.WAITING)),
                store.requests().waiting());
        assertEquals(1, store.requests().recent(1).size());
    }

    @Test
    void aRemovedRequestIsGone() throws StoreException {
        store.requests().save(request(1, Direction.IN, 1, Status.PAID));
        assertFalse(store.requests().remove(Samples.key(1), Direction.OUT, Samples.paymentId(1)));
        assertTrue(store.requests().remove(Samples.key(1), Direction.IN, Samples.paymentId(1)));
        assertEquals(List.of(), store.requests().recent(10));
    }

    @Test
    void settingsAreKeptReplacedAndRemoved() throws StoreException {
        assertEquals(Optional.empty(), store.settings().get("theme"));
        store.settings().put("theme", "dark");
        store.settings().put("unit", "pETH");
        store.settings().put("theme", "light");
        store.close();
        open();
        assertEquals(Optional.of("light"), store.settings().get("theme"));
        assertEquals(Map.of("theme", "light", "unit", "pETH"), store.settings().all());
        assertTrue(store.settings().remove("unit"));
        assertFalse(store.settings().remove("unit"));
        assertEquals(Map.of("theme", "light"), store.settings().all());
    }
}
