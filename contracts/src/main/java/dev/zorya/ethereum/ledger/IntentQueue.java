package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.NodeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done on the chain. Only the chain thread works on it; {@link #take} may be called by any. */
final class IntentQueue {
    private static final Logger LOG = LoggerFactory.getLogger(IntentQueue.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final OwnTransactions own;
    private final Planner planner;
    private final Sender sender;
    private final Follower follower;
    private final Reports reports;
    private final InstantSource clock;
    private final EthereumConfig config;
    private final Queue<Intent> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private boolean loaded;
    private boolean storeFails;

    IntentQueue(
            OwnTransactions own,
            Planner planner,
            Sender sender,
            Follower follower,
            Reports reports,
            InstantSource clock,
            EthereumConfig config) {
        this.own = own;
        this.planner = planner;
        this.sender = sender;
        this.follower = follower;
        this.reports = reports;
        this.clock = clock;
        this.config = config;
    }

    /** An intent that is not done yet, and what was last said about it. */
    private static final class Job {
        final Intent intent;

        @Nullable
        Reason trouble;

        Bytes lookedAt = Bytes.EMPTY;
        Instant retry = Instant.MIN;
        /** Block time before which there is nothing to do. */
        Instant notBefore = Instant.MIN;

        Job(Intent intent) {
            this.intent = intent;
        }
    }

    /** The earliest block time that something waits for; the end of time if nothing does. */
    Instant nextMoment() {
        return jobs.values().stream()
                .map(job -> job.notBefore)
                .filter(Instant.MIN::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    void take(Intent intent) {
        taken.add(intent);
    }

    /** One round: follow what was sent, then send what can be sent. */
    void advance(Head head, boolean reconnected) throws NodeException.Unreachable {
        try {
            if (!loaded) {
                own.load();
                loaded = true;
            }
            accept();
            for (OwnTransaction over : follower.follow(head, reconnected)) {
                ended(over, head);
            }
            for (Job job : List.copyOf(jobs.values())) {
                if (isDue(job, head)) {
                    advance(job, head);
                }
            }
            Optional<Long> gap = follower.gap();
            if (gap.isPresent()) {
                sender.fillGap(gap.get(), head);
            }
            storeFails = false;
        } catch (StoreException e) {
            if (!storeFails) {
                LOG.error("Own transactions cannot be stored; nothing is sent", e);
            }
            storeFails = true;
            trouble(Reason.STORE, Sentences.store());
        } catch (NodeException.Unreachable e) {
            throw e;
        } catch (NodeException e) {
            LOG.warn("The node refused a question; asking again with the next block: {}", e.getMessage());
        }
    }

    /** Nothing can go on for a reason that concerns all alike. */
    void trouble(Reason reason, String sentence) {
        taken.forEach(intent -> jobs.putIfAbsent(intent.key(), new Job(intent)));
        taken.clear();
        jobs.values().forEach(job -> stuck(job, reason, sentence));
    }

    private void accept() throws StoreException {
        for (Intent intent = taken.peek(); intent != null; intent = taken.peek()) {
            Optional<OwnTransaction> known = own.find(intent.key());
            if (known.isPresent() && known.get().status() == Status.FINAL) {
                reports.report(intent.channel(), mined(known.get()));
            } else {
                jobs.putIfAbsent(intent.key(), new Job(intent));
            }
            taken.poll();
        }
    }

    private void ended(OwnTransaction over, Head head) throws NodeException {
        Job job = jobs.get(stepOf(over.intentKey()));
        if (job == null) {
            return;
        }
        if (over.status() == Status.FINAL) {
            reports.report(job.intent.channel(), mined(over));
            jobs.remove(over.intentKey());
            return;
        }
        LOG.info("{} failed: {}", over.intentKey(), over.reason());
        boolean paidForNothing = over.gasUsed() > 0;
        if (paidForNothing && isForThePerson(job.intent) && planner.plan(job.intent, head) instanceof Plan.Send again) {
            stuck(job, Reason.REVERTED, Sentences.reverted(sender.simulate(again)));
            jobs.remove(job.intent.key());
        }
    }

    /**
     * Sending again would pay again, which the person decides where nothing is lost by waiting. A dispute does not wait: it is
     * sent again as soon as the simulation says that it would work now.
     */
    private static boolean isForThePerson(Intent intent) {
        return switch (intent) {
            case Intent.Deposit deposit -> true;
            case Intent.ConcludeFinal conclude -> true;
            case Intent.Withdraw withdraw -> true;
            case Intent.Register register -> false;
            case Intent.Progress progress -> false;
            case Intent.Conclude conclude -> false;
        };
    }

    private static String stepOf(String transactionKey) {
        return transactionKey.endsWith(TokenDeposit.APPROVE)
                ? transactionKey.substring(0, transactionKey.length() - TokenDeposit.APPROVE.length())
                : transactionKey;
    }

    /** With each new block, and again and again without one: what did not go may go now. */
    private boolean isDue(Job job, Head head) {
        boolean seen = job.lookedAt.equals(head.hash());
        if (seen && clock.instant().isBefore(job.retry)) {
            return false;
        }
        return config.onDemand() || !head.time().isBefore(job.notBefore);
    }

    private void advance(Job job, Head head) throws NodeException, StoreException {
        Optional<OwnTransaction> open = own.open(job.intent.key());
        if (open.isPresent()) {
            underWay(job, open.get(), head);
            return;
        }
        Plan plan = planner.plan(job.intent, head);
        looked(job, head, plan);
        switch (plan) {
            case Plan.Done done -> jobs.remove(job.intent.key());
            case Plan.Wait wait -> job.trouble = null;
            case Plan.WaitUntil wait -> job.trouble = null;
            case Plan.Blocked blocked -> stuck(job, blocked.reason(), blocked.sentence());
            case Plan.Send send -> {
                Optional<Plan.Blocked> refusal = sender.send(send, head);
                if (refusal.isEmpty()) {
                    job.trouble = null;
                } else if (planner.plan(job.intent, head) instanceof Plan.Send) {
                    stuck(job, refusal.get().reason(), refusal.get().sentence());
                }
                // else somebody did it between the look and the trial, as when both sides conclude; the next round sees
                // it
            }
        }
    }

    private void looked(Job job, Head head, Plan plan) {
        job.lookedAt = head.hash();
        job.notBefore = plan instanceof Plan.WaitUntil wait ? wait.time() : Instant.MIN;
        Instant later = clock.instant().plus(RETRY);
        boolean sooner = job.notBefore.isAfter(Instant.MIN) && job.notBefore.isBefore(later);
        job.retry = sooner ? job.notBefore : later;
    }

    /** What must be in a block in time is offered for more and more, and handed over with each block. */
    private void underWay(Job job, OwnTransaction open, Head head) throws NodeException, StoreException {
        job.lookedAt = head.hash();
        job.retry = clock.instant().plus(RETRY);
        if (open.status() == Status.MINED) {
            return;
        }
        switch (planner.urgency(job.intent, head)) {
            case Urgency.None none -> {}
            case Urgency.Deadline deadline -> sender.urge(open, deadline, head);
        }
    }

    /** Says so once, not with each block. */
    private void stuck(Job job, Reason reason, String sentence) {
        if (job.trouble != reason) {
            job.trouble = reason;
            LOG.info("{} waits: {}", job.intent.key(), reason);
            reports.report(job.intent.channel(), new LedgerEvent.Stuck(job.intent.key(), reason, sentence));
        }
    }

    private static LedgerEvent.Mined mined(OwnTransaction over) {
        return new LedgerEvent.Mined(
                over.intentKey(), over.hashes().getLast(), over.block(), over.gasUsed(), over.fee());
    }
}
