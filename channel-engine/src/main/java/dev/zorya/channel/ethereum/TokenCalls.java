package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;

/** Calldata for an ERC-20 token, as far as funding a channel needs it (ONCHAIN.md 6, 7). */
public final class TokenCalls {
    private static final Call APPROVE = Call.of("approve(address,uint256)", 2);
    private static final Call TRANSFER = Call.of("transfer(address,uint256)", 2);
    private static final Call ALLOWANCE = Call.of("allowance(address,address)", 2);
    private static final Call BALANCE_OF = Call.of("balanceOf(address)", 1);

    private TokenCalls() {}

    /**
     * Allows the asset holder to take its deposit.
     *
     * @param spender the asset holder
     */
    public static Bytes approve(Bytes spender, BigInteger amount) {
        return APPROVE.with((out, tuple) -> {
            out.address(tuple, 0, spender);
            out.uint(tuple, 1, amount);
        });
    }

    /** Pays from the caller's balance. */
    public static Bytes transfer(Bytes to, BigInteger amount) {
        return TRANSFER.with((out, tuple) -> {
            out.address(tuple, 0, to);
            out.uint(tuple, 1, amount);
        });
    }

    /** The answer is a uint256. */
    public static Bytes allowance(Bytes owner, Bytes spender) {
        return ALLOWANCE.with((out, tuple) -> {
            out.address(tuple, 0, owner);
            out.address(tuple, 1, spender);
        });
    }

    /** The answer is a uint256. */
    public static Bytes balanceOf(Bytes owner) {
        return BALANCE_OF.with((out, tuple) -> out.address(tuple, 0, owner));
    }
}
