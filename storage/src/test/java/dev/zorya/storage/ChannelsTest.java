package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoredChannel;
import dev.zorya.channel.value.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine writes and loads. */
class ChannelsTest {
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

    private void reopen() throws StoreException {
        store.close();
        open();
    }

    private static ChannelWrite bare(int channel, @Nullable Bytes terms, Bytes body, boolean archived) {
        return new ChannelWrite(Samples.key(channel), null, terms, "PROPOSED", 0, body, archived, List.of(), List.of());
    }

    @Test
    void aNewStoreHasNoChannels() throws StoreException {
        assertEquals(List.of(), store.channels().load());
        assertEquals(List.of(), store.channels().overview());
    }

    @Test
    void givesBackTheNewestBodyAndTermsAfterReopening() throws StoreException {
        Saved.now(store, Samples.opening(7));
        Saved.now(store, Samples.payment(7, 1));
        Saved.now(store, Samples.payment(7, 2));
        reopen();
        assertEquals(
                List.of(new StoredChannel(Samples.key(7), Samples.bytes(1500, 7), Samples.bytes(1000, 2))),
                store.channels().load());
    }

    @Test
    void termsMayComeLaterAndMayBeReplaced() throws StoreException {
        Bytes body = Samples.bytes(10, 1);
        Saved.now(store, bare(1, null, body, false));
        assertEquals(Bytes.EMPTY, store.channels().load().getFirst().terms());
        Saved.now(store, bare(1, Samples.bytes(50, 2), body, false));
        assertEquals(Samples.bytes(50, 2), store.channels().load().getFirst().terms());
        Saved.now(store, bare(1, null, body, false));
        reopen();
        Saved.now(store, bare(1, null, body, false));
        assertEquals(Samples.bytes(50, 2), store.channels().load().getFirst().terms());
    }

    @Test
    void theChannelIdComesWhenItIsKnownAndStays() throws StoreException {
        Saved.now(store, bare(1, null, Bytes.EMPTY, false));
        assertEquals(null, store.channels().overview().getFirst().channelId());
        Saved.now(store, Samples.payment(1, 1));
        Saved.now(store, bare(1, null, Bytes.EMPTY, false));
        assertEquals(
                Samples.channelId(1), store.channels().overview().getFirst().channelId());
    }

    @Test
    void loadsInOrderOfCreationWithoutArchivedOnes() throws StoreException {
        for (int channel : new int[] {3, 1, 2}) {
            Saved.now(store, bare(channel, null, Samples.bytes(5, channel), false));
        }
        Saved.now(store, bare(1, null, Samples.bytes(6, 1), true));
        assertEquals(
                List.of(Samples.key(3), Samples.key(2)),
                store.channels().load().stream().map(StoredChannel::key).toList());
        assertEquals(
                Optional.of(new StoredChannel(Samples.key(1), Bytes.EMPTY, Samples.bytes(6, 1))),
                store.channels().find(Samples.key(1)));
        assertEquals(Optional.empty(), store.channels().find(Samples.key(9)));
    }

    @Test
    void anOverviewRowSaysWhatThereIsToSay() throws StoreException {
        store.channels().link(Samples.key(4), "did:key:zOld");
        Saved.now(store, Samples.opening(4));
        store.channels().link(Samples.key(4), "did:key:zNadia");
        Saved.now(store, Samples.with(4, -1, List.of(), List.of()));
        ChannelOverview row = store.channels().overview().getFirst();
        assertEquals(
                new ChannelOverview(
                        Samples.key(4),
                        Samples.channelId(4),
                        "did:key:zNadia",
                        "ACTING",
                        -1,
                        false,
                        row.created(),
                        row.updated()),
                row);
        assertEquals(true, !row.updated().isBefore(row.created()));
    }

    @Test
    void twoChannelsCannotShareAnId() throws StoreException {
        Saved.now(store, Samples.opening(1));
        var stolen = new ChannelWrite(
                Samples.key(2), Samples.channelId(1), null, "ACTING", 0, Bytes.EMPTY, false, List.of(), List.of());
        assertThrows(StoreException.class, () -> Saved.now(store, stolen));
        assertEquals(1, store.channels().load().size());
    }

    @Test
    void afterClosingNothingIsWrittenOrRead() {
        store.close();
        var write = assertThrows(StoreException.class, () -> Saved.now(store, Samples.opening(1)));
        assertEquals(StoreException.Reason.CLOSED, write.reason());
        var read = assertThrows(StoreException.class, () -> store.channels().load());
        assertEquals(StoreException.Reason.CLOSED, read.reason());
    }
}
