package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import java.math.BigInteger;
import java.util.List;

/** Calldata for the asset holders of ETH and ERC-20, and their events (ONCHAIN.md 6). */
public final class AssetHolderCalls {
    /** {@code Deposited(bytes32 indexed fundingID, uint256 amount)}. */
    public static final Bytes DEPOSITED = Call.hash("Deposited(bytes32,uint256)");

    /** {@code OutcomeSet(bytes32 indexed channelID)}. */
    public static final Bytes OUTCOME_SET = Call.hash("OutcomeSet(bytes32)");

    /** {@code Withdrawn(bytes32 indexed fundingID, uint256 amount, address receiver)}. */
    public static final Bytes WITHDRAWN = Call.hash("Withdrawn(bytes32,uint256,address)");

    private static final Call DEPOSIT = Call.of("deposit(bytes32,uint256)", 2);
    private static final Call SET_OUTCOME = Call.of("setOutcome(bytes32,(address,bytes)[],uint256[])", 3);
    private static final Call WITHDRAW = Call.of("withdraw(" + Structs.AUTH + ",bytes)", 2);
    private static final Call HOLDINGS = Call.of("holdings(bytes32)", 1);
    private static final Call SETTLED = Call.of("settled(bytes32)", 1);
    private static final Call ADJUDICATOR = Call.of("adjudicator()", 0);
    private static final Call TOKEN = Call.of("token()", 0);

    private AssetHolderCalls() {}

    /**
     * Pays into a channel.
     *
     * @param fundingId see {@link EthereumEncoding#fundingId}
     * @param amount smallest unit; for ETH also the value of the transaction
     */
    public static Bytes deposit(Bytes fundingId, BigInteger amount) {
        return DEPOSIT.with((out, tuple) -> {
            out.bytes32(tuple, 0, fundingId);
            out.uint(tuple, 1, amount);
        });
    }

    /** What the adjudicator, and nobody else, may call; here to recognise it. */
    public static Bytes setOutcome(ChannelId channel, List<Participant> parts, List<BigInteger> balances) {
        return SET_OUTCOME.with((out, tuple) -> {
            out.bytes32(tuple, 0, channel.bytes());
            Structs.participants(out, tuple, 1, parts);
            out.words(tuple, 2, balances, AbiWriter::uint);
        });
    }

    public static Bytes withdraw(WithdrawalAuth auth, Signature signature) {
        return WITHDRAW.with((out, tuple) -> {
            out.dynamic(tuple, 0, writer -> Structs.auth(writer, auth));
            out.bytes(tuple, 1, signature.bytes());
        });
    }

    /** The answer is a uint256. */
    public static Bytes holdings(Bytes fundingId) {
        return HOLDINGS.withBytes32(fundingId);
    }

    /** The answer is a bool. */
    public static Bytes settled(ChannelId channel) {
        return SETTLED.withBytes32(channel.bytes());
    }

    /** The answer is an address. */
    public static Bytes adjudicator() {
        return ADJUDICATOR.withNothing();
    }

    /** The answer is an address. Only the holder of an ERC-20 token has this. */
    public static Bytes token() {
        return TOKEN.withNothing();
    }
}
