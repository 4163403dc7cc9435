package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * One transaction of this wallet with all its replacements.
 *
 * @param chain ledger and network, e.g. "1:31337" (backend id, chain id)
 * @param nonce of the sending account
 * @param value smallest unit
 * @param to empty for the creation of a contract
 * @param raw the newest signed bytes, to send again as they are; saved before they are first sent
 * @param hashes of everything that was ever sent under this nonce, oldest first; once final, only the one that counts
 * @param gasUsed 0 until mined
 * @param fee paid in the smallest unit, 0 until mined
 * @param block 0 until mined
 * @param reason why it was given up, or empty
 */
public record OwnTransaction(
        String chain,
        String intentKey,
        Bytes from,
        Bytes to,
        long nonce,
        BigInteger value,
        Bytes data,
        BigInteger gasLimit,
        BigInteger maxFee,
        BigInteger maxPriorityFee,
        Bytes raw,
        List<Bytes> hashes,
        Status status,
        long block,
        long gasUsed,
        BigInteger fee,
        String reason,
        Instant updated) {
    public OwnTransaction {
        hashes = List.copyOf(hashes);
    }

    /** planned, sent, (replaced is sent with several hashes), mined, final, failed (DESIGN.md 5). */
    public enum Status {
        PLANNED,
        SENT,
        MINED,
        FINAL,
        FAILED
    }
}
