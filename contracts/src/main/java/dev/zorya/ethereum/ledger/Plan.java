package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an intent needs now, as the chain stands. */
sealed interface Plan {
    /** Nothing is left to do, whoever did it. */
    record Done() implements Plan {}

    /** It depends on something that is under way. */
    record Wait() implements Plan {}

    /** It is too early, and the chain's time decides: block time, safety rule 8. */
    record WaitUntil(Instant time) implements Plan {}

    /** It cannot be done as the chain stands. */
    record Blocked(LedgerException.Reason reason, String sentence) implements Plan {}

    /**
     * A transaction is to be sent.
     *
     * @param key of the transaction: the intent's own for its last step
     * @param spare gas that it may need beyond what is simulated
     * @param instead what is sent if this cannot be
     */
    record Send(
            String key,
            Bytes to,
            BigInteger value,
            Bytes data,
            Urgency urgency,
            long spare,
            @Nullable Send instead) implements Plan {
        Send(String key, Bytes to, BigInteger value, Bytes data) {
            this(key, to, value, data, new Urgency.None(), 0, null);
        }

        Send urgent(Urgency by) {
            return new Send(key, to, value, data, by, spare, instead);
        }

        Send sparing(long gas) {
            return new Send(key, to, value, data, urgency, gas, instead);
        }

        Send or(Send other) {
            return new Send(key, to, value, data, urgency, spare, other);
        }
    }
}
