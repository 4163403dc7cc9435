package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import tools.jackson.databind.JsonNode;

/**
 * One event in a block.
 *
 * @param subject the first indexed argument: a channel's id, or a funding id
 */
record LogEntry(Key key, long block, Bytes address, Bytes event, Bytes subject, Bytes data, Bytes transaction) {
    /** What makes an event the same event, whatever else changes around it (ONCHAIN.md 13.5). */
    record Key(Bytes blockHash, long index) {}

    /** @throws MalformedException if it is not an event with an indexed argument */
    static LogEntry of(JsonNode log) {
        return new LogEntry(
                new Key(bytes(log.path("blockHash")), number(log.path("logIndex"))),
                number(log.path("blockNumber")),
                bytes(log.path("address")),
                bytes(log.path("topics").path(0)),
                bytes(log.path("topics").path(1)),
                bytes(log.path("data")),
                bytes(log.path("transactionHash")));
    }

    private static Bytes bytes(JsonNode hex) {
        return Bytes.fromHex(hex.asString(""));
    }

    private static long number(JsonNode hex) {
        try {
            return Long.decode(hex.asString(""));
        } catch (NumberFormatException e) {
            throw new MalformedException("no number in an event: " + hex.asString(""), e);
        }
    }
}
