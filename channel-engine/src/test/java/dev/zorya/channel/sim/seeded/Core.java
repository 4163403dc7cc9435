package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.core.ChannelState;
import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Opening;
import dev.zorya.channel.core.RecordCodec;
import dev.zorya.channel.core.Transition;
import dev.zorya.channel.core.Tree;
import dev.zorya.channel.core.TreeStep;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.WireIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated world needs of the core: it takes an input and gives what comes next and what has to happen. A broken
 * variant overrides one of these, so the core itself needs no switches.
 */
public interface Core {
    /** The core as it is. */
    Core REAL = new Core() {};

    RecordCodec CODEC = new RecordCodec(new Perunio(Apps.of(NimApp.ID)));

    /** A channel as it lies on a disk. */
    record Kept(Bytes terms, Bytes body) {
        /** Safety rule 1: this signature is durable. */
        boolean holds(Signature signature) {
            byte[] hay = body.toArray();
            byte[] needle = signature.bytes().toArray();
            for (int at = 0; at + needle.length <= hay.length; at++) {
                if (hay[at] == needle[0] && Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    default Transition propose(Env env, WireIdentity peer, Participant expected, ProposalBase base, Instant now) {
        return Opening.propose(env, peer, true, expected, base, now);
    }

    /** The first step of the one who is asked; nothing if the proposal is refused at the door. */
    default Optional<Transition> proposed(Env env, WireIdentity peer, ChannelProposal.Ledger proposal, Instant now) {
        return Opening.refusal(env, peer, proposal).isPresent()
                ? Optional.empty()
                : Optional.of(Opening.proposed(env, peer, proposal, now));
    }

    /** A tree of one channel, as the engine has it: what has to be durable comes before everything else of the step. */
    default Transition step(Env env, ChannelState state, Input input, Instant now) {
        TreeStep step = Tree.of(state).step(env, state.dossier().key(), input, now);
        List<Effect> effects = new ArrayList<>();
        step.commits().forEach(commit -> effects.add(new Effect.Persist(commit.book(), commit.journal())));
        step.effects().forEach(deed -> effects.add(deed.effect()));
        return new Transition(step.next().rootState(), effects);
    }

    /**
     * A channel as it goes to the disk.
     *
     * @param before what lies on the disk already; its terms stay where the core gives no new ones
     */
    default Kept write(ChannelState state, @Nullable Kept before) {
        Bytes terms = CODEC.terms(state);
        return new Kept(terms == null ? Objects.requireNonNull(before).terms() : terms, CODEC.body(state));
    }

    default ChannelState read(Env env, Kept kept) {
        return CODEC.read(env, kept.terms(), kept.body());
    }
}
