package dev.zorya.wallet;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.RsaDid;
import dev.zorya.net.Fingerprint;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By the bare address of another Perun program, as go-perun's users know theirs: {@code name=hex@host:port}, the name optional.
 * The address holds the key that proves the wire identity (OFFCHAIN.md 1.2); everything else is what was seen first.
 *
 * @param proven its Ethereum address, 20 bytes, or null until it took part in a channel
 * @param seen null until we reached it
 */
record ByAddress(
        SimpleAddress address,
        Endpoint endpoint,
        @Nullable Bytes proven,
        @Nullable Fingerprint seen) implements Introduction {
    private static final Pattern TEXT =
            Pattern.compile("(?:[^=@\\s]{1,64}=)?(?:0x)?((?:[0-9a-fA-F]{2}){200,4000})@(\\S{1,260})");

    /** Nothing if the text is of another kind, or names nobody who could prove to be it. */
    static Optional<ByAddress> parse(String pasted) {
        Matcher text = TEXT.matcher(pasted.strip());
        if (!text.matches()) {
            return Optional.empty();
        }
        try {
            SimpleAddress address = SimpleAddress.parse(Bytes.fromHex(text.group(1)));
            return Endpoint.parse(text.group(2))
                    .filter(at -> address.key().isPresent())
                    .map(at -> new ByAddress(address, at, null, null));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** What others paste to reach this address. */
    static String write(SimpleAddress address, Endpoint at) {
        return address.binary().hex() + "@" + at;
    }

    ByAddress pinned(@Nullable Bytes payee, @Nullable Fingerprint key) {
        return new ByAddress(address, endpoint, payee, key);
    }

    @Override
    public String did() {
        return address.key()
                .map(key -> RsaDid.of(key.modulus(), key.exponent()))
                .orElseThrow(() -> new IllegalStateException("an address that proves nothing"));
    }

    @Override
    public String label() {
        return address.text();
    }

    @Override
    public WireIdentity wire() {
        return address.identity();
    }

    @Override
    public Optional<Participant> participant() {
        return Optional.ofNullable(proven).map(Participant::ethereum);
    }

    @Override
    public Optional<Fingerprint> tlsKey() {
        return Optional.ofNullable(seen);
    }

    @Override
    public boolean extensions() {
        return false;
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.empty();
    }
}
