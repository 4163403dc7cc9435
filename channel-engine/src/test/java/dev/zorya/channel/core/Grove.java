package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alice's and Bob's trees around the open channel of a {@link Scene}, with a disk each and a line in between. */
final class Grove {
    /** Thrown where a process dies: between two effects of a step. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Stored(Bytes terms, Bytes body) {}

    private record Alarm(ProposalId member, Timer timer) {}

    /** One of the two. */
    final class Party {
        final Scene.Side side;
        final List<Notice> notices = new ArrayList<>();
        /** What was handed over to the ledger and nobody has taken away. */
        final Deque<Intent> intents = new ArrayDeque<>();

        final Deque<Message> inbox = new ArrayDeque<>();
        private final Map<ProposalId, Stored> disk = new LinkedHashMap<>();
        private final Set<Alarm> alarms = new LinkedHashSet<>();
        private final Deque<TreeStep.Deed> answers = new ArrayDeque<>();
        Tree tree;
        boolean says = true;
        private @Nullable Party peer;

        private Party(Scene.Side side, ChannelState root) {
            this.side = side;
            this.tree = Tree.of(root);
            keep(scene.signing(side));
            keep(root);
        }

        private Party peer() {
            return Objects.requireNonNull(peer);
        }

        private void keep(ChannelState state) {
            ProposalId key = state.dossier().key();
            Bytes terms = codec.terms(state);
            Stored before = disk.get(key);
            disk.put(
                    key,
                    new Stored(
                            terms != null ? terms : before == null ? Bytes.EMPTY : before.terms(), codec.body(state)));
        }

        TreeStep take(ProposalId member, Input input) {
            TreeStep step = tree.step(side.env(), member, input, Scene.NOW);
            step.commits().forEach(commit -> keep(commit.state()));
            tree = step.next();
            effects++;
            for (TreeStep.Deed deed : step.effects()) {
                if (effects++ == deathAt && side.equals(mortal)) {
                    throw new Death();
                }
                perform(deed);
            }
            return step;
        }

        private void perform(TreeStep.Deed deed) {
            switch (deed.effect()) {
                case Effect.Persist persist -> throw new AssertionError("persists are commits of a tree");
                case Effect.Send send -> {
                    requireKept(send.message());
                    peer().inbox.add(send.message());
                }
                case Effect.Submit submit -> intents.add(submit.intent());
                case Effect.Ask ask -> answers.add(deed);
                case Effect.Schedule schedule -> alarms.add(new Alarm(deed.member(), schedule.timer()));
                case Effect.Notify notify -> notices.add(notify.notice());
            }
        }

        /** Safety rule 1. */
        private void requireKept(Message message) {
            switch (message) {
                case UpdateMessage.Update update -> requireKept(update.signature());
                case UpdateMessage.Accept accept -> requireKept(accept.signature());
                default -> {}
            }
        }

        private void requireKept(Signature signature) {
            String wanted = new String(signature.bytes().toArray(), StandardCharsets.ISO_8859_1);
            assertTrue(
                    disk.values().stream()
                            .anyMatch(stored ->
                                    new String(stored.body().toArray(), StandardCharsets.ISO_8859_1).contains(wanted)),
                    "a signature that is not on the disk leaves");
        }

        /** Brings a message to its member, as the engine's directory does. */
        void hear(Message message) {
            member(message).ifPresent(member -> take(member, new Input.FromPeer(message)));
        }

        private Optional<ProposalId> member(Message message) {
            return switch (message) {
                case UpdateMessage update -> key(update.channelId());
                case Extension.PaymentNotes notes -> key(notes.channelId());
                case ChannelSync sync ->
                    sync.transaction().flatMap(tx -> key(tx.state().id()));
                case ProposalAnswer answer -> Optional.of(answer.proposalId());
                case ChannelProposal.Sub sub ->
                    tree.members().containsKey(sub.base().proposalId())
                            ? Optional.of(sub.base().proposalId())
                            : key(sub.parent());
                default -> Optional.empty();
            };
        }

        private Optional<ProposalId> key(ChannelId id) {
            return tree.find(id).map(state -> state.dossier().key());
        }

        ChannelState at(ProposalId member) {
            return tree.state(member);
        }

        Live live(ProposalId member) {
            return at(member).inUse().orElseThrow(() -> new AssertionError("not in use: " + at(member)));
        }

        State current(ProposalId member) {
            return live(member).state();
        }

        private boolean advance() {
            if (!inbox.isEmpty()) {
                hear(inbox.remove());
                return true;
            }
            if (!answers.isEmpty()) {
                TreeStep.Deed deed = answers.remove();
                Effect.Ask ask = (Effect.Ask) deed.effect();
                Decision decision = says ? new Decision.Accept() : new Decision.Decline("no");
                take(deed.member(), new Input.Decided(ask.question(), decision, share(++shares)));
                return true;
            }
            return false;
        }

        /** Rings every clock that waits for a turn or an answer to an update. */
        private boolean ring() {
            List<Alarm> due =
                    alarms.stream().filter(alarm -> alarm.timer() == Timer.TURN).toList();
            due.forEach(alarms::remove);
            due.forEach(alarm -> take(alarm.member(), new Input.TimedOut(alarm.timer())));
            return !due.isEmpty();
        }

        /** The process is gone, and starts again from its disk. What was on its way to it and from it is lost. */
        void restart() {
            inbox.clear();
            peer().inbox.clear();
            answers.clear();
            alarms.clear();
            Tree back = null;
            for (Stored stored : disk.values()) {
                ChannelState state = codec.read(side.env(), stored.terms(), stored.body());
                back = back == null ? Tree.of(state) : back.with(state);
            }
            tree = Objects.requireNonNull(back);
            tree.innermostFirst().forEach(member -> take(member, new Input.Restarted()));
        }

        void connected() {
            tree.innermostFirst().forEach(member -> take(member, new Input.Connected()));
        }
    }

    final Scene scene;
    final Party alice;
    final Party bob;
    private final RecordCodec codec = new RecordCodec(new Perunio(Apps.NONE));
    private int shares = 100;
    /** Effects performed so far; the process {@code mortal} dies before the one with this number. */
    int effects;

    int deathAt = -1;
    Scene.@Nullable Side mortal;

    Grove() {
        this(new Scene());
    }

    private Grove(Scene scene) {
        this.scene = scene;
        this.alice = new Party(scene.alice, scene.open(scene.alice));
        this.bob = new Party(scene.bob, scene.open(scene.bob));
        alice.peer = bob;
        bob.peer = alice;
    }

    static ProposalId key(int number) {
        return new ProposalId(share(number));
    }

    static Bytes share(int number) {
        return Hashes.keccak256(new byte[] {(byte) number, 42});
    }

    /** A sub-channel with this number and these balances. */
    ProposalBase base(int number, Allocation initial) {
        return new ProposalBase(
                key(number),
                3600,
                share(number + 50),
                App.NONE,
                Bytes.EMPTY,
                initial,
                initial.balances(),
                Capabilities.aux());
    }

    ProposalBase base(int number, long mine, long theirs) {
        return base(number, scene.allocation(mine, theirs));
    }

    /** Until nobody has anything to do; a death is survived. */
    void run() {
        for (int step = 0; step < 2000; step++) {
            if (!step()) {
                return;
            }
        }
        throw new AssertionError("still busy");
    }

    /** One thing; nothing if there is nothing to do. */
    boolean step() {
        try {
            return alice.advance() || bob.advance() || alice.ring() || bob.ring();
        } catch (Death death) {
            survive();
            return true;
        }
    }

    /** Gives an order and lets both finish; whoever dies of it does not give it again. */
    void order(Party party, ProposalId member, Input input) {
        give(party, member, input);
        run();
    }

    void give(Party party, ProposalId member, Input input) {
        try {
            party.take(member, input);
        } catch (Death death) {
            survive();
        }
    }

    void survive() {
        Party dead = alice.side.equals(mortal) ? alice : bob;
        deathAt = -1;
        dead.restart();
        dead.peer().connected();
        dead.connected();
    }

    /** Both open a sub-channel in that one and it is in use. */
    ProposalId opened(ProposalId parent, int number, long mine, long theirs) {
        order(alice, parent, new Input.OpenSub(base(number, mine, theirs)));
        assertEquals(alice.current(key(number)), bob.current(key(number)));
        return key(number);
    }

    /** Both hold the same fully signed state, with these balances of Alice and Bob. */
    void agreed(ProposalId member, long mine, long theirs) {
        State state = alice.current(member);
        assertEquals(state, bob.current(member));
        assertEquals(scene.allocation(mine, theirs).balances(), state.balances());
    }
}
