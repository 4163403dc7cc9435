package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.sim.seeded.Core;
import dev.zorya.channel.sim.seeded.Failure;
import dev.zorya.channel.sim.seeded.Simulator;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The simulator sees what it is there to see: cores that are broken on purpose do not survive a thousand worlds. */
class BrokenCoreTest {
    private static final long SEEDS = 1_000;

    /** Safety rule 1 broken: the disk comes last. */
    private static final class SendsFirst implements Core {
        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            Transition step = Core.super.step(env, state, input, now);
            List<Effect> effects = new ArrayList<>(step.effects());
            List<Effect> writes =
                    effects.stream().filter(Effect.Persist.class::isInstance).toList();
            effects.removeAll(writes);
            effects.addAll(writes);
            return new Transition(step.next(), effects);
        }
    }

    /** Safety rule 2 broken: what was signed for a version that nobody completed does not bind. */
    private static final class Forgets implements Core {
        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            ChannelState before = state instanceof Open open
                    ? new Open(open.live().with(List.of(), open.live().queue()))
                    : state;
            return Core.super.step(env, before, input, now);
        }
    }

    /** Safety rule 4 broken: whatever the peer sends as a signature is one. */
    private static final class Trusts implements Core {
        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            Env blind = new Env(blind(env.scheme()), env.signer(), env.self(), env.wire(), env.limits(), env.apps());
            return Core.super.step(blind, state, input, now);
        }

        private static StateScheme blind(StateScheme scheme) {
            return new StateScheme() {
                @Override
                public ChannelId channelId(Params params) {
                    return scheme.channelId(params);
                }

                @Override
                public Bytes stateHash(State state) {
                    return scheme.stateHash(state);
                }

                @Override
                public Bytes digest(State state) {
                    return scheme.digest(state);
                }

                @Override
                public boolean verify(Bytes digest, Signature signature, Participant participant) {
                    return true;
                }
            };
        }
    }

    /** Safety rule 8 broken: nobody looks at what is registered. */
    private static final class Sleeps implements Core {
        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            boolean registered =
                    input instanceof Input.FromLedger fact && fact.event() instanceof LedgerEvent.Registered;
            return registered ? Transition.stay(state) : Core.super.step(env, state, input, now);
        }
    }

    /** Safety rule 8 broken: whatever is registered is taken for the truth. */
    private static final class Believes implements Core {
        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            Transition step = Core.super.step(env, state, input, now);
            boolean alone = input instanceof Input.CloseAlone;
            List<Effect> effects = step.effects().stream()
                    .filter(effect -> alone || !isRegister(effect))
                    .toList();
            return new Transition(step.next(), effects);
        }
    }

    private static boolean isRegister(Effect effect) {
        return effect instanceof Effect.Submit submit && submit.intent() instanceof Intent.Register;
    }

    /** Safety rule 8 broken: what refutes is not the newest state but the one before it. */
    private static final class RefutesWithTheLastButOne implements Core {
        /** One side of one channel in one world. */
        private record Owner(StateScheme world, Bytes address, ProposalId channel) {}

        private final Map<Owner, Transaction> older = new ConcurrentHashMap<>();
        private final Map<Owner, Transaction> newest = new ConcurrentHashMap<>();

        @Override
        public Transition step(Env env, ChannelState state, Input input, Instant now) {
            Transition step = Core.super.step(env, state, input, now);
            Owner owner = new Owner(
                    env.scheme(), env.signer().address(), state.dossier().key());
            state.inUse().ifPresent(live -> remember(owner, live));
            List<Effect> effects =
                    step.effects().stream().map(effect -> worse(owner, effect)).toList();
            return new Transition(step.next(), effects);
        }

        private void remember(Owner owner, Live live) {
            Transaction before = newest.put(owner, live.current());
            if (before != null && before.state().version() < live.state().version()) {
                older.put(owner, before);
            }
        }

        private Effect worse(Owner owner, Effect effect) {
            if (!(effect instanceof Effect.Submit submit) || !(submit.intent() instanceof Intent.Register register)) {
                return effect;
            }
            Transaction old = older.get(owner);
            return old == null
                    ? effect
                    : new Effect.Submit(
                            new Intent.Register(new SignedState(register.root().params(), old), List.of()));
        }
    }

    @Test
    @Tag("threat-26")
    void aGuardThatSleepsIsSeen() {
        caught(new Sleeps(), "rule 8");
    }

    @Test
    @Tag("threat-26")
    void aGuardThatBelievesWhatIsRegisteredIsSeen() {
        caught(new Believes(), "rule 8");
    }

    @Test
    @Tag("threat-26")
    void aGuardThatRefutesWithTheWrongVersionIsSeen() {
        // the signature of an older state is not on the disk any more
        caught(new RefutesWithTheLastButOne(), "rule 1");
    }

    @Test
    void sendingBeforeWritingIsSeen() {
        caught(new SendsFirst(), "rule 1");
    }

    @Test
    void twoStatesForOneVersionAreSeen() {
        caught(new Forgets(), "rule 2");
    }

    @Test
    void anUnverifiedSignatureIsSeen() {
        caught(new Trusts(), "rule 4");
    }

    private static Failure failure(Simulator simulator, long from) {
        return simulator
                .play(from, SEEDS - from, done -> {})
                .failure()
                .orElseThrow(() -> new AssertionError("not caught"));
    }

    /** Caught, for the right reason; and what is left of the plan is short and breaks the same rule again. */
    private static void caught(Core broken, String rule) {
        Simulator simulator = new Simulator(broken);
        Failure failure = failure(simulator, 0);
        while (!failure.rule().startsWith(rule)) {
            // what is broken breaks more than one rule
            failure = failure(simulator, failure.seed() + 1);
        }
        assertTrue(failure.kept().size() <= 20, failure.report());
        List<String> again = simulator.tell(failure.seed(), Optional.of(failure.kept()));
        assertEquals("BROKEN: " + failure.rule(), again.getLast());
        assertEquals(again, failure.trace());
        assertTrue(
                failure.report().contains("./zorya simulate --seed " + failure.seed() + " --keep "), failure.report());
        String fine = new Simulator(Core.REAL)
                .tell(failure.seed(), Optional.of(failure.kept()))
                .getLast();
        assertEquals("No rule is broken.", fine, "the real core survives the same");
    }
}
