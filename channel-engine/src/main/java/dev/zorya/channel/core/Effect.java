package dev.zorya.channel.core;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.Question;
import java.time.Duration;
import java.util.List;

/** What the world has to do after a step, in this order. What follows a {@link Persist} waits until it is durable. */
public sealed interface Effect {
    /** Makes the next state durable, with the book and journal lines that belong to it (safety rule 1). */
    record Persist(List<BookEntry> book, List<JournalEntry> journal) implements Effect {
        public Persist {
            book = List.copyOf(book);
            journal = List.copyOf(journal);
        }
    }

    /** To the channel's peer. */
    record Send(Message message) implements Effect {}

    record Submit(Intent intent) implements Effect {}

    /** Answered by {@link Input.Decided}. */
    record Ask(Question question) implements Effect {}

    record Schedule(Timer timer, Duration after) implements Effect {}

    record Notify(Notice notice) implements Effect {}
}
