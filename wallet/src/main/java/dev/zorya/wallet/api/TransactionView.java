package dev.zorya.wallet.api;

import java.time.Instant;
import java.util.List;

/**
 * A transaction of the wallet's own account.
 *
 * @param key names it in this wallet
 * @param channelKey of the channel that it is for, or empty
 * @param sentence what it does
 * @param why it stands where it does
 * @param fee what it cost once it is in a block, before that what it costs at most
 * @param paid whether the fee is paid
 * @param hash in hexadecimal with 0x: of the newest one under its number, once final of the one that counts
 * @param replaced hashes of those that were sent before with a lower fee, oldest first
 * @param block 0 until it is in one
 * @param number nonce of the account
 * @param at when its state changed last
 */
public record TransactionView(
        String key,
        String channelKey,
        String sentence,
        State state,
        String why,
        Amount fee,
        boolean paid,
        String hash,
        List<String> replaced,
        long block,
        long number,
        Instant at) {
    public TransactionView {
        replaced = List.copyOf(replaced);
    }

    /** Where a transaction can be (DESIGN.md 5). */
    public enum State {
        PLANNED,
        SENT,
        REPLACED,
        MINED,
        FINAL,
        FAILED
    }
}
