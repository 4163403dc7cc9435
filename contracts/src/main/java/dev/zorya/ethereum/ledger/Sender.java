package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.SendRefusal;
import dev.zorya.ethereum.rpc.SignedTransaction;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes signed transactions and hands them to the node: simulated, priced, numbered, saved, and only then sent (safety rule 9).
 * What is saved but may not have arrived is handed over again as the same bytes.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Node node;
    private final EthereumConfig config;
    private final Signer signer;
    private final OwnTransactions own;
    private final InstantSource clock;

    Sender(Node node, EthereumConfig config, Signer signer, OwnTransactions own, InstantSource clock) {
        this.node = node;
        this.config = config;
        this.signer = signer;
        this.own = own;
        this.clock = clock;
    }

    /** Sends a new transaction, or says why that is not possible as the chain stands. */
    Optional<Plan.Blocked> send(Plan.Send step, Head head) throws NodeException, StoreException {
        Bytes self = signer.address();
        Batch batch = node.batch();
        Slot balance = batch.balance(self, At.PENDING);
        Slot pending = batch.nonce(self, At.PENDING);
        Slot priority = batch.priorityFee();
        Slot gas = batch.gas(self, step.to(), step.value(), step.data(), next());
        batch.run();
        // the node's own simulation fails with words of its own if the account is too poor for the value alone
        if (balance.quantity().compareTo(step.value()) < 0) {
            return or(step, head, tooPoor(step.value(), balance.quantity(), step.urgency()));
        }
        long limit;
        try {
            limit = GasLimit.withMargin(gas.quantity(), step.spare());
        } catch (NodeException.Refused e) {
            Optional<Plan.Blocked> refusal = SendRefusal.of(e) == SendRefusal.NO_FUNDS
                    ? tooPoor(step.value(), balance.quantity(), step.urgency())
                    : blocked(Reason.REVERTED, Sentences.reverted(reason(e)));
            return or(step, head, refusal);
        }
        BigInteger most = FeeSchedule.limit(head, config.feeCap(), step.urgency(), limit);
        if (head.baseFee().compareTo(most) > 0) {
            return blocked(Reason.FEES_ABOVE_LIMIT, Sentences.feesTooHigh(head.baseFee(), most, step.urgency()));
        }
        BigInteger spendable = balance.quantity().subtract(step.value());
        FeeQuote fees = offer(step, head, Fees.priority(priority), limit, spendable);
        BigInteger needed = fees.maxFee().multiply(BigInteger.valueOf(limit));
        if (spendable.compareTo(needed) < 0) {
            return or(step, head, tooPoor(needed.add(step.value()), balance.quantity(), step.urgency()));
        }
        long nonce = own.freeNonce(pending.quantity().longValue());
        return hand(planned(step, nonce, limit, fees));
    }

    /** Before anything is signed: what the plan has in place of a step that cannot be taken. */
    private Optional<Plan.Blocked> or(Plan.Send step, Head head, Optional<Plan.Blocked> refusal)
            throws NodeException, StoreException {
        Plan.Send instead = step.instead();
        return instead == null ? refusal : send(instead, head);
    }

    private FeeQuote offer(Plan.Send step, Head head, BigInteger priority, long limit, BigInteger spendable)
            throws StoreException {
        FeeQuote quote = FeeSchedule.quote(head, priority, config.feeCap(), step.urgency(), limit);
        return switch (step.urgency()) {
            case Urgency.None none -> quote;
            case Urgency.Deadline deadline -> {
                FeeQuote before =
                        own.find(step.key()).map(Changes::fees).orElse(new FeeQuote(BigInteger.ZERO, BigInteger.ZERO));
                yield FeeSchedule.urgent(quote, before, head, spendable, limit);
            }
        };
    }

    /** Gives a gap in the numbers to a transaction without effect, so that those behind it can go on. */
    void fillGap(long nonce, Head head) throws NodeException, StoreException {
        Batch batch = node.batch();
        Slot priority = batch.priorityFee();
        batch.run();
        FeeQuote fees = FeeQuote.of(head.baseFee(), Fees.priority(priority), config.feeCap());
        Plan.Send nothing = new Plan.Send("gap/" + nonce, signer.address(), BigInteger.ZERO, Bytes.EMPTY);
        LOG.info("Filling the gap at nonce {}", nonce);
        hand(planned(nothing, nonce, GasLimit.PLAIN, fees));
    }

    private OwnTransaction planned(Plan.Send step, long nonce, long limit, FeeQuote fees) {
        SignedTransaction signed = SignedTransaction.sign(
                signer, config.chainId(), nonce, fees, limit, step.to(), step.value(), step.data());
        return new OwnTransaction(
                config.name(),
                step.key(),
                signer.address(),
                step.to(),
                nonce,
                step.value(),
                step.data(),
                BigInteger.valueOf(limit),
                fees.maxFee(),
                fees.priority(),
                signed.raw(),
                List.of(signed.hash()),
                Status.PLANNED,
                0,
                0,
                BigInteger.ZERO,
                "",
                clock.instant());
    }

    /** Saves and sends. A refusal for good frees the number again. */
    private Optional<Plan.Blocked> hand(OwnTransaction planned) throws NodeException.Unreachable, StoreException {
        own.save(planned);
        return again(planned);
    }

    /** Sends what is saved already, once more or for the first time. */
    Optional<Plan.Blocked> again(OwnTransaction saved) throws NodeException.Unreachable, StoreException {
        try {
            node.send(saved.raw());
        } catch (NodeException.Refused e) {
            return refused(saved, e);
        }
        sent(saved);
        return Optional.empty();
    }

    private void sent(OwnTransaction saved) throws StoreException {
        if (saved.status() == Status.PLANNED) {
            own.save(Changes.sent(saved, clock.instant()));
            LOG.info(
                    "Sent {} with nonce {} as {}",
                    saved.intentKey(),
                    saved.nonce(),
                    saved.hashes().getLast());
        }
    }

    private Optional<Plan.Blocked> refused(OwnTransaction saved, NodeException.Refused refusal) throws StoreException {
        LOG.info("Node refused {} with nonce {}: {}", saved.intentKey(), saved.nonce(), refusal.getMessage());
        boolean first = saved.hashes().size() == 1;
        return switch (SendRefusal.of(refusal)) {
            // used up by itself, or by something else: the receipts tell (Follower)
            case KNOWN, NONCE_USED -> {
                sent(saved);
                yield Optional.empty();
            }
            case NO_FUNDS -> {
                if (first) {
                    giveUp(saved, refusal);
                }
                yield blocked(Reason.NOT_ENOUGH_FUNDS, Sentences.notTaken(String.valueOf(refusal.getMessage())));
            }
            case UNDERPRICED, INVALID -> {
                // what a node took once, or an earlier one with the same number, may still be mined
                if (first && saved.status() == Status.PLANNED) {
                    giveUp(saved, refusal);
                }
                yield blocked(Reason.REVERTED, Sentences.notTaken(String.valueOf(refusal.getMessage())));
            }
        };
    }

    private void giveUp(OwnTransaction saved, NodeException.Refused refusal) throws StoreException {
        own.save(Changes.failed(saved, String.valueOf(refusal.getMessage()), clock.instant()));
    }

    /** Sends the same again for a higher fee, if the fees of today and the limit leave room for one. */
    void replace(OwnTransaction old, Head head) throws NodeException, StoreException {
        Batch batch = node.batch();
        Slot priority = batch.priorityFee();
        batch.run();
        FeeQuote before = Changes.fees(old);
        FeeQuote now = FeeQuote.of(head.baseFee(), Fees.priority(priority), config.feeCap());
        FeeQuote fees = before.replacement(now, config.feeCap());
        if (fees.above(before)) {
            replace(old, fees);
        }
    }

    private void replace(OwnTransaction old, FeeQuote fees) throws NodeException, StoreException {
        SignedTransaction signed = SignedTransaction.sign(
                signer,
                config.chainId(),
                old.nonce(),
                fees,
                old.gasLimit().longValue(),
                old.to(),
                old.value(),
                old.data());
        OwnTransaction replacement = Changes.replaced(old, fees, signed, clock.instant());
        LOG.info("Replacing {} with nonce {} for a higher fee", old.intentKey(), old.nonce());
        own.save(replacement);
        again(replacement);
    }

    /**
     * Offers more for what is waiting, if the schedule says so by now; otherwise hands it over once more, to all who may have
     * forgotten it.
     */
    void urge(OwnTransaction waiting, Urgency urgency, Head head) throws NodeException, StoreException {
        Batch batch = node.batch();
        Slot priority = batch.priorityFee();
        Slot balance = batch.balance(signer.address(), At.LATEST);
        batch.run();
        long limit = waiting.gasLimit().longValue();
        FeeQuote before = Changes.fees(waiting);
        FeeQuote quote = FeeSchedule.quote(head, Fees.priority(priority), config.feeCap(), urgency, limit);
        BigInteger most = FeeSchedule.limit(head, config.feeCap(), urgency, limit);
        FeeQuote fees = before.replacement(quote, most.min(balance.quantity().divide(waiting.gasLimit())));
        boolean outgrown = before.maxFee().compareTo(head.baseFee().add(before.priority())) < 0;
        // each replacement must be dearer by an eighth, so there is none for small movements
        boolean risen = quote.above(new FeeQuote(BigInteger.ZERO, before.priority()));
        if ((outgrown || risen) && fees.above(before)) {
            replace(waiting, fees);
        } else {
            again(waiting);
        }
    }

    /** In a few words, what the chain says to such a transaction now. */
    String simulate(Plan.Send step) throws NodeException.Unreachable {
        Batch batch = node.batch();
        Slot gas = batch.gas(signer.address(), step.to(), step.value(), step.data(), next());
        batch.run();
        try {
            gas.json();
            return "something changed before its turn came";
        } catch (NodeException.Refused e) {
            return reason(e);
        }
    }

    /** Where blocks come only on demand, the next block has the time of day and the newest one an old time. */
    private At next() {
        return config.onDemand() ? At.PENDING : At.LATEST;
    }

    private static Optional<Plan.Blocked> tooPoor(BigInteger needed, BigInteger there, Urgency urgency) {
        return switch (urgency) {
            case Urgency.None none -> blocked(Reason.NOT_ENOUGH_FUNDS, Sentences.notEnough("ETH", needed, there, 18));
            case Urgency.Deadline deadline -> {
                LOG.error("The account is too poor for an answer that is due at {}", deadline.deadline());
                yield blocked(Reason.NOT_ENOUGH_FUNDS, Sentences.notEnoughToAnswer(needed, there, deadline.deadline()));
            }
        };
    }

    private static Optional<Plan.Blocked> blocked(Reason reason, String sentence) {
        return Optional.of(new Plan.Blocked(reason, sentence));
    }

    private static String reason(NodeException.Refused refusal) {
        return refusal.revertReason().orElse(String.valueOf(refusal.getMessage()));
    }
}
