package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.value.ProposalId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a tree while it is being made: from the member that it is for to whoever is touched by it. */
final class Walk {
    private record Lines(List<BookEntry> book, List<JournalEntry> journal) {}

    private final Env env;
    private final Instant now;
    private final Map<ProposalId, Lines> kept = new LinkedHashMap<>();
    private final List<TreeStep.Deed> effects = new ArrayList<>();
    private final Deque<ProposalId> touched = new ArrayDeque<>();
    private Tree tree;

    Walk(Env env, Tree tree, Instant now) {
        this.env = env;
        this.tree = tree;
        this.now = now;
    }

    void step(ProposalId member, Input input) {
        take(member, tree.state(member).step(surroundings(member), input, now));
    }

    private Env surroundings(ProposalId member) {
        Family family = tree.family(member);
        return family.equals(env.family()) ? env : env.within(family);
    }

    /** We open a sub-channel. */
    void open(ProposalId parent, ProposalBase base) {
        ChannelState above = tree.state(parent);
        Optional<String> refusal = refusal(parent, above.dossier().ownIndex(), base);
        if (refusal.isPresent()) {
            effects.add(new TreeStep.Deed(base.proposalId(), new Effect.Notify(new Notice.OpenRefused(refusal.get()))));
        } else {
            above.inUse().ifPresent(live -> take(base.proposalId(), SubOpening.propose(env, live, base, now)));
        }
    }

    /** The peer opens one. */
    void proposed(ProposalId parent, ChannelProposal.Sub proposal) {
        ChannelState above = tree.state(parent);
        ProposalId key = proposal.base().proposalId();
        Optional<String> refusal = refusal(parent, above.dossier().peerIndex(), proposal.base());
        if (refusal.isPresent()) {
            effects.add(new TreeStep.Deed(parent, new Effect.Send(new ProposalAnswer.Reject(key, refusal.get()))));
        } else {
            above.inUse().ifPresent(live -> take(key, SubOpening.proposed(env, live, proposal, now)));
        }
    }

    private Optional<String> refusal(ProposalId parent, int proposer, ProposalBase base) {
        return SubOpening.refusal(env, tree.state(parent), proposer, base, tree.living(), tree.depth(parent));
    }

    private void take(ProposalId member, Transition step) {
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Persist persist) {
                Lines lines = kept.computeIfAbsent(member, key -> new Lines(new ArrayList<>(), new ArrayList<>()));
                lines.book().addAll(persist.book());
                lines.journal().addAll(persist.journal());
            } else if (!isRepeated(effect)) {
                effects.add(new TreeStep.Deed(member, effect));
            }
        }
        ChannelState before = tree.members().get(member);
        if (before instanceof ProposalReceived && step.next() instanceof Ended && !member.equals(tree.root())) {
            // a proposal that was declined leaves nothing behind
            tree = tree.without(member);
            return;
        }
        tree = tree.with(step.next());
        // a channel on its own has nobody to compare it for
        if (tree.members().size() > 1 && !step.next().equals(before)) {
            touch(step.next().dossier());
        }
    }

    /** Everybody in the tree who has a look at a dispute comes to the same intent. */
    private boolean isRepeated(Effect effect) {
        return effect instanceof Effect.Submit
                && effects.stream().anyMatch(deed -> deed.effect().equals(effect));
    }

    /** Parent and children are to have a look, and the root, which speaks for all before the judge. */
    private void touch(Dossier changed) {
        Family family = tree.family(changed.key());
        if (family.parent() != null) {
            ProposalId parent = family.parent().dossier().key();
            touched.add(parent);
            if (!parent.equals(tree.root())) {
                touched.add(tree.root());
            }
        }
        family.children().forEach(child -> touched.add(child.dossier().key()));
    }

    TreeStep done() {
        for (ProposalId next = touched.poll(); next != null; next = touched.poll()) {
            step(next, new Input.Neighbours());
        }
        List<TreeStep.Commit> commits = new ArrayList<>();
        kept.forEach(
                (member, lines) -> commits.add(new TreeStep.Commit(tree.state(member), lines.book(), lines.journal())));
        return new TreeStep(tree, commits, effects);
    }
}
