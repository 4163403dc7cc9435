package dev.zorya.channel.ethereum;

import dev.zorya.channel.crypto.Secp256k1;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;

/** Channels as the Perun contracts on Ethereum judge them. See {@link EthereumEncoding} for what is refused as malformed. */
public final class EthereumScheme implements StateScheme {
    private final Secp256k1 curve;

    public EthereumScheme() {
        this(Secp256k1.get());
    }

    public EthereumScheme(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public ChannelId channelId(Params params) {
        return EthereumEncoding.channelId(params);
    }

    @Override
    public Bytes stateHash(State state) {
        return EthereumEncoding.stateHash(state);
    }

    @Override
    public Bytes digest(State state) {
        return EthereumEncoding.digest(state);
    }

    @Override
    public boolean verify(Bytes digest, Signature signature, Participant participant) {
        return participant
                .on(BackendId.ETHEREUM)
                .filter(address -> curve.verify(digest, signature, address))
                .isPresent();
    }
}
