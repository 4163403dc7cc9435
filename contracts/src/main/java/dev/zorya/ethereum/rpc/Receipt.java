package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a mined transaction did.
 *
 * @param success false if it reverted; the gas is paid all the same
 * @param gasPrice wei per gas that was really paid
 * @param contract address of the contract it created; empty if it created none
 */
public record Receipt(
        Bytes transaction, boolean success, long block, long gasUsed, BigInteger gasPrice, Bytes contract) {
    /** Reads the answer to {@link Batch#receipt}; empty if the transaction is in no block. */
    public static Optional<Receipt> of(Slot slot) throws NodeException.Refused {
        JsonNode json = slot.json();
        if (json.isNull() || json.path("blockNumber").isNull()) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(
                slot.bytes(json.path("transactionHash")),
                slot.quantity(json.path("status")).signum() == 1,
                slot.quantity(json.path("blockNumber")).longValue(),
                slot.quantity(json.path("gasUsed")).longValue(),
                slot.quantity(json.path("effectiveGasPrice")),
                slot.bytes(json.path("contractAddress"))));
    }

    /** Wei paid for gas. */
    public BigInteger fee() {
        return gasPrice.multiply(BigInteger.valueOf(gasUsed));
    }
}
