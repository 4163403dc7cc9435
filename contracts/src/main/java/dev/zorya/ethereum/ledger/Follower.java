package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.port.StoreException;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Receipt;
import dev.zorya.ethereum.rpc.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows what was sent to its end: mined, final, reverted, or lost because another transaction took its number. */
final class Follower {
    private static final Duration MISSING = Duration.ofSeconds(5);
    private static final int RESEND_AFTER = 3;

    private final Node node;
    private final EthereumConfig config;
    private final OwnTransactions own;
    private final Sender sender;
    private final InstantSource clock;
    /** Head at which each was first seen waiting; by key. */
    private final Map<String, Long> waitingSince = new HashMap<>();
    /** When each was first found gone although its number is used up; by key. */
    private final Map<String, Instant> missingSince = new HashMap<>();

    Follower(Node node, EthereumConfig config, OwnTransactions own, Sender sender, InstantSource clock) {
        this.node = node;
        this.config = config;
        this.own = own;
        this.sender = sender;
        this.clock = clock;
    }

    private record Question(OwnTransaction transaction, List<Slot> receipts) {}

    /** Looks after all that were sent; the answer has those that are over now, final or failed. */
    List<OwnTransaction> follow(Head head, boolean reconnected) throws NodeException, StoreException {
        List<OwnTransaction> open = own.open();
        if (open.isEmpty()) {
            return List.of();
        }
        Batch batch = node.batch();
        // asked first: a receipt that appears between the two answers is then not mistaken for a lost transaction
        Slot mined = batch.nonce(open.getFirst().from(), At.LATEST);
        List<Question> questions = open.stream()
                .map(one -> new Question(
                        one, one.hashes().stream().map(batch::receipt).toList()))
                .toList();
        batch.run();
        List<OwnTransaction> over = new ArrayList<>();
        for (Question question : questions) {
            OwnTransaction transaction = question.transaction();
            Optional<Receipt> receipt = receipt(question.receipts());
            if (receipt.isPresent()) {
                mined(transaction, receipt.get(), head).ifPresent(over::add);
            } else {
                boolean numberUsed = mined.quantity().longValue() > transaction.nonce();
                waiting(transaction, numberUsed, head, reconnected).ifPresent(over::add);
            }
        }
        return over;
    }

    private static Optional<Receipt> receipt(List<Slot> slots) throws NodeException.Refused {
        for (Slot slot : slots) {
            Optional<Receipt> receipt = Receipt.of(slot);
            if (receipt.isPresent()) {
                return receipt;
            }
        }
        return Optional.empty();
    }

    private Optional<OwnTransaction> mined(OwnTransaction transaction, Receipt receipt, Head head)
            throws StoreException {
        boolean isFinal = head.finalBlock(config.finalityDepth()) >= receipt.block();
        if (!isFinal) {
            if (transaction.status() != Status.MINED || transaction.block() != receipt.block()) {
                own.save(Changes.mined(transaction, receipt, clock.instant()));
            }
            return Optional.empty();
        }
        return Optional.of(over(
                receipt.success()
                        ? Changes.confirmed(transaction, receipt, clock.instant())
                        : Changes.reverted(transaction, receipt, clock.instant())));
    }

    private OwnTransaction over(OwnTransaction ended) throws StoreException {
        own.save(ended);
        waitingSince.remove(ended.intentKey());
        missingSince.remove(ended.intentKey());
        return ended;
    }

    private Optional<OwnTransaction> waiting(
            OwnTransaction transaction, boolean numberUsed, Head head, boolean reconnected)
            throws NodeException, StoreException {
        String key = transaction.intentKey();
        if (numberUsed) {
            Instant since = missingSince.computeIfAbsent(key, first -> clock.instant());
            boolean lost = Duration.between(since, clock.instant()).compareTo(MISSING) >= 0;
            return lost
                    ? Optional.of(
                            over(Changes.failed(transaction, "another transaction has its number", clock.instant())))
                    : Optional.empty();
        }
        missingSince.remove(key);
        if (transaction.status() == Status.MINED) {
            // its block is no longer in the chain
            own.save(Changes.sent(transaction, clock.instant()));
            sender.again(transaction);
            return Optional.empty();
        }
        long blocks = head.number() - waitingSince.computeIfAbsent(key, first -> head.number());
        if (blocks >= config.replaceAfter()) {
            waitingSince.put(key, head.number());
            sender.replace(transaction, head);
        } else if (reconnected || transaction.status() == Status.PLANNED || blocks >= RESEND_AFTER) {
            sender.again(transaction);
        }
        return Optional.empty();
    }

    /** The first number in use by nobody, while one of ours behind it is waiting. */
    Optional<Long> gap() throws NodeException {
        List<OwnTransaction> open = own.open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Batch batch = node.batch();
        Slot mined = batch.nonce(open.getFirst().from(), At.LATEST);
        Slot pending = batch.nonce(open.getFirst().from(), At.PENDING);
        batch.run();
        long next = mined.quantity().longValue();
        boolean free = pending.quantity().longValue() == next;
        boolean ours = open.stream().anyMatch(one -> one.nonce() == next);
        boolean behind = open.stream().anyMatch(one -> one.nonce() > next);
        return free && !ours && behind ? Optional.of(next) : Optional.empty();
    }
}
