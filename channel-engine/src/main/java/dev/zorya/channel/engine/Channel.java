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
    private final Held held = new Held();
    /** Born busy: what arrives before {@link #begin} waits. */
    private final AtomicBoolean working = new AtomicBoolean(true);

    private final Map<Timer, Timers.Alarm> alarms = new EnumMap<>(Timer.class);
    private volatile ChannelState state;
    private boolean watched;
    private boolean named;
    private boolean stopped;

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

    /** The effects of the step that made this channel, before anything that has been put into the mailbox since. */
    void begin(Transition first) {
        Thread.startVirtualThread(() -> {
            synchronized (this) {
                if (!stopped) {
                    perform(first, null);
                }
            }
            work();
        });
    }

    /** A channel from the store takes up its work, before anything that has been put into the mailbox since. */
    void resume() {
        Thread.startVirtualThread(() -> {
            handle(new Input.Restarted());
            work();
        });
    }

    void put(Input input) {
        inbox.add(input);
        if (working.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::work);
        }
    }

    /** When this returns, no step is under way and none will begin: nothing is signed, written or sent any more. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        waiters.close(Reason.CLOSED, "the wallet was closed");
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

    private synchronized void handle(Input input) {
        if (stopped) {
            return;
        }
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
        if (step.effects().stream().noneMatch(Effect.Persist.class::isInstance)) {
            arrive(next);
        }
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Persist persist -> {
                    try {
                        world.persist(next, persist);
                    } catch (StoreException e) {
                        troubled(cause, e);
                        return;
                    }
                    arrive(next);
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
        if ((next != before || cause == null || cause instanceof Input.Close)
                && (waiters.any() || world.watchedByPeople())) {
            ChannelSnapshot now = ChannelSnapshot.of(next);
            waiters.arrived(now);
            world.changed(now);
        }
    }

    /** This is the state now. From the moment it has an id, messages find the channel under that. */
    private void arrive(ChannelState next) {
        state = next;
        if (!named) {
            next.channelId().ifPresent(id -> {
                named = true;
                directory.name(id, this);
            });
        }
        boolean wanted = next.phase().compareTo(Phase.FUNDING) >= 0 && next.phase() != Phase.WITHDRAWN;
        if (wanted != watched) {
            watched = wanted;
            world.watch(this, ChannelSnapshot.of(next), wanted);
        }
    }

    /** Who waits is told; what nobody would repeat is tried again (a fact of the ledger, an alarm, a message). */
    private void troubled(@Nullable Input cause, StoreException e) {
        LOG.error("channel {} stays where it was: {}", state.dossier().key(), e.getMessage());
        world.storeTrouble(state.dossier().key(), e);
        String message = String.valueOf(e.getMessage());
        if (cause == null) {
            // nothing of it is durable and nothing has left: it was never begun
            stopped = true;
            directory.forget(state.dossier().key());
            waiters.close(Reason.STORE, message);
        } else if (cause instanceof Input.Pay || cause instanceof Input.Update || cause instanceof Input.Close) {
            refuse(cause, Reason.STORE, message);
        } else if (held.keep(cause)) {
            world.after(Held.PAUSE, () -> held.release().forEach(this::put));
        }
    }

    private void refuse(Input cause, Reason reason, String message) {
        if (cause instanceof Input.Pay pay) {
            waiters.fail(pay.payment().id(), reason, message);
        } else if (cause instanceof Input.Update update) {
            waiters.fail(update.change().id(), reason, message);
        } else if (cause instanceof Input.Close) {
            waiters.failClosing(reason, message);
        }
    }

    private void tell(Notice notice) {
        waiters.told(notice);
        world.noticed(state.dossier().key(), notice);
    }

    private Timers.Alarm alarm(Timer timer) {
        return alarms.computeIfAbsent(timer, t -> world.alarm(() -> put(new Input.TimedOut(t))));
    }
}
