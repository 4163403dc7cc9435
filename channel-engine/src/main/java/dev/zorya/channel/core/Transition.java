package dev.zorya.channel.core;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The outcome of a step. @param effects in the order in which they must happen */
public record Transition(ChannelState next, List<Effect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }

    /** Nothing happens; the input does not concern this phase. */
    static Transition stay(ChannelState state) {
        return new Transition(state, List.of());
    }

    /** The same with a line in its commit: two commits could be torn apart by a failing disk. */
    Transition after(JournalEntry line) {
        List<Effect> all = new ArrayList<>(effects);
        if (!all.isEmpty() && all.getFirst() instanceof Effect.Persist first) {
            List<JournalEntry> journal = new ArrayList<>(List.of(line));
            journal.addAll(first.journal());
            all.set(0, new Effect.Persist(first.book(), journal));
        } else {
            all.addFirst(new Effect.Persist(List.of(), List.of(line)));
        }
        return new Transition(next, all);
    }

    static Builder to(ChannelState next) {
        return new Builder(next);
    }

    /** Collects the effects in order. */
    static final class Builder {
        private final ChannelState next;
        private final List<Effect> effects = new ArrayList<>();

        private Builder(ChannelState next) {
            this.next = next;
        }

        Builder persist() {
            return persist(List.of());
        }

        Builder persist(List<BookEntry> book, JournalEntry... journal) {
            effects.add(new Effect.Persist(book, List.of(journal)));
            return this;
        }

        Builder send(Message message) {
            effects.add(new Effect.Send(message));
            return this;
        }

        Builder submit(Intent intent) {
            effects.add(new Effect.Submit(intent));
            return this;
        }

        Builder ask(Question question) {
            effects.add(new Effect.Ask(question));
            return this;
        }

        Builder schedule(Timer timer, Duration after) {
            effects.add(new Effect.Schedule(timer, after));
            return this;
        }

        Builder notify(Notice notice) {
            effects.add(new Effect.Notify(notice));
            return this;
        }

        Builder notifyBooked(List<BookEntry> book) {
            book.forEach(entry -> notify(new Notice.Booked(entry)));
            return this;
        }

        Builder then(List<Effect> more) {
            effects.addAll(more);
            return this;
        }

        Transition done() {
            return new Transition(next, effects);
        }
    }
}
