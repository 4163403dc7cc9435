package dev.zorya.ethereum.chain;

import java.math.BigInteger;
import java.util.List;

/**
 * A state of a channel, right or wrong.
 *
 * @param version unsigned
 */
public record ChannelState(
        String channelId,
        long version,
        List<Coin> assets,
        List<Long> backends,
        List<List<BigInteger>> balances,
        List<Lock> locked,
        byte[] appData,
        boolean isFinal) {

    public ChannelState withVersion(long other) {
        return new ChannelState(channelId, other, assets, backends, balances, locked, appData, isFinal);
    }

    public ChannelState withChannelId(String other) {
        return new ChannelState(other, version, assets, backends, balances, locked, appData, isFinal);
    }

    public ChannelState withAssets(Coin... other) {
        return new ChannelState(channelId, version, List.of(other), backends, balances, locked, appData, isFinal);
    }

    public ChannelState withBackends(Long... other) {
        return new ChannelState(channelId, version, assets, List.of(other), balances, locked, appData, isFinal);
    }

    @SafeVarargs
    public final ChannelState withBalances(List<Long>... rows) {
        var numbers = java.util.Arrays.stream(rows)
                .map(row -> row.stream().map(BigInteger::valueOf).toList())
                .toList();
        return new ChannelState(channelId, version, assets, backends, numbers, locked, appData, isFinal);
    }

    public ChannelState withLocked(Lock... other) {
        return new ChannelState(channelId, version, assets, backends, balances, List.of(other), appData, isFinal);
    }

    public ChannelState withData(byte[] other) {
        return new ChannelState(channelId, version, assets, backends, balances, locked, other, isFinal);
    }

    public ChannelState asFinal() {
        return new ChannelState(channelId, version, assets, backends, balances, locked, appData, true);
    }

    public Abi abi() {
        return Abi.tuple(
                Abi.word(channelId),
                Abi.word(new BigInteger(Long.toUnsignedString(version))),
                Abi.tuple(
                        Abi.array(assets.stream().map(Coin::abi)),
                        Abi.array(backends.stream().map(Abi::word)),
                        Abi.array(balances.stream()
                                .map(row -> Abi.array(row.stream().map(Abi::word)))),
                        Abi.array(locked.stream().map(Lock::abi))),
                Abi.blob(appData),
                Abi.word(isFinal));
    }

    /** What is hashed and signed. */
    public byte[] encoded() {
        return Abi.encodeSigned(abi());
    }
}
