package dev.zorya.node.peer;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.node.peer.Failure.Kind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Changes a channel and waits for certainty. The engine tells after a while that there is no answer and goes on by itself; a command
 * waits until its own deadline.
 */
record Settlement(Channels channels, Deadline deadline) {
    /** A state that was asked for. */
    private record Wanted(long version, Change.Next next) {}

    void pay(ProposalId key, Payment payment) throws Failure {
        CompletableFuture<BookEntry> certainty = channels.waits().certainty(payment.id());
        try {
            if (answered(channels.engine().pay(key, payment))) {
                return;
            }
            if (deadline.await(certainty, Kind.TIMEOUT).status() == BookEntry.Status.CANCELLED) {
                throw new Failure(Kind.REJECTED, "The other side signed a balance without this payment.");
            }
        } finally {
            channels.waits().forget(payment.id());
        }
    }

    void change(ProposalId key, Change.Step step) throws Failure {
        AtomicReference<@Nullable Wanted> wanted = new AtomicReference<>();
        Change.Step noted = current -> {
            Optional<Change.Next> next = step.from(current);
            next.ifPresent(each -> wanted.set(new Wanted(current.version() + 1, each)));
            return next;
        };
        if (answered(channels.engine().update(key, noted))) {
            return;
        }
        Wanted state = wanted.get();
        if (state == null) {
            throw new Failure(Kind.TIMEOUT, "The other side does not answer. Nothing was signed.");
        }
        ChannelSnapshot later = channels.await(
                deadline, key, Kind.TIMEOUT, null, each -> Long.compareUnsigned(each.version(), state.version) >= 0);
        State current = later.current() == null ? null : later.current().state();
        Balances reached = later.allocation().balances();
        if (current == null || !reached.equals(state.next.balances()) || current.isFinal() != state.next.last()) {
            throw new Failure(Kind.REJECTED, "The other side signed another state in place of this one.");
        }
    }

    /** @return false if there was no answer so far */
    private <T> boolean answered(CompletionStage<T> stage) throws Failure {
        try {
            deadline.await(stage, Kind.TIMEOUT);
            return true;
        } catch (Failure failure) {
            if (isUnanswered(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static boolean isUnanswered(Failure failure) {
        return failure.getCause() instanceof EngineException refused
                && refused.reason() == EngineException.Reason.UNANSWERED;
    }
}
