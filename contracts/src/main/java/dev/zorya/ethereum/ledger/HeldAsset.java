package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;

/** Something that channels on this chain can hold, with the contract that holds it. Others are refused (safety rule 7). */
public sealed interface HeldAsset {
    /** Address of the asset holder, 20 bytes. */
    Bytes holder();

    /** Short name for people. */
    String symbol();

    /** Digits behind the point between the smallest unit and what people count. */
    int decimals();

    /** The form in which it stands in an allocation. */
    default Asset on(long chainId) {
        return new EthereumAsset(BigInteger.valueOf(chainId), holder()).toAsset();
    }

    /** The chain's own coin. */
    record Ether(Bytes holder) implements HeldAsset {
        public Ether {
            holder.requireSize(20, "asset holder");
        }

        @Override
        public String symbol() {
            return "ETH";
        }

        @Override
        public int decimals() {
            return 18;
        }
    }

    /**
     * A token.
     *
     * @param token address of the ERC-20 contract, 20 bytes
     */
    record Token(Bytes holder, Bytes token, String symbol, int decimals) implements HeldAsset {
        public Token {
            holder.requireSize(20, "asset holder");
            token.requireSize(20, "token");
        }
    }
}
