package dev.zorya.ethereum.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.web3j.crypto.Hash;

/**
 * The params of a channel, and states of it. Unlike the engine's values these may be wrong in any way.
 *
 * @param duration seconds
 * @param ccAddress what stands as the other-ledger address of each member
 */
public record Channel(
        BigInteger duration,
        long nonce,
        List<Key> members,
        String app,
        boolean isLedger,
        boolean isVirtual,
        byte[] ccAddress) {
    public static final String NO_APP = "0x0000000000000000000000000000000000000000";

    public Channel withDuration(BigInteger seconds) {
        return new Channel(seconds, nonce, members, app, isLedger, isVirtual, ccAddress);
    }

    public Channel withNonce(long other) {
        return new Channel(duration, other, members, app, isLedger, isVirtual, ccAddress);
    }

    public Channel withMembers(Key... keys) {
        return new Channel(duration, nonce, List.of(keys), app, isLedger, isVirtual, ccAddress);
    }

    public Channel withApp(String address) {
        return new Channel(duration, nonce, members, address, isLedger, isVirtual, ccAddress);
    }

    /** Not a ledger channel: part of another one. */
    public Channel asSub() {
        return new Channel(duration, nonce, members, app, false, isVirtual, ccAddress);
    }

    /** Funded by two parents. */
    public Channel asVirtual() {
        return new Channel(duration, nonce, members, app, false, true, ccAddress);
    }

    public Abi abi() {
        return Abi.tuple(
                Abi.word(duration),
                Abi.word(nonce),
                Abi.array(members.stream().map(key -> Abi.tuple(Abi.word(key.address()), Abi.blob(ccAddress)))),
                Abi.word(app),
                Abi.word(isLedger),
                Abi.word(isVirtual));
    }

    public String id() {
        return "0x" + HexFormat.of().formatHex(Hash.sha3(Abi.encodeSigned(abi())));
    }

    /** Where a member's part is held. */
    public String fundingId(Key member) {
        byte[] preimage = Abi.encode(Abi.tuple(Abi.word(id()), Abi.word(member.address())));
        return "0x" + HexFormat.of().formatHex(Hash.sha3(preimage));
    }

    /** A state with one asset, nothing locked, no data, not final. */
    public ChannelState state(long version, Coin asset, long... balances) {
        var row = Arrays.stream(balances).mapToObj(BigInteger::valueOf).toList();
        return new ChannelState(
                id(), version, List.of(asset), List.of(1L), List.of(row), List.of(), new byte[0], false);
    }

    /** Signed by all members. */
    public Signed sign(ChannelState state) {
        byte[] encoded = state.encoded();
        return new Signed(
                this, state, members.stream().map(key -> key.sign(encoded)).toList());
    }

    /** A state with signatures, right or wrong. */
    public record Signed(Channel channel, ChannelState state, List<byte[]> signatures) {
        public Signed withSignatures(List<byte[]> other) {
            return new Signed(channel, state, other);
        }

        public Abi abi() {
            return Abi.tuple(
                    channel.abi(), state.abi(), Abi.array(signatures.stream().map(Abi::blob)));
        }
    }
}
