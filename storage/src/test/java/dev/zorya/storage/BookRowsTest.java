package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the lines of merged payments are written; how they are read is for ActivityTest. */
class BookRowsTest {
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

    /** The book as it should be: each channel's lines in the order in which they first came. */
    private static final class Model {
        private final Map<Integer, List<BookEntry>> lines = new HashMap<>();

        void write(int channel, List<BookEntry> entries) {
            List<BookEntry> all = lines.computeIfAbsent(channel, key -> new ArrayList<>());
            for (BookEntry entry : entries) {
                int open = -1;
                for (int at = 0; at < all.size(); at++) {
                    BookEntry line = all.get(at);
                    boolean goesOn = entry.direction() == Direction.OUT
                            && line.direction() == Direction.OUT
                            && line.status() != Status.DONE
                            && line.id().equals(entry.id());
                    open = goesOn ? at : open;
                }
                if (open < 0) {
                    all.add(entry);
                } else {
                    all.set(open, changed(all.get(open), entry));
                }
            }
        }

        /** Amount, memo and request of a line stay as they came. */
        private static BookEntry changed(BookEntry line, BookEntry to) {
            return new BookEntry(
                    line.id(),
                    line.direction(),
                    to.status(),
                    line.asset(),
                    line.amount(),
                    line.memo(),
                    to.version(),
                    line.request(),
                    to.at());
        }
    }

    private void write(int channel, List<BookEntry> entries) throws StoreException {
        Saved.now(store, Samples.with(channel, 1, entries, List.of()));
    }

    private List<BookEntry> book(int channel) throws StoreException {
        ActivityFilter filter = new ActivityFilter(Samples.key(channel), null, null, null, "");
        return store.activity().page(filter, Activity.NEWEST, 10_000).stream()
                .map(ActivityRow::entry)
                .toList()
                .reversed();
    }

    private static List<BookEntry> merged(long first, long end, Status status, long version) {
        return LongStream.range(first, end)
                .mapToObj(number -> entry(number, Direction.OUT, status, version))
                .toList();
    }

    private static BookEntry entry(long number, Direction direction, Status status, long version) {
        BookEntry sample = Samples.entry(number, direction, status, "note " + number);
        return new BookEntry(
                sample.id(),
                direction,
                status,
                sample.asset(),
                sample.amount(),
                sample.memo(),
                version,
                sample.request(),
                Samples.AT.plusSeconds(version));
    }

    /** One less, exactly, one more, and several times what one statement holds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100})
    void mergedPaymentsComeTogetherAndAreDoneTogether(int payments) throws StoreException {
        write(1, merged(0, payments, Status.PENDING, 1));
        assertEquals(merged(0, payments, Status.PENDING, 1), book(1));
        List<BookEntry> next = new ArrayList<>(merged(0, payments, Status.DONE, 1));
        next.addAll(merged(payments, 2L * payments, Status.PENDING, 2));
        write(1, next);
        assertEquals(next, book(1));
    }

    @Test
    void linesOfOthersInBetweenAreNotTouched() throws StoreException {
        write(1, merged(0, 3, Status.PENDING, 1));
        write(2, merged(3, 5, Status.PENDING, 1));
        write(1, merged(5, 8, Status.PENDING, 1));
        List<BookEntry> done = new ArrayList<>(merged(0, 3, Status.DONE, 2));
        done.addAll(merged(5, 8, Status.DONE, 2));
        write(1, done);
        assertEquals(done, book(1));
        assertEquals(merged(3, 5, Status.PENDING, 1), book(2));
    }

    @Test
    void ofSomeThatCameTogetherOnlyThoseThatAreDoneChange() throws StoreException {
        write(1, merged(0, 4, Status.PENDING, 1));
        List<BookEntry> mixed = List.of(
                entry(0, Direction.OUT, Status.DONE, 2),
                entry(1, Direction.OUT, Status.CANCELLED, 2),
                entry(3, Direction.OUT, Status.DONE, 3),
                entry(2, Direction.OUT, Status.DONE, 3));
        write(1, mixed);
        assertEquals(List.of(mixed.get(0), mixed.get(1), mixed.get(3), mixed.get(2)), book(1));
    }

    @Test
    void anIdThatIsDoneBeginsALineOfItsOwn() throws StoreException {
        List<BookEntry> twice = List.of(
                entry(7, Direction.OUT, Status.DONE, 1),
                entry(7, Direction.OUT, Status.PENDING, 2),
                entry(7, Direction.IN, Status.DONE, 2),
                entry(7, Direction.OUT, Status.DONE, 3));
        write(1, twice);
        assertEquals(List.of(twice.get(0), twice.get(3), twice.get(2)), book(1));
    }

    /** What a write left in memory that was never committed counts for nothing. */
    @Test
    void afterAWriteThatFailedTheBookGoesOnFromTheDisk() throws StoreException {
        write(1, merged(0, 2, Status.PENDING, 1));
        ChannelWrite clash = new ChannelWrite(
                Samples.key(2),
                Samples.channelId(1),
                null,
                "ACTING",
                1,
                Samples.bytes(9, 1),
                false,
                List.of(),
                List.of());
        ChannelWrite lines = Samples.with(1, 2, merged(0, 20, Status.DONE, 2), List.of());
        assertThrows(StoreException.class, () -> Saved.now(store, lines, clash));
        assertEquals(merged(0, 2, Status.PENDING, 1), book(1));
        write(1, merged(0, 3, Status.DONE, 3));
        assertEquals(merged(0, 3, Status.DONE, 3), book(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsWrittenTheBookSaysTheSameAsASimpleOne(long seed) throws StoreException {
        Random random = new Random(seed);
        Model model = new Model();
        for (int step = 0; step < 60; step++) {
            List<BookEntry> entries = new ArrayList<>();
            int first = random.nextInt(40);
            int end = first + 1 + random.nextInt(40);
            Status status = Status.values()[random.nextInt(3)];
            for (int number = first; number < end; number++) {
                boolean in = random.nextInt(8) == 0;
                Status own = random.nextInt(8) == 0 ? Status.values()[random.nextInt(3)] : status;
                entries.add(entry(number, in ? Direction.IN : Direction.OUT, in ? Status.DONE : own, step));
            }
            int channel = 1 + random.nextInt(2);
            write(channel, entries);
            model.write(channel, entries);
            if (random.nextInt(10) == 0) {
                store.close();
                open();
            }
        }
        for (Map.Entry<Integer, List<BookEntry>> each : model.lines.entrySet()) {
            assertEquals(each.getValue(), book(each.getKey()));
        }
    }
}
