package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Receipt;
import dev.zorya.ethereum.rpc.SignedTransaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps in the life of an {@link OwnTransaction}. */
final class Changes {
    private Changes() {}

    static OwnTransaction sent(OwnTransaction transaction, Instant now) {
        return with(transaction, Status.SENT, 0, 0, BigInteger.ZERO, "", now);
    }

    static OwnTransaction mined(OwnTransaction transaction, Receipt receipt, Instant now) {
        return with(transaction, Status.MINED, receipt.block(), receipt.gasUsed(), receipt.fee(), "", now);
    }

    /** For good; of its hashes only the one that counts remains. */
    static OwnTransaction confirmed(OwnTransaction transaction, Receipt receipt, Instant now) {
        List<Bytes> only = List.of(receipt.transaction());
        return copy(
                transaction,
                fees(transaction),
                transaction.raw(),
                only,
                Status.FINAL,
                receipt.block(),
                receipt.gasUsed(),
                receipt.fee(),
                "",
                now);
    }

    static OwnTransaction reverted(OwnTransaction transaction, Receipt receipt, Instant now) {
        return with(transaction, Status.FAILED, receipt.block(), receipt.gasUsed(), receipt.fee(), "reverted", now);
    }

    /** It is in no block and will be in none. */
    static OwnTransaction failed(OwnTransaction transaction, String reason, Instant now) {
        return with(transaction, Status.FAILED, 0, 0, BigInteger.ZERO, reason, now);
    }

    /** Same nonce and effect, higher fee. */
    static OwnTransaction replaced(OwnTransaction old, FeeQuote fees, SignedTransaction signed, Instant now) {
        List<Bytes> hashes = new ArrayList<>(old.hashes());
        hashes.add(signed.hash());
        return copy(
                old,
                fees,
                signed.raw(),
                hashes,
                old.status(),
                old.block(),
                old.gasUsed(),
                old.fee(),
                old.reason(),
                now);
    }

    private static OwnTransaction with(
            OwnTransaction old, Status status, long block, long gasUsed, BigInteger fee, String reason, Instant now) {
        return copy(old, fees(old), old.raw(), old.hashes(), status, block, gasUsed, fee, reason, now);
    }

    static FeeQuote fees(OwnTransaction transaction) {
        return new FeeQuote(transaction.maxFee(), transaction.maxPriorityFee());
    }

    private static OwnTransaction copy(
            OwnTransaction old,
            FeeQuote fees,
            Bytes raw,
            List<Bytes> hashes,
            Status status,
            long block,
            long gasUsed,
            BigInteger fee,
            String reason,
            Instant now) {
        return new OwnTransaction(
                old.chain(),
                old.intentKey(),
                old.from(),
                old.to(),
                old.nonce(),
                old.value(),
                old.data(),
                old.gasLimit(),
                fees.maxFee(),
                fees.priority(),
                raw,
                hashes,
                status,
                block,
                gasUsed,
                fee,
                reason,
                now);
    }
}
