package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.List;

/** Calldata for the Adjudicator, and its event (ONCHAIN.md 5). */
public final class AdjudicatorCalls {
    /** {@code ChannelUpdate(bytes32 indexed channelID, uint64 version, uint8 phase, uint64 timeout)}. */
    public static final Bytes CHANNEL_UPDATE = Call.hash("ChannelUpdate(bytes32,uint64,uint8,uint64)");

    private static final Call REGISTER = Call.of("register(" + Structs.SIGNED + "," + Structs.SIGNED + "[])", 2);
    private static final Call PROGRESS =
            Call.of("progress(" + Structs.PARAMS + "," + Structs.STATE + "," + Structs.STATE + ",uint256,bytes)", 5);
    private static final Call CONCLUDE =
            Call.of("conclude(" + Structs.PARAMS + "," + Structs.STATE + "," + Structs.STATE + "[])", 3);
    private static final Call CONCLUDE_FINAL =
            Call.of("concludeFinal(" + Structs.PARAMS + "," + Structs.STATE + ",bytes[])", 3);
    private static final Call CONCLUDE_FINAL_AND_PAY =
            Call.of("concludeFinalAndPay(" + Structs.PARAMS + "," + Structs.STATE + ",bytes[])", 3);
    private static final Call CHANNEL_ID = Call.of("channelID(" + Structs.PARAMS + ")", 1);
    private static final Call HASH_STATE = Call.of("hashState(" + Structs.STATE + ")", 1);
    private static final Call DISPUTES = Call.of("disputes(bytes32)", 1);

    private AdjudicatorCalls() {}

    /**
     * Registers a signed state, for a dispute or to refute an older one.
     *
     * @param root a ledger channel
     * @param children depth first, in the order of the locked entries
     */
    public static Bytes register(SignedState root, List<SignedState> children) {
        return REGISTER.with((out, tuple) -> {
            out.dynamic(tuple, 0, writer -> Structs.signed(writer, root));
            out.array(tuple, 1, children, Structs::signed);
        });
    }

    /**
     * Moves an app channel on without the others.
     *
     * @param actor index of the participant who moves
     * @param signature the actor's, for the new state
     */
    public static Bytes progress(Params params, State old, State next, int actor, Signature signature) {
        return PROGRESS.with((out, tuple) -> {
            out.dynamic(tuple, 0, writer -> Structs.params(writer, params));
            out.dynamic(tuple, 1, writer -> Structs.state(writer, old));
            out.dynamic(tuple, 2, writer -> Structs.state(writer, next));
            out.uint64(tuple, 3, actor);
            out.bytes(tuple, 4, signature.bytes());
        });
    }

    /**
     * Ends a dispute whose time is over.
     *
     * @param children depth first, in the order of the locked entries
     */
    public static Bytes conclude(Params params, State state, List<State> children) {
        return CONCLUDE.with((out, tuple) -> {
            out.dynamic(tuple, 0, writer -> Structs.params(writer, params));
            out.dynamic(tuple, 1, writer -> Structs.state(writer, state));
            out.array(tuple, 2, children, Structs::state);
        });
    }

    /**
     * Settles a channel that its parties have closed together.
     *
     * @param last a final state that everybody has signed
     */
    public static Bytes concludeFinal(Params params, Transaction last) {
        return end(CONCLUDE_FINAL, params, last);
    }

    /**
     * The same, and everybody is paid in the same transaction. Only our own contracts know this.
     *
     * @param last a final state that everybody has signed
     */
    public static Bytes concludeFinalAndPay(Params params, Transaction last) {
        return end(CONCLUDE_FINAL_AND_PAY, params, last);
    }

    private static Bytes end(Call how, Params params, Transaction last) {
        return how.with((out, tuple) -> {
            out.dynamic(tuple, 0, writer -> Structs.params(writer, params));
            out.dynamic(tuple, 1, writer -> Structs.state(writer, last.state()));
            Structs.signatures(out, tuple, 2, last.ordered());
        });
    }

    /** Asks the contract for a channel's id. */
    public static Bytes channelId(Params params) {
        return CHANNEL_ID.with((out, tuple) -> out.dynamic(tuple, 0, writer -> Structs.params(writer, params)));
    }

    /** Asks the contract for a state's hash. */
    public static Bytes hashState(State state) {
        return HASH_STATE.with((out, tuple) -> out.dynamic(tuple, 0, writer -> Structs.state(writer, state)));
    }

    /** The answer is a {@link Dispute}. */
    public static Bytes disputes(ChannelId channel) {
        return DISPUTES.withBytes32(channel.bytes());
    }
}
