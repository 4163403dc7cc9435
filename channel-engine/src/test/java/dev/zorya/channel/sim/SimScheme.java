package dev.zorya.channel.sim;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signatures that cost a hash, so that a simulation can make millions of them. Anybody could forge one: for parties that
 * keep to the protocol. Remembers every state that was ever hashed, so that a test knows what a signature is for.
 */
public final class SimScheme implements StateScheme {
    private final Map<Bytes, State> states = new ConcurrentHashMap<>();

    @Override
    public ChannelId channelId(Params params) {
        return new ChannelId(Hashes.sha3(Perunio.encode(params)));
    }

    @Override
    public Bytes stateHash(State state) {
        return digest(state);
    }

    @Override
    public Bytes digest(State state) {
        Bytes digest = Hashes.sha3(Perunio.encode(state));
        states.put(digest, state);
        return digest;
    }

    @Override
    public boolean verify(Bytes digest, Signature signature, Participant participant) {
        return participant
                .on(BackendId.ETHEREUM)
                .filter(address -> signature.equals(sign(address, digest)))
                .isPresent();
    }

    /** The state with this hash, which was hashed before. */
    public State hashed(Bytes hash) {
        return Objects.requireNonNull(states.get(hash), "nobody ever made this state");
    }

    /** What this participant's signature was made for, if it is one of a state seen before. */
    public Optional<State> signed(Signature signature) {
        return Optional.ofNullable(states.get(signature.bytes().slice(0, 32)));
    }

    /** The one who owns this 20-byte address. */
    public static Signer signer(Bytes address) {
        return new Signer() {
            @Override
            public Bytes address() {
                return address;
            }

            @Override
            public Signature sign(Bytes digest) {
                return SimScheme.sign(address, digest);
            }
        };
    }

    private static Signature sign(Bytes address, Bytes digest) {
        byte[] bytes = Arrays.copyOf(digest.toArray(), Signature.SIZE);
        address.copyTo(bytes, 32);
        return new Signature(Bytes.wrap(bytes));
    }
}
