package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.ChannelState;
import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Ended;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.core.ProposalReceived;
import dev.zorya.channel.core.Transition;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.ChannelId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side of a channel: what its person's process and disk hold of it. Effects wait and happen one by one, so that everything
 * can go wrong between any two of them; does with them what engine.Channel does.
 */
final class Party {
    final Pair pair;
    final Person person;
    final String name;
    final int index;
    final Env env;
    final Purse purse;
    final Book book;
    final Orders orders = new Orders();

    final Deque<Effect> todo = new ArrayDeque<>();
    final Deque<Input> inbox = new ArrayDeque<>();
    final Deque<Question> questions = new ArrayDeque<>();
    final Alarms alarms = new Alarms();
    final Door door = new Door();
    private final List<Input> held = new ArrayList<>();
    private final Core core;
    private @Nullable ChannelState state;
    private @Nullable ChannelState next;
    private @Nullable Input cause;
    private Core.@Nullable Kept kept;

    Party(Pair pair, Person person, String name, int index, Book book, Core core) {
        this.pair = pair;
        this.person = person;
        this.name = name;
        this.index = index;
        this.env = person.env;
        this.purse = person.purse;
        this.book = book;
        this.core = core;
    }

    @Nullable
    ChannelState state() {
        return state;
    }

    /** The channel as its owner sees it. Only where there is one. */
    ChannelSnapshot view() {
        return ChannelSnapshot.of(Objects.requireNonNull(state));
    }

    boolean is(Status status) {
        return state != null && view().status() == status;
    }

    boolean isClosing() {
        return state != null && state.phase().compareTo(Phase.FINAL) >= 0;
    }

    /** The ledger decides over its channel, or has decided. */
    boolean isBeforeTheJudge() {
        return state != null && state.phase().compareTo(Phase.REGISTERING) >= 0;
    }

    boolean isAsleep() {
        return person.isAsleep();
    }

    Optional<ChannelId> channelId() {
        return state == null ? Optional.empty() : state.channelId();
    }

    boolean isIn(ChannelId channel) {
        return channelId().filter(channel::equals).isPresent();
    }

    /** Somebody can give it an order now. */
    boolean isAtHand() {
        return isFree() && state != null && !isAsleep();
    }

    Core core() {
        return core;
    }

    Core.@Nullable Kept kept() {
        return kept;
    }

    /** Not in the middle of a step. */
    boolean isFree() {
        return todo.isEmpty();
    }

    void take(Input input, Instant now) {
        ChannelState before = state;
        if (before == null) {
            return;
        }
        Transition step;
        try {
            step = core.step(env, before, input, now);
        } catch (RuntimeException bug) {
            throw new Violation("rule 5: nothing makes a step fail", bug);
        }
        pair.rules.way(before.phase(), step.next().phase());
        begin(step, input);
    }

    /** @param origin what the step came from; nothing for the first one of a channel */
    void begin(Transition step, @Nullable Input origin) {
        next = step.next();
        cause = origin;
        if (step.effects().stream().noneMatch(Effect.Persist.class::isInstance)) {
            arrive();
        }
        todo.addAll(step.effects());
    }

    void persist(Effect.Persist effect) {
        if (person.isFailing()) {
            troubled();
            return;
        }
        ChannelState now = Objects.requireNonNull(next);
        kept = core.write(now, kept);
        if (!pair.isVillain(this)) {
            // who forges messages of its own core confuses its own book
            book.write(effect.book());
        }
        arrive();
        pair.rules.persisted(this, view());
    }

    private void arrive() {
        ChannelState now = Objects.requireNonNull(next);
        if (state instanceof ProposalReceived && now instanceof Ended) {
            // a declined proposal leaves nothing behind
            state = null;
            return;
        }
        state = now;
        now.channelId().ifPresent(id -> inbox.addAll(door.named(id)));
    }

    /** The step is not durable: it did not happen. Whoever waits is told, what nobody would repeat is tried again. */
    private void troubled() {
        todo.clear();
        switch (cause) {
            case null -> state = null;
            case Input.Pay pay -> orders.refused(pay.payment().id());
            case Input.Update update -> orders.refused(update.change().id());
            case Input.Progress move -> orders.refused(move.change().id());
            case Input.Close close -> {}
            case Input.CloseAlone close -> {}
            case Input other -> held.add(other);
        }
    }

    /** Inputs that the disk did not take come again. */
    boolean retry() {
        boolean any = !held.isEmpty();
        inbox.addAll(held);
        held.clear();
        return any;
    }

    /** Everything that was not on the disk is gone, and the process starts again. */
    void crash(Instant now) {
        todo.clear();
        inbox.clear();
        questions.clear();
        alarms.clear();
        held.clear();
        door.forget();
        state = null;
        if (kept != null) {
            try {
                state = core.read(env, kept);
            } catch (RuntimeException bug) {
                throw new Violation("what was written can be read", bug);
            }
            state.channelId().ifPresent(door::named);
            take(new Input.Restarted(), now);
        }
    }
}
