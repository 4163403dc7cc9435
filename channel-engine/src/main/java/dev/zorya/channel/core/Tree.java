package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger channel with its sub-channels, and theirs: what changes together, in one step and one commit (DESIGN.md 2,
 * docs/decisions/0008). Each member is a machine of its own; the tree brings an input to its member, and lets the neighbours of
 * whatever has changed have a look at it until nothing follows any more.
 *
 * @param root key of the ledger channel
 * @param members by key, parents before their children; also those that are over, for people
 */
public record Tree(ProposalId root, Map<ProposalId, ChannelState> members) {
    public Tree {
        members = members.size() == 1 ? Map.copyOf(members) : Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (!members.containsKey(root)) {
            throw new IllegalArgumentException("a tree without its root");
        }
    }

    /** A channel on its own. */
    public static Tree of(ChannelState ledgerChannel) {
        ProposalId key = ledgerChannel.dossier().key();
        return new Tree(key, Map.of(key, ledgerChannel));
    }

    public ChannelState rootState() {
        return state(root);
    }

    /** Of a member; {@link #members} says who is one. */
    public ChannelState state(ProposalId member) {
        ChannelState state = members.get(member);
        if (state == null) {
            throw new IllegalArgumentException("no member of this tree: " + member);
        }
        return state;
    }

    /** Children before their parents: what a child has to say to the peer goes out before what the parent builds on it. */
    public List<ProposalId> innermostFirst() {
        return List.copyOf(members.keySet()).reversed();
    }

    /** The tree with a channel that was made or read back from the store. */
    public Tree with(ChannelState member) {
        if (members.size() == 1 && members.containsKey(member.dossier().key())) {
            return of(member);
        }
        Map<ProposalId, ChannelState> more = new LinkedHashMap<>(members);
        more.put(member.dossier().key(), member);
        return new Tree(root, more);
    }

    Tree without(ProposalId member) {
        Map<ProposalId, ChannelState> fewer = new LinkedHashMap<>(members);
        fewer.remove(member);
        return new Tree(root, fewer);
    }

    /** The one entrance. An input for a member that is gone changes nothing. */
    public TreeStep step(Env env, ProposalId member, Input input, Instant now) {
        ChannelState state = members.get(member);
        if (state == null) {
            return new TreeStep(this, List.of(), List.of());
        }
        Walk walk = new Walk(env, this, now);
        Optional<ChannelProposal.Sub> proposal = proposal(input);
        if (input instanceof Input.OpenSub order) {
            walk.open(member, order.base());
        } else if (proposal.isPresent()) {
            walk.proposed(member, proposal.get());
        } else {
            walk.step(member, input);
        }
        return walk.done();
    }

    /** A sub-channel that is proposed for the first time; a repetition is for the member that it made. */
    private Optional<ChannelProposal.Sub> proposal(Input input) {
        return input instanceof Input.FromPeer heard
                        && heard.message() instanceof ChannelProposal.Sub sub
                        && !members.containsKey(sub.base().proposalId())
                ? Optional.of(sub)
                : Optional.empty();
    }

    /** What a member sees of the others. */
    Family family(ProposalId member) {
        if (members.size() == 1) {
            return Family.NONE;
        }
        Dossier dossier = state(member).dossier();
        Optional<ChannelId> id = state(member).channelId();
        List<ChannelState> children = new ArrayList<>();
        id.ifPresent(own -> members.values().stream()
                .filter(other -> own.equals(other.dossier().parent()) && !isOver(other))
                .forEach(children::add));
        return new Family(parent(dossier), children, this);
    }

    private @Nullable ChannelState parent(Dossier dossier) {
        return dossier.parent() == null
                ? null
                : find(dossier.parent())
                        .orElseThrow(() -> new IllegalArgumentException("a sub-channel without its parent"));
    }

    Optional<ChannelState> find(ChannelId id) {
        return members.values().stream()
                .filter(other -> other.channelId().filter(id::equals).isPresent())
                .findFirst();
    }

    /** Members that are not over. */
    int living() {
        return (int) members.values().stream().filter(state -> !isOver(state)).count();
    }

    /** Channels from the ledger channel down to this member. */
    int depth(ProposalId member) {
        int depth = 1;
        ChannelState above = parent(state(member).dossier());
        while (above != null) {
            depth++;
            above = parent(above.dossier());
        }
        return depth;
    }

    static boolean isOver(ChannelState state) {
        return switch (state) {
            case Ended s -> true;
            case Withdrawn s -> true;
            case ProposalSent s -> false;
            case ProposalReceived s -> false;
            case InitSigning s -> false;
            case Funding s -> false;
            case Locking s -> false;
            case Open s -> false;
            case Deciding s -> false;
            case Updating s -> false;
            case Finalising s -> false;
            case Stale s -> false;
            case Final s -> false;
            case Disputed s -> false;
            case Returning s -> false;
            case Withdrawing s -> false;
        };
    }
}
