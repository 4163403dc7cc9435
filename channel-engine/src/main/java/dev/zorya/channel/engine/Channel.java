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
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel at work: a mailbox, and no thread of its own. Whoever puts something into an idle mailbox does the step; where a
 * step waits for the disk, the thread that saved it goes on with the effects behind (docs/decisions/0007). Nothing here
 * blocks. If a step cannot be made durable, the channel stays where it was and nothing of the step goes out.
 */
final class Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

    private final World world;
    private final Directory directory;
    private final Waiters waiters = new Waiters();
    private final Queue<Input> inbox = new ConcurrentLinkedQueue<>();
    private final Held held = new Held();
    /** Somebody is at work or will be when a write ends. Born busy: what arrives before {@link #begin} waits. */
    private final AtomicBoolean working = new AtomicBoolean(true);

    private final Map<Timer, Timers.Alarm> alarms = new EnumMap<>(Timer.class);
    private volatile ChannelState state;
    private boolean watched;
    private boolean named;
    private boolean saving;
    private boolean stopped;

    /** A step whose effects are being performed. @param cause null for the one that made the channel */
    private record Step(
            ChannelState before,
            ChannelState next,
            Iterator<Effect> left,
            @Nullable Input cause) {
        Step(ChannelState before, Transition transition, @Nullable Input cause) {
            this(before, transition.next(), transition.effects().iterator(), cause);
        }
    }

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
        if (take(first, null)) {
            work();
        }
    }

    /** A channel from the store takes up its work, before anything that has been put into the mailbox since. */
    void resume() {
        if (handle(new Input.Restarted())) {
            work();
        }
    }

    void put(Input input) {
        inbox.add(input);
        if (working.compareAndSet(false, true)) {
            work();
        }
    }

    /** When this returns, no step is under way and none will begin: nothing is signed, written or sent any more. */
    void stop() {
        boolean interrupted = false;
        synchronized (this) {
            stopped = true;
            while (saving) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        waiters.close(Reason.CLOSED, "the wallet was closed");
    }

    private void work() {
        do {
            for (Input input = inbox.poll(); input != null; input = inbox.poll()) {
                if (!handle(input)) {
                    return;
                }
            }
            working.set(false);
            // an input may have come in between the last poll and the line above
        } while (!inbox.isEmpty() && working.compareAndSet(false, true));
    }

    /** @return false if a write is under way, whose end goes on with the mailbox */
    private synchronized boolean handle(Input input) {
        if (stopped) {
            return true;
        }
        Transition transition;
        try {
            transition = state.step(world.env(), input, world.clock().instant());
        } catch (RuntimeException bug) {
            broken(input, bug);
            return true;
        }
        return take(transition, input);
    }

    private synchronized boolean take(Transition transition, @Nullable Input cause) {
        if (stopped) {
            return true;
        }
        Step step = new Step(state, transition, cause);
        if (transition.effects().stream().noneMatch(Effect.Persist.class::isInstance)) {
            arrive(step.next);
        }
        return perform(step);
    }

    private boolean perform(Step step) {
        try {
            return effects(step);
        } catch (RuntimeException bug) {
            broken(step.cause, bug);
            return true;
        }
    }

    private boolean effects(Step step) {
        while (step.left.hasNext()) {
            switch (step.left.next()) {
                case Effect.Persist persist -> {
                    CompletableFuture<Void> saved =
                            world.persist(step.next, persist).toCompletableFuture();
                    if (!saved.isDone()) {
                        saving = true;
                        saved.whenComplete((done, failure) -> goOn(step, failure));
                        return false;
                    }
                    if (saved.isCompletedExceptionally()) {
                        troubled(step.cause, saved.exceptionNow());
                        return true;
                    }
                    arrive(step.next);
                }
                case Effect.Send send -> world.send(this, send.message());
                case Effect.Submit submit -> world.submit(this, submit.intent());
                case Effect.Ask ask -> world.ask(this, ask.question());
                case Effect.Schedule schedule -> alarm(schedule.timer()).set(schedule.after());
                case Effect.Notify notify -> tell(notify.notice());
            }
        }
        finished(step);
        return true;
    }

    /** On the thread that saved the step. */
    private void goOn(Step step, @Nullable Throwable failure) {
        if (afterSaving(step, failure)) {
            work();
        }
    }

    private synchronized boolean afterSaving(Step step, @Nullable Throwable failure) {
        saving = false;
        if (stopped) {
            // as if the process had ended here: what is durable is taken up again at the next start
            notifyAll();
            return true;
        }
        if (failure != null) {
            troubled(step.cause, failure);
            return true;
        }
        arrive(step.next);
        return perform(step);
    }

    private void finished(Step step) {
        ChannelState next = step.next;
        if (step.before instanceof ProposalReceived && next instanceof Ended) {
            directory.forget(next.dossier().key());
        }
        if ((next != step.before || step.cause == null || step.cause instanceof Input.Close)
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

    /** Rule 5: one bad channel never stops the others; its state on disk is untouched. */
    private void broken(@Nullable Input cause, RuntimeException bug) {
        String what = cause == null ? "its beginning" : cause.getClass().getSimpleName();
        LOG.error("channel {} could not handle {}", state.dossier().key(), what, bug);
        refuse(cause, Reason.REFUSED, "the channel could not handle this: " + bug.getMessage());
    }

    /** Who waits is told; what nobody would repeat is tried again (a fact of the ledger, an alarm, a message). */
    private void troubled(@Nullable Input cause, Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(reason.getMessage());
        LOG.error("channel {} stays where it was: {}", state.dossier().key(), message);
        world.storeTrouble(state.dossier().key(), message);
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

    private void refuse(@Nullable Input cause, Reason reason, String message) {
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
