package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book and the journal as people read them. */
class ActivityTest {
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

    private void book(int channel, BookEntry... entries) throws StoreException {
        Saved.now(store, Samples.with(channel, 1, List.of(entries), List.of()));
    }

    private List<Long> versions(ActivityFilter filter) throws StoreException {
        return store.activity().page(filter, Activity.NEWEST, 100).stream()
                .map(row -> row.entry().version())
                .toList();
    }

    private static ActivityFilter text(String text) {
        return new ActivityFilter(null, null, null, null, text);
    }

    @Test
    void anEntryKeepsEveryFieldThroughReopening() throws StoreException {
        BookEntry entry = new BookEntry(
                Samples.paymentId(1),
                Direction.IN,
                Status.PENDING,
                3,
                Samples.LARGEST,
                "Für Käse 🧀",
                -1,
                Samples.bytes(16, 9),
                Samples.AT);
        book(1, entry);
        store.close();
        open();
        ActivityRow row =
                store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 10).getFirst();
        assertEquals(new ActivityRow(row.cursor(), Samples.key(1), "", entry), row);
    }

    @Test
    void aStatusThatChangesIsTheSamePaymentInTheSamePlace() throws StoreException {
        book(1, Samples.entry(1, Direction.OUT, Status.PENDING, "first"));
        book(1, Samples.entry(2, Direction.OUT, Status.DONE, "second"));
        book(1, Samples.entry(1, Direction.OUT, Status.CANCELLED, "first"));
        List<ActivityRow> rows = store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 10);
        assertEquals(
                List.of(Status.DONE, Status.CANCELLED),
                rows.stream().map(row -> row.entry().status()).toList());
    }

    @Test
    void aPaymentThatGoesOutInALaterVersionKeepsItsLine() throws StoreException {
        BookEntry first = Samples.entry(1, Direction.OUT, Status.PENDING, "rent");
        BookEntry later = new BookEntry(
                first.id(),
                Direction.OUT,
                Status.DONE,
                first.asset(),
                first.amount(),
                first.memo(),
                7,
                first.request(),
                first.at().plusSeconds(1));
        book(1, first);
        book(1, later);
        assertEquals(
                List.of(later),
                store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 10).stream()
                        .map(ActivityRow::entry)
                        .toList());
    }

    @Test
    void aPayerWhoUsesAnIdAgainDoesNotTouchTheEarlierLine() throws StoreException {
        BookEntry earlier = Samples.entry(1, Direction.IN, Status.DONE, "first");
        BookEntry again = new BookEntry(
                earlier.id(),
                Direction.IN,
                Status.DONE,
                earlier.asset(),
                earlier.amount(),
                "second",
                9,
                earlier.request(),
                earlier.at());
        book(1, earlier);
        book(1, again);
        assertEquals(List.of(9L, 1L), versions(ActivityFilter.ALL));
    }

    @Test
    void theSameIdInBothDirectionsOrInAnotherChannelIsAnotherPayment() throws StoreException {
        book(1, Samples.entry(1, Direction.OUT, Status.DONE, ""), Samples.entry(1, Direction.IN, Status.DONE, ""));
        book(2, Samples.entry(1, Direction.OUT, Status.DONE, ""));
        assertEquals(List.of(1L, 1L, 1L), versions(ActivityFilter.ALL));
    }

    @Test
    void pagesMeetWithoutGapAndWithoutRepeatWhileNewPaymentsCome() throws StoreException {
        for (int number = 1; number <= 25; number++) {
            book(1, Samples.done(number));
        }
        List<Long> seen = new ArrayList<>();
        long below = Activity.NEWEST;
        for (int page = 0; page < 3; page++) {
            List<ActivityRow> rows = store.activity().page(ActivityFilter.ALL, below, 10);
            rows.forEach(row -> seen.add(row.entry().version()));
            below = rows.getLast().cursor();
            book(1, Samples.done(100 + page));
        }
        List<Long> expected = new ArrayList<>();
        for (long number = 25; number >= 1; number--) {
            expected.add(number);
        }
        assertEquals(expected, seen);
        assertEquals(List.of(), store.activity().page(ActivityFilter.ALL, below, 10));
    }

    @Test
    void filtersNarrowAloneAndTogether() throws StoreException {
        store.channels().link(Samples.key(1), "did:nadia");
        store.channels().link(Samples.key(2), "did:ilya");
        store.channels().link(Samples.key(3), "did:nadia");
        book(1, Samples.entry(1, Direction.OUT, Status.DONE, "Coffee"));
        book(2, Samples.entry(2, Direction.IN, Status.PENDING, "Books"));
        book(3, Samples.entry(3, Direction.IN, Status.CANCELLED, "coffee beans"));
        book(1, Samples.entry(4, Direction.IN, Status.PENDING, "Tea"));
        assertEquals(List.of(4L, 1L), versions(new ActivityFilter(Samples.key(1), null, null, null, "")));
        assertEquals(List.of(4L, 3L, 1L), versions(new ActivityFilter(null, "did:nadia", null, null, "")));
        assertEquals(List.of(4L, 3L, 2L), versions(new ActivityFilter(null, null, Direction.IN, null, "")));
        assertEquals(List.of(4L, 2L), versions(new ActivityFilter(null, null, null, Status.PENDING, "")));
        assertEquals(List.of(1L), versions(new ActivityFilter(null, null, null, Status.DONE, "")));
        assertEquals(List.of(3L, 1L), versions(text("COFFEE")));
        assertEquals(
                List.of(4L),
                versions(new ActivityFilter(Samples.key(1), "did:nadia", Direction.IN, Status.PENDING, " tea ")));
        assertEquals(List.of(), versions(new ActivityFilter(Samples.key(9), null, null, null, "")));
        assertEquals(List.of(), versions(new ActivityFilter(null, "did:nobody", null, null, "")));
    }

    @Test
    void textIsFoundInTheContactsNameToo() throws StoreException {
        store.contacts()
                .save(new Contact(
                        "did:mill",
                        "Old Mill Press",
                        "",
                        "",
                        0,
                        "",
                        Bytes.EMPTY,
                        "",
                        Bytes.EMPTY,
                        Samples.AT,
                        Samples.AT,
                        Set.of(),
                        false));
        store.channels().link(Samples.key(1), "did:mill");
        book(1, Samples.entry(1, Direction.OUT, Status.DONE, "Paper"));
        book(2, Samples.entry(2, Direction.OUT, Status.DONE, "Windmill"));
        assertEquals(List.of(2L, 1L), versions(text("mill")));
        assertEquals(List.of(1L), versions(text("old mill")));
    }

    @Test
    void charactersThatMeanSomethingToSqlMeanThemselves() throws StoreException {
        book(1, Samples.entry(1, Direction.OUT, Status.DONE, "100% sure!"));
        book(1, Samples.entry(2, Direction.OUT, Status.DONE, "100 times_sure"));
        book(1, Samples.entry(3, Direction.OUT, Status.DONE, "it's"));
        assertEquals(List.of(1L), versions(text("0%")));
        assertEquals(List.of(2L), versions(text("s_s")));
        assertEquals(List.of(1L), versions(text("e!")));
        assertEquals(List.of(3L), versions(text("t's")));
    }

    @Test
    void theJournalIsNewestFirstByChannelAndPaged() throws StoreException {
        for (int number = 1; number <= 5; number++) {
            JournalEntry entry =
                    new JournalEntry(Samples.AT.plusSeconds(number), "EVENT" + number, number, "block=" + number);
            Saved.now(store, Samples.with(1, number, List.of(), List.of(entry)));
            Saved.now(store, Samples.with(2, number, List.of(), List.of(entry, entry)));
        }
        List<JournalRow> first = store.activity().journal(Samples.key(1), Activity.NEWEST, 3);
        assertEquals(
                List.of("EVENT5", "EVENT4", "EVENT3"),
                first.stream().map(row -> row.entry().event()).toList());
        assertEquals(
                new JournalEntry(Samples.AT.plusSeconds(5), "EVENT5", 5, "block=5"),
                first.getFirst().entry());
        assertEquals(
                List.of("EVENT2", "EVENT1"),
                store.activity().journal(Samples.key(1), first.getLast().cursor(), 3).stream()
                        .map(row -> row.entry().event())
                        .toList());
        assertEquals(
                10,
                store.activity().journal(Samples.key(2), Activity.NEWEST, 100).size());
        assertEquals(List.of(), store.activity().journal(Samples.key(3), Activity.NEWEST, 100));
    }

    @Test
    void thePagesUseTheirIndexes() throws StoreException {
        for (String[] each : new String[][] {
            {"book_open", new ActivityQuery(new ActivityFilter(null, null, null, Status.PENDING, "")).sql()},
            {"book_channel", new ActivityQuery(new ActivityFilter(Samples.key(1), null, null, null, "")).sql()},
        }) {
            String plan = store.writer()
                    .write(session -> String.join(
                            "\n",
                            session.handle()
                                    .createQuery("EXPLAIN QUERY PLAN " + each[1])
                                    .bind("below", 1)
                                    .bind("limit", 1)
                                    .bind("status", "PENDING")
                                    .bind("channel", new byte[32])
                                    .configure(SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
                                    .map((row, context) -> row.getString("detail"))
                                    .list()));
            assertTrue(plan.contains(each[0]), plan);
        }
    }
}
