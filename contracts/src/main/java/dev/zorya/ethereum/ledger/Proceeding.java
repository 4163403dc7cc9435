package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a channel before the judge, as the chain recorded it.
 *
 * @param transaction hash of the transaction that did it
 * @param version that stood afterwards, unsigned
 * @param phase 0 dispute, 1 forced execution, 2 concluded (ONCHAIN.md 5)
 * @param timeout that stood afterwards, in block time
 * @param shown the state with the signatures that the transaction carried, or null if it carried none that can be read
 */
public record Proceeding(
        long block,
        Bytes transaction,
        long version,
        int phase,
        Instant timeout,
        @Nullable Transaction shown) {}
