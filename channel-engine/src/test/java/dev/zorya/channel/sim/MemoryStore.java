package dev.zorya.channel.sim;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.ChannelStore;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import dev.zorya.channel.port.StoredChannel;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** A store that forgets nothing, except when it is told to fail. {@link #reopened} is what a restart after a crash finds. */
public final class MemoryStore implements ChannelStore {
    private record Line(ProposalId channel, BookEntry.Direction direction, Bytes id, long version) {
        /** What comes in is done when it comes; what goes out keeps its line through the versions that carry it. */
        static Line of(ProposalId channel, BookEntry entry) {
            boolean in = entry.direction() == BookEntry.Direction.IN;
            return new Line(channel, entry.direction(), entry.id(), in ? entry.version() : 0);
        }
    }

    private record Kept(Bytes terms, Bytes body, String phase, boolean archived) {}

    private final Map<ProposalId, Kept> channels = new LinkedHashMap<>();
    private final Map<Line, BookEntry> book = new LinkedHashMap<>();
    private final Map<ProposalId, List<JournalEntry>> journal = new LinkedHashMap<>();
    private final Executor disk;
    private Predicate<ChannelWrite> failing = write -> false;
    private Reason trouble = Reason.IO;
    private int writes;

    /** Writes are done when they return. */
    public MemoryStore() {
        this(Runnable::run);
    }

    /** @param disk does the writes and goes on with what waited for them, as the thread of a real store does */
    public MemoryStore(Executor disk) {
        this.disk = disk;
    }

    /** From now on every write that {@code which} names is refused. */
    public synchronized void fail(Reason reason, Predicate<ChannelWrite> which) {
        trouble = reason;
        failing = which;
    }

    /** From now on every write is refused. */
    public void fail(Reason reason) {
        fail(reason, write -> true);
    }

    public synchronized void heal() {
        failing = write -> false;
    }

    /** What is durable at this moment, for the process that comes after; this handle is dead from now on. */
    public synchronized MemoryStore reopened() {
        fail(Reason.CLOSED);
        return copy();
    }

    /** A copy as a person makes one: what is durable at this moment, in another place. */
    public synchronized MemoryStore copy() {
        MemoryStore next = new MemoryStore(disk);
        next.channels.putAll(channels);
        next.book.putAll(book);
        journal.forEach((key, lines) -> next.journal.put(key, new ArrayList<>(lines)));
        return next;
    }

    @Override
    public CompletionStage<Void> write(List<ChannelWrite> step) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        disk.execute(() -> {
            try {
                commit(step);
                done.complete(null);
            } catch (StoreException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private synchronized void commit(List<ChannelWrite> step) throws StoreException {
        if (step.stream().anyMatch(failing)) {
            throw new StoreException(trouble, "the store was told to fail: " + trouble);
        }
        step.forEach(this::keep);
        writes++;
    }

    private void keep(ChannelWrite write) {
        Kept before = channels.get(write.key());
        Bytes terms = write.terms() != null
                ? write.terms()
                : Objects.requireNonNull(before, "no terms yet").terms();
        channels.put(write.key(), new Kept(terms, write.body(), write.phase(), write.archived()));
        write.book().forEach(e -> book.put(Line.of(write.key(), e), e));
        journal.computeIfAbsent(write.key(), key -> new ArrayList<>()).addAll(write.journal());
    }

    @Override
    public synchronized List<StoredChannel> load() {
        List<StoredChannel> live = new ArrayList<>();
        channels.forEach((key, kept) -> {
            if (!kept.archived()) {
                live.add(new StoredChannel(key, kept.terms(), kept.body()));
            }
        });
        return live;
    }

    /** The book of one channel, in the order in which its lines first came. */
    public synchronized List<BookEntry> book(ProposalId channel) {
        List<BookEntry> lines = new ArrayList<>();
        book.forEach((line, entry) -> {
            if (line.channel().equals(channel)) {
                lines.add(entry);
            }
        });
        return lines;
    }

    public synchronized List<JournalEntry> journal(ProposalId channel) {
        return List.copyOf(journal.getOrDefault(channel, List.of()));
    }

    /** Name of the durable phase; empty for a channel that was never written. */
    public synchronized String phase(ProposalId channel) {
        Kept kept = channels.get(channel);
        return kept == null ? "" : kept.phase();
    }

    /** How many writes succeeded. */
    public synchronized int writes() {
        return writes;
    }
}
