package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import java.math.BigInteger;

/**
 * A participant's order to pay out of a settled channel; the holder pays whoever brings it signed (ONCHAIN.md 2, 6). It
 * binds neither holder nor chain and has no nonce (ONCHAIN.md 10), so it names exactly what one holder owes.
 *
 * @param participant Ethereum address of the participant, 20 bytes
 * @param ccAddress empty for a participant with Ethereum alone, although params have 32 zero bytes there; it is signed
 * @param receiver 20 bytes
 * @param amount smallest unit
 */
public record WithdrawalAuth(
        ChannelId channelId, Bytes participant, Bytes ccAddress, Bytes receiver, BigInteger amount) {
    public static WithdrawalAuth of(ChannelId channelId, Bytes participant, Bytes receiver, BigInteger amount) {
        return new WithdrawalAuth(channelId, participant, Bytes.EMPTY, receiver, amount);
    }
}
