package dev.zorya.channel.port;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;

/** Something that shall happen on the ledger exactly once. */
public sealed interface Intent {
    ChannelId channel();

    /** The same key is the same intent, also after a restart (safety rule 9). */
    String key();

    /**
     * Pays our part of one asset into the channel.
     *
     * @param assetIndex position in the channel
     * @param participant own index
     * @param amount smallest unit, above zero
     */
    record Deposit(ChannelId channel, Params params, int assetIndex, Asset asset, int participant, BigInteger amount)
            implements Intent {
        @Override
        public String key() {
            return "deposit/" + channel + "/" + assetIndex;
        }
    }

    /** Ends the channel with a final state that everybody signed. Either party may; the second finds it done. */
    record ConcludeFinal(Params params, Transaction last) implements Intent {
        @Override
        public ChannelId channel() {
            return last.state().id();
        }

        @Override
        public String key() {
            return "conclude/" + channel();
        }
    }

    /** Takes all that a concluded channel holds for us in one asset to our own account. */
    record Withdraw(ChannelId channel, Params params, int assetIndex, Asset asset, int participant) implements Intent {
        @Override
        public String key() {
            return "withdraw/" + channel + "/" + assetIndex;
        }
    }
}
