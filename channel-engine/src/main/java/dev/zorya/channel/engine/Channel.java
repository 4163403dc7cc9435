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
import dev.zorya.channel.core.Tree;
import dev.zorya.channel.core.TreeStep;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.value.ProposalId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger channel with its sub-channels at work: a mailbox, and no thread of its own. Whoever puts something into an idle mailbox
 * does the step; where a step waits for the disk, the thread that saved it goes on with the effects behind
 * (docs/decisions/0007). Nothing here blocks. If a step cannot be made durable, the tree stays where it was and nothing of the
 * step goes out.
 */
final class Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

    /** An input and the member that it is for. */
    record Mail(ProposalId member, Input input) {}

    private final World world;
    private final Directory directory;
    private final Map<ProposalId, Waiters> waiters = new ConcurrentHashMap<>(1);
    private final Queue<Mail> inbox = new ConcurrentLinkedQueue<>();
    /** What goes before the mailbox: the members of a tree from the store take up their work. */
    private final Deque<Mail> ahead = new ArrayDeque<>(1);

    private final Held held = new Held();
    /** Somebody is at work or will be when a write ends. Born busy: what arrives before {@link #begin} waits. */
    private final AtomicBoolean working = new AtomicBoolean(true);

    private final Map<Clock, Timers.Alarm> alarms = new HashMap<>(2);
    private final Set<ProposalId> named = new HashSet<>(2);
    private volatile Tree tree;
    private volatile boolean over;
    private final Set<ProposalId> watched = new HashSet<>(2);
    private boolean saving;
    private boolean stopped;

    private record Clock(ProposalId member, Timer timer) {}

    /**
     * A step whose effects are being performed.
     *
     * @param cause null for the one that made the channel
     */
    private record Step(
            Tree before,
            Tree next,
            Iterator<TreeStep.Deed> left,
            @Nullable Mail cause) {
        Step(Tree before, TreeStep step, @Nullable Mail cause) {
            this(before, step.next(), step.effects().iterator(), cause);
        }
    }

    Channel(World world, Directory directory, ChannelState root) {
        this.world = world;
        this.directory = directory;
        this.tree = Tree.of(root);
    }

    Tree tree() {
        return tree;
    }

    Waiters waiters(ProposalId member) {
        Waiters found = waiters.computeIfAbsent(member, key -> new Waiters());
        if (over) {
            found.close(new EngineException(Reason.CLOSED, "the wallet was closed"));
        }
        return found;
    }

    /** The effects of the step that made this channel, before anything that has been put into the mailbox since. */
    void begin(Transition first) {
        if (take(TreeStep.first(first), null)) {
            work();
        }
    }

    /** A member from the store, before {@link #resume}. */
    void adopt(ChannelState member) {
        tree = tree.with(member);
    }

    /** A tree from the store takes up its work, before anything that has been put into the mailbox since. */
    void resume() {
        tree.innermostFirst().forEach(member -> ahead.add(new Mail(member, new Input.Restarted())));
        work();
    }

    void put(ProposalId member, Input input) {
        inbox.add(new Mail(member, input));
        wake();
    }

    /** For every member, children first. */
    void putAll(Input input) {
        tree.innermostFirst().forEach(member -> inbox.add(new Mail(member, input)));
        wake();
    }

    private void wake() {
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
        over = true;
        waiters.values().forEach(each -> each.close(new EngineException(Reason.CLOSED, "the wallet was closed")));
    }

    private void work() {
        do {
            for (Mail mail = next(); mail != null; mail = next()) {
                if (!handle(mail)) {
                    return;
                }
            }
            working.set(false);
            // an input may have come in between the last poll and the line above
        } while (!inbox.isEmpty() && working.compareAndSet(false, true));
    }

    private @Nullable Mail next() {
        return ahead.isEmpty() ? inbox.poll() : ahead.poll();
    }

    /** @return false if a write is under way, whose end goes on with the mailbox */
    private synchronized boolean handle(Mail mail) {
        if (stopped) {
            return true;
        }
        TreeStep step;
        try {
            step = tree.step(
                    world.env(), mail.member(), mail.input(), world.clock().instant());
        } catch (RuntimeException bug) {
            broken(mail, bug);
            return true;
        }
        return take(step, mail);
    }

    private synchronized boolean take(TreeStep taken, @Nullable Mail cause) {
        if (stopped) {
            return true;
        }
        Step step = new Step(tree, taken, cause);
        if (!taken.commits().isEmpty()) {
            CompletableFuture<Void> saved = saved(taken);
            if (!saved.isDone()) {
                saving = true;
                var unused = saved.whenComplete((done, failure) -> goOn(step, failure));
                return false;
            }
            if (saved.isCompletedExceptionally()) {
                troubled(cause, saved.exceptionNow());
                return true;
            }
        }
        return perform(step);
    }

    private CompletableFuture<Void> saved(TreeStep taken) {
        try {
            return world.persist(taken.commits()).toCompletableFuture();
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private boolean perform(Step step) {
        try {
            arrive(step.next);
            step.left.forEachRemaining(this::perform);
            finished(step);
        } catch (RuntimeException bug) {
            broken(step.cause, bug);
        }
        return true;
    }

    private void perform(TreeStep.Deed deed) {
        Seat seat = new Seat(this, deed.member());
        switch (deed.effect()) {
            case Effect.Persist persist -> throw new IllegalStateException("the commits of a step come first");
            case Effect.Send send -> world.send(seat, send.message());
            case Effect.Submit submit -> world.submit(seat, submit.intent());
            case Effect.Ask ask -> world.ask(seat, ask.question());
            case Effect.Schedule schedule ->
                alarm(new Clock(deed.member(), schedule.timer())).set(schedule.after());
            case Effect.Notify notify -> tell(deed.member(), notify.notice());
        }
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
        return perform(step);
    }

    /** Who waits and who watches hears of every member that has changed, or that it was asked to close. */
    private void finished(Step step) {
        forgetDeclined(step);
        step.next.members().forEach((key, state) -> {
            boolean asked = step.cause == null
                    || (step.cause.member().equals(key)
                            && (step.cause.input() instanceof Input.Close
                                    || step.cause.input() instanceof Input.CloseAlone));
            if (asked || !state.equals(step.before.members().get(key))) {
                changed(key, state);
            }
        });
    }

    private void changed(ProposalId key, ChannelState state) {
        Waiters waiting = waiters.get(key);
        if ((waiting != null && waiting.any()) || world.watchedByPeople()) {
            ChannelSnapshot now = ChannelSnapshot.of(state);
            if (waiting != null) {
                waiting.arrived(now);
            }
            world.changed(now);
        }
    }

    /** A key was taken for every proposal before its step; where that made no channel, or none that stayed, it is free again. */
    private void forgetDeclined(Step step) {
        ChannelState root = step.next.rootState();
        if (step.before.rootState() instanceof ProposalReceived && root instanceof Ended) {
            directory.forget(step.next.root());
        }
        step.before.members().keySet().stream()
                .filter(key -> !step.next.members().containsKey(key))
                .forEach(this::forget);
        Optional.ofNullable(step.cause)
                .flatMap(mail -> mail.input().proposed())
                .filter(key -> !step.next.members().containsKey(key))
                .ifPresent(this::forget);
    }

    private void forget(ProposalId member) {
        directory.forget(member);
        waiters.remove(member);
    }

    /** This is the tree now. From the moment a member has an id, messages find it under that. */
    private void arrive(Tree next) {
        tree = next;
        next.members().forEach((key, state) -> {
            if (!named.contains(key)) {
                state.channelId().ifPresent(id -> {
                    named.add(key);
                    directory.name(id, new Seat(this, key));
                });
            }
        });
        next.members().forEach((key, state) -> {
            boolean wanted = state.phase().compareTo(Phase.FUNDING) >= 0 && state.phase() != Phase.WITHDRAWN;
            if (wanted ? watched.add(key) : watched.remove(key)) {
                world.watch(new Seat(this, key), ChannelSnapshot.of(state), wanted);
            }
        });
    }

    /** Rule 5: one bad channel never stops the others; its state on disk is untouched. */
    private void broken(@Nullable Mail cause, RuntimeException bug) {
        String what = cause == null ? "its beginning" : cause.input().getClass().getSimpleName();
        LOG.error("channel {} could not handle {}", tree.root(), what, bug);
        refuse(
                cause,
                new EngineException(Reason.REFUSED, "the channel could not handle this: " + bug.getMessage(), bug));
    }

    /** Who waits is told; what nobody would repeat is tried again (a fact of the ledger, an alarm, a message). */
    private void troubled(@Nullable Mail cause, Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(reason.getMessage());
        LOG.error("channel {} stays where it was: {}", tree.root(), message);
        EngineException why = new EngineException(Reason.STORE, message, reason);
        world.storeTrouble(tree.root(), why);
        if (cause == null) {
            // nothing of it is durable and nothing has left: it was never begun
            stopped = true;
            directory.forget(tree.root());
            waiters(tree.root()).close(why);
        } else if (!refuse(cause, why) && held.keep(cause)) {
            world.after(Held.PAUSE, () -> held.release().forEach(mail -> put(mail.member(), mail.input())));
        }
    }

    /** @return false if nobody ordered this */
    private boolean refuse(@Nullable Mail cause, EngineException why) {
        if (cause == null) {
            return false;
        }
        return switch (cause.input()) {
            case Input.Pay pay -> {
                waiters(cause.member()).fail(pay.payment().id(), why);
                yield true;
            }
            case Input.Update update -> {
                waiters(cause.member()).fail(update.change().id(), why);
                yield true;
            }
            case Input.Close close -> {
                waiters(cause.member()).failClosing(why);
                yield true;
            }
            case Input.CloseAlone close -> {
                waiters(cause.member()).failClosing(why);
                yield true;
            }
            case Input.Progress move -> {
                waiters(cause.member()).fail(move.change().id(), why);
                yield true;
            }
            case Input.OpenSub order -> {
                waiters(order.base().proposalId()).close(why);
                forget(order.base().proposalId());
                yield true;
            }
            case Input.Neighbours input -> false;
            case Input.Decided input -> false;
            case Input.FromPeer input -> false;
            case Input.FromLedger input -> false;
            case Input.TimedOut input -> false;
            case Input.Restarted input -> false;
            case Input.Undelivered input -> false;
            case Input.Connected input -> false;
        };
    }

    private void tell(ProposalId member, Notice notice) {
        Waiters waiting = waiters.get(member);
        if (waiting != null) {
            waiting.told(notice);
        }
        world.noticed(member, notice);
    }

    private Timers.Alarm alarm(Clock clock) {
        return alarms.computeIfAbsent(
                clock, key -> world.alarm(() -> put(key.member(), new Input.TimedOut(key.timer()))));
    }
}
