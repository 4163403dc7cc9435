package dev.zorya.ethereum.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;

/** What a person is told when the chain does not play along: what happened, what it means for the money, what to do. */
final class Sentences {
    private Sentences() {}

    static String unreachable(URI node) {
        return "The chain does not answer at " + node.getAuthority()
                + ". Your money is where it was. The wallet keeps trying; check the connection or the node's address.";
    }

    static String limited(URI node) {
        return "The node at " + node.getAuthority()
                + " answers no more questions for now. Your money is where it was. The wallet asks less often; add a"
                + " second node in the settings if this stays.";
    }

    static String wrongChain(long expected, long found) {
        return "The node belongs to chain " + found + " instead of chain " + expected
                + ". Nothing was sent. Check the node's address in the settings.";
    }

    static String unknownContract(String what, String address) {
        return "The " + what + " at " + address
                + " is not a contract this wallet knows. Nothing was sent there. Check the addresses in the settings.";
    }

    static String notEnough(String symbol, BigInteger needed, BigInteger there, int decimals) {
        return "This needs " + amount(needed, decimals) + " " + symbol + " and the account has "
                + amount(there, decimals) + " " + symbol
                + ". Nothing was sent. Add money to the account; the wallet then goes on by itself.";
    }

    static String notEnoughToAnswer(BigInteger needed, BigInteger there, Instant deadline) {
        return "An old state of this channel was registered, and the account has too little to answer: it needs "
                + amount(needed, 18) + " ETH and has " + amount(there, 18)
                + " ETH. Unanswered, the old state counts after " + deadline
                + ". Add ETH to the account now; the wallet then answers by itself.";
    }

    static String tokenTakesFee(String symbol) {
        return "The token " + symbol
                + " keeps a part of each transfer, so a channel could not pay out what was paid in. "
                + "Nothing was sent. Use another asset.";
    }

    static String reverted(String reason) {
        return "The chain refused the transaction (" + reason
                + "). What the channel holds is unchanged; try again, or close the channel.";
    }

    static String notTaken(String words) {
        return "The node did not take the transaction (" + words
                + "). Nothing was paid. The wallet tries again with the next block.";
    }

    static String feesTooHigh(BigInteger baseFee, BigInteger cap, Urgency urgency) {
        return switch (urgency) {
            case Urgency.None none -> feesTooHigh(baseFee, cap);
            case Urgency.Deadline deadline ->
                "An old state of this channel was registered, and the chain asks " + amount(baseFee, 9)
                        + " gwei for gas, more than the limit of " + amount(cap, 9)
                        + " gwei. Unanswered, the old state counts after " + deadline.deadline()
                        + ". The wallet answers as soon as it may; raise the limit now.";
        };
    }

    private static String feesTooHigh(BigInteger baseFee, BigInteger cap) {
        return "The chain asks " + amount(baseFee, 9) + " gwei for gas, more than your limit of " + amount(cap, 9)
                + " gwei. Nothing was sent. The wallet waits; raise the limit if it is urgent.";
    }

    static String store() {
        return "The wallet's own records cannot be written, so nothing is sent. Your money is where it was. "
                + "Check the disk and start the wallet again.";
    }

    private static String amount(BigInteger smallest, int decimals) {
        BigDecimal amount = new BigDecimal(smallest, decimals).stripTrailingZeros();
        return amount.signum() == 0 ? "0" : amount.toPlainString();
    }
}
