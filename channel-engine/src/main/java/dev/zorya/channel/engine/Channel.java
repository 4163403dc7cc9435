package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelState;
import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Ended;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Notice;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.core.ProposalReceived;
import dev.zorya.channel.core.Timer;
import dev.zorya.channel.core.Transition;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.StoreException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel at work: a mailbox, and a virtual thread only while there is something in it (DESIGN.md 2). Runs the effects of
 * each step in order; if a step cannot be made durable, the channel stays where it was and nothing of the step goes out.
 */
final class Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

    private final World world;
    private final Directory directory;
    private final Waiters waiters = new Waiters();
    private final Queue<Input> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<Timer, Timers.Alarm> alarms = new EnumMap<>(Timer.class);
    private volatile ChannelState state;
    private boolean watched;
    private boolean named;

    Channel(World world, Directory directory, ChannelState state) {
        this.world = world;
        this.directory = directory;
        this.state = state;
    }

    ChannelSnapshot snapshot() {
        return ChannelSnapshot.of(state);
    }

    ChannelState state() {
        return state;
    }

    Waiters waiters() {
        return waiters;
    }

    void put(Input input) {
        inbox.add(input);
        if (working.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::work);
        }
    }

    /** The effects of the step that made this channel. Called before the first {@link #put}. */
    void begin(Transition first) {
        working.set(true);
        Thread.startVirtualThread(() -> {
            perform(first, null);
            work();
        });
    }

    private void work() {
        do {
            for (Input input = inbox.poll(); input != null; input = inbox.poll()) {
                handle(input);
            }
            working.set(false);
            // an input may have come in between the last poll and the line above
        } while (!inbox.isEmpty() && working.compareAndSet(false, true));
    }

    private void handle(Input input) {
        try {
            perform(state.step(world.env(), input, world.clock().instant()), input);
        } catch (RuntimeException bug) {
            // rule 5: one bad channel never stops the others; its state on disk is untouched
            LOG.error(
                    "channel {} could not handle {}",
                    state.dossier().key(),
                    input.getClass().getSimpleName(),
                    bug);
            refuse(input, Reason.REFUSED, "the channel could not handle this: " + bug.getMessage());
        }
    }

    private void perform(Transition step, @Nullable Input cause) {
        ChannelState before = state;
        ChannelState next = step.next();
        name(next);
        watch(next);
        if (step.effects().stream().noneMatch(Effect.Persist.class::isInstance)) {
            state = next;
        }
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Persist persist -> {
                    try {
                        world.persist(next, persist);
                        state = next;
                    } catch (StoreException e) {
                        troubled(before, cause, e);
                        return;
                    }
                }
                case Effect.Send send -> world.send(this, send.message());
                case Effect.Submit submit -> world.submit(this, submit.intent());
                case Effect.Ask ask -> world.ask(this, ask.question());
                case Effect.Schedule schedule -> alarm(schedule.timer()).set(schedule.after());
                case Effect.Notify notify -> tell(notify.notice());
            }
        }
        if (before instanceof ProposalReceived && next instanceof Ended) {
            directory.forget(next.dossier().key());
        }
        if ((next != before || cause == null) && (waiters.any() || world.watchedByPeople())) {
            ChannelSnapshot now = ChannelSnapshot.of(next);
            waiters.arrived(now);
            world.changed(now);
        }
    }

    private void troubled(ChannelState before, @Nullable Input cause, StoreException e) {
        LOG.error("channel {} stays where it was: {}", before.dossier().key(), e.getMessage());
        world.storeTrouble(before.dossier().key(), e);
        if (cause == null) {
            waiters.failAll(Reason.STORE, String.valueOf(e.getMessage()));
        } else {
            refuse(cause, Reason.STORE, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(Input cause, Reason reason, String message) {
        String text = message == null ? "" : message;
        if (cause instanceof Input.Pay pay) {
            waiters.fail(pay.payment().id(), reason, text);
        } else if (cause instanceof Input.Close) {
            waiters.failClosing(reason, text);
        }
    }

    private void tell(Notice notice) {
        waiters.told(notice);
        world.noticed(state.dossier().key(), notice);
    }

    /** From the moment a channel has an id, messages find it under that. */
    private void name(ChannelState next) {
        if (!named) {
            next.channelId().ifPresent(id -> {
                named = true;
                directory.name(id, this);
            });
        }
    }

    private void watch(ChannelState next) {
        Phase phase = next.phase();
        boolean wanted = phase.compareTo(Phase.FUNDING) >= 0 && phase != Phase.WITHDRAWN;
        if (wanted != watched) {
            watched = wanted;
            world.watch(this, ChannelSnapshot.of(next), wanted);
        }
    }

    private Timers.Alarm alarm(Timer timer) {
        return alarms.computeIfAbsent(timer, t -> world.alarm(() -> put(new Input.TimedOut(t))));
    }
}
