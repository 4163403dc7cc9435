package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Notice;
import dev.zorya.channel.core.RecordCodec;
import dev.zorya.channel.core.TreeStep;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a channel's effects do to the ports. Shared by all channels; holds no state of any of them. */
final class World {
    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final Duration RESUBMIT = Duration.ofSeconds(5);
    private static final Duration MAX_RESUBMIT = Duration.ofMinutes(5);

    private final EngineConfig config;
    private final Env env;
    private final RecordCodec records;
    private final Timers timers;
    private final Events events;

    World(EngineConfig config, Env env, RecordCodec records, Timers timers, Events events) {
        this.config = config;
        this.env = env;
        this.records = records;
        this.timers = timers;
        this.events = events;
    }

    boolean watchedByPeople() {
        return events.wanted();
    }

    Env env() {
        return env;
    }

    InstantSource clock() {
        return config.clock();
    }

    Bytes random(int size) {
        byte[] bytes = new byte[size];
        config.random().nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** All of them or none (DESIGN.md 2). */
    CompletionStage<Void> persist(List<TreeStep.Commit> commits) {
        return config.store().write(commits.stream().map(this::write).toList());
    }

    private ChannelWrite write(TreeStep.Commit commit) {
        ChannelSnapshot view = ChannelSnapshot.of(commit.state());
        return new ChannelWrite(
                view.key(),
                view.id(),
                records.terms(commit.state()),
                view.status().name(),
                view.version(),
                records.body(commit.state()),
                false,
                commit.book(),
                commit.journal());
    }

    void send(Seat channel, Message message) {
        CompletionStage<Void> handed;
        try {
            handed = config.bus().send(channel.dossier().peer(), message);
        } catch (RuntimeException bug) {
            // the effects behind this one must happen all the same
            handed = CompletableFuture.failedFuture(bug);
        }
        handed.whenComplete((done, failure) -> {
            if (failure != null) {
                String reason = reason(failure);
                LOG.info("message {} of channel {} not delivered: {}", message.type(), channel.member(), reason);
                channel.put(new Input.Undelivered(message, reason));
            }
        });
    }

    void submit(Seat channel, Intent intent) {
        submit(channel, intent, RESUBMIT);
    }

    private void submit(Seat channel, Intent intent, Duration pause) {
        try {
            config.ledger().submit(intent);
        } catch (LedgerException e) {
            LOG.warn("{} is tried again in {}: {}", intent.key(), pause, e.getMessage());
            if (pause.equals(RESUBMIT)) {
                // once is enough for the journal; a chain can be away for days
                channel.put(new Input.FromLedger(
                        new LedgerEvent.Stuck(intent.key(), e.reason(), String.valueOf(e.getMessage()))));
            }
            Duration longer = pause.multipliedBy(2).compareTo(MAX_RESUBMIT) < 0 ? pause.multipliedBy(2) : MAX_RESUBMIT;
            after(pause, () -> submit(channel, intent, longer));
        }
    }

    /** Runs something that may block; not at all if the engine is closed by then. */
    void after(Duration delay, Runnable task) {
        timers.after(delay, () -> Thread.startVirtualThread(task));
    }

    /** On a thread of its own: a policy may look things up. */
    void ask(Seat channel, Question question) {
        Thread.startVirtualThread(() -> put(channel, question));
    }

    /** A question that cannot even be put is answered with no: the peer must not wait for nothing. */
    private void put(Seat channel, Question question) {
        CompletionStage<Decision> answer;
        try {
            answer = config.policy().decide(question);
        } catch (RuntimeException bug) {
            answer = CompletableFuture.failedFuture(bug);
        }
        answer.whenComplete((decision, failure) -> {
            if (failure != null) {
                LOG.error("no decision for channel {}", channel.member(), failure);
            }
            channel.put(new Input.Decided(
                    question,
                    failure == null ? decision : new Decision.Decline("no decision could be made"),
                    random(32)));
        });
    }

    void watch(Seat channel, ChannelSnapshot view, boolean wanted) {
        var id = Objects.requireNonNull(view.id());
        if (wanted) {
            config.ledger().watch(id, Objects.requireNonNull(view.params()), view.allocation(), fact -> {
                channel.put(new Input.FromLedger(fact));
                if (events.wanted()) {
                    events.publish(new EngineEvent.LedgerReported(view.key(), fact));
                }
            });
        } else {
            config.ledger().unwatch(id);
        }
    }

    Timers.Alarm alarm(Runnable ring) {
        return timers.new Alarm(ring);
    }

    void changed(ChannelSnapshot channel) {
        if (events.wanted()) {
            events.publish(new EngineEvent.ChannelChanged(channel));
        }
    }

    void noticed(ProposalId key, Notice notice) {
        if (!events.wanted()) {
            return;
        }
        switch (notice) {
            case Notice.Booked booked -> events.publish(new EngineEvent.PaymentChanged(key, booked.entry()));
            case Notice.Disputed step -> events.publish(new EngineEvent.Disputed(key, step.dispute()));
            case Notice.RequestReceived r -> events.publish(new EngineEvent.RequestReceived(key, r.request()));
            case Notice.RequestDeclined r -> events.publish(new EngineEvent.RequestDeclined(key, r.answer()));
            case Notice.PaymentRefused r -> {}
            case Notice.PaymentDeclined r -> {}
            case Notice.PaymentUnanswered r -> {}
            case Notice.ChangeRefused r -> {}
            case Notice.ChangeDeclined r -> {}
            case Notice.ChangeUnanswered r -> {}
            case Notice.Changed r -> {}
            case Notice.OpenRefused r -> {}
            case Notice.CloseDeclined r -> {}
            case Notice.CloseRefused r -> {}
            case Notice.CloseUnanswered r -> {}
        }
    }

    void storeTrouble(ProposalId key, EngineException why) {
        events.publish(new EngineEvent.StoreTrouble(key, why));
    }

    static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof BusException bus ? bus.reason() + ": " + bus.getMessage() : String.valueOf(cause);
    }
}
