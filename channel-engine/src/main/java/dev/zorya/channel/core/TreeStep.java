package dev.zorya.channel.core;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.value.ProposalId;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of a step of a tree.
 *
 * @param commits every member that has to be durable, in one commit, before any of the effects (safety rule 1); none if there
 *     is nothing to keep
 * @param effects in the order in which they must happen; no {@link Effect.Persist} is among them
 */
public record TreeStep(Tree next, List<Commit> commits, List<Deed> effects) {
    public TreeStep {
        commits = List.copyOf(commits);
        effects = List.copyOf(effects);
    }

    /** The step that makes a ledger channel. */
    public static TreeStep first(Transition step) {
        List<Commit> commits = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Persist persist) {
                commits.add(new Commit(step.next(), persist.book(), persist.journal()));
            } else {
                deeds.add(new Deed(step.next().dossier().key(), effect));
            }
        }
        return new TreeStep(Tree.of(step.next()), commits, deeds);
    }

    /** A member as it is kept, with the book and journal lines that belong to it. */
    public record Commit(ChannelState state, List<BookEntry> book, List<JournalEntry> journal) {
        public Commit {
            book = List.copyOf(book);
            journal = List.copyOf(journal);
        }
    }

    /** An effect and whose it is. What comes back from it (a decision, an alarm) goes to the same member. */
    public record Deed(ProposalId member, Effect effect) {}
}
