package dev.zorya.ethereum.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The calldata of each function of the contracts. */
public final class Calls {
    private static final String PARTICIPANT = "(address,bytes)";
    private static final String P = "(uint256,uint256," + PARTICIPANT + "[],address,bool,bool)";
    private static final String S = "(bytes32,uint64,((uint256,address,bytes)[],uint256[],uint256[][],"
            + "(bytes32,uint256[],uint16[])[]),bytes,bool)";
    private static final String SIGNED = "(" + P + "," + S + ",bytes[])";

    private Calls() {}

    public static String register(Channel.Signed root, Channel.Signed... children) {
        return Abi.call(
                "register(" + SIGNED + "," + SIGNED + "[])",
                root.abi(),
                Abi.array(Arrays.stream(children).map(Channel.Signed::abi)));
    }

    public static String progress(Channel channel, ChannelState from, ChannelState to, long actor, byte[] signature) {
        return Abi.call(
                "progress(" + P + "," + S + "," + S + ",uint256,bytes)",
                channel.abi(),
                from.abi(),
                to.abi(),
                Abi.word(actor),
                Abi.blob(signature));
    }

    public static String conclude(Channel channel, ChannelState state, ChannelState... children) {
        return Abi.call(
                "conclude(" + P + "," + S + "," + S + "[])",
                channel.abi(),
                state.abi(),
                Abi.array(Arrays.stream(children).map(ChannelState::abi)));
    }

    public static String concludeFinal(Channel.Signed signed) {
        return agreed("concludeFinal", signed);
    }

    public static String concludeFinalAndPay(Channel.Signed signed) {
        return agreed("concludeFinalAndPay", signed);
    }

    private static String agreed(String function, Channel.Signed signed) {
        return Abi.call(
                function + "(" + P + "," + S + ",bytes[])",
                signed.channel().abi(),
                signed.state().abi(),
                Abi.array(signed.signatures().stream().map(Abi::blob)));
    }

    public static String disputes(String id) {
        return Abi.call("disputes(bytes32)", Abi.word(id));
    }

    public static String channelId(Channel channel) {
        return Abi.call("channelID(" + P + ")", channel.abi());
    }

    public static String hashState(ChannelState state) {
        return Abi.call("hashState(" + S + ")", state.abi());
    }

    public static String validTransition(Channel channel, ChannelState from, ChannelState to, long actor) {
        return Abi.call(
                "validTransition(" + P + "," + S + "," + S + ",uint256)",
                channel.abi(),
                from.abi(),
                to.abi(),
                Abi.word(actor));
    }

    public static String deposit(String fundingId, BigInteger amount) {
        return Abi.call("deposit(bytes32,uint256)", Abi.word(fundingId), Abi.word(amount));
    }

    /** One of several deposits in {@link #depositAll}. */
    public record Deposit(String holder, BigInteger value, String fundingId, BigInteger amount) {
        Abi abi() {
            return Abi.tuple(Abi.word(holder), Abi.word(value), Abi.word(fundingId), Abi.word(amount));
        }
    }

    public static String depositAll(Deposit... deposits) {
        return Abi.call(
                "depositAll((address,uint256,bytes32,uint256)[])",
                Abi.array(Arrays.stream(deposits).map(Deposit::abi)));
    }

    /** @param signature of the permit, 65 bytes */
    public static String depositWithPermit(String fundingId, BigInteger amount, BigInteger deadline, byte[] signature) {
        return Abi.call(
                "depositWithPermit(bytes32,uint256,uint256,uint8,bytes32,bytes32)",
                Abi.word(fundingId),
                Abi.word(amount),
                Abi.word(deadline),
                Abi.word(signature[64]),
                Abi.word(new BigInteger(1, signature, 0, 32)),
                Abi.word(new BigInteger(1, signature, 32, 32)));
    }

    public static String holdings(String fundingId) {
        return Abi.call("holdings(bytes32)", Abi.word(fundingId));
    }

    public static String setOutcome(String channelId, List<Key> members, long... balances) {
        return Abi.call(
                "setOutcome(bytes32," + PARTICIPANT + "[],uint256[])",
                Abi.word(channelId),
                Abi.array(members.stream().map(key -> Abi.tuple(Abi.word(key.address()), Abi.blob(new byte[32])))),
                Abi.array(Arrays.stream(balances).mapToObj(Abi::word)));
    }

    /** @param order the authorization as it is submitted, with a signature that may be of another one */
    public static String withdraw(Order order, byte[] signature) {
        return Abi.call(
                "withdraw((bytes32," + PARTICIPANT + ",address,uint256),bytes)", order.abi(), Abi.blob(signature));
    }

    /** A withdrawal authorization. */
    public record Order(String channelId, String member, byte[] ccAddress, String receiver, BigInteger amount) {
        public static Order of(Channel channel, Key member, String receiver, long amount) {
            return new Order(channel.id(), member.address(), new byte[0], receiver, BigInteger.valueOf(amount));
        }

        public Order withReceiver(String other) {
            return new Order(channelId, member, ccAddress, other, amount);
        }

        public Order withCcAddress(byte[] other) {
            return new Order(channelId, member, other, receiver, amount);
        }

        public byte[] signedBy(Key key) {
            return key.sign(Abi.encodeSigned(abi()));
        }

        Abi abi() {
            return Abi.tuple(
                    Abi.word(channelId),
                    Abi.tuple(Abi.word(member), Abi.blob(ccAddress)),
                    Abi.word(receiver),
                    Abi.word(amount));
        }
    }

    public static String approve(String spender, BigInteger amount) {
        return Abi.call("approve(address,uint256)", Abi.word(spender), Abi.word(amount));
    }

    public static String balanceOf(String account) {
        return Abi.call("balanceOf(address)", Abi.word(account));
    }
}
