package dev.zorya.ethereum.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** A participant's key; the same name gives the same key. */
public record Key(ECKeyPair pair) {
    private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();
    private static final byte[] PREFIX = "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.US_ASCII);

    public static Key of(String name) {
        return new Key(ECKeyPair.create(Hash.sha3(name.getBytes(StandardCharsets.UTF_8))));
    }

    public String address() {
        return Keys.toChecksumAddress(Keys.getAddress(pair));
    }

    /** Signs an encoded struct: r, s, v with v 27 or 28. */
    public byte[] sign(byte[] encoded) {
        byte[] hash = Hash.sha3(encoded);
        byte[] message = Arrays.copyOf(PREFIX, PREFIX.length + hash.length);
        System.arraycopy(hash, 0, message, PREFIX.length, hash.length);
        return signDigest(Hash.sha3(message));
    }

    /** Signs 32 bytes as they are. */
    public byte[] signDigest(byte[] digest) {
        var signature = Sign.signMessage(digest, pair, false);
        byte[] bytes = Arrays.copyOf(signature.getR(), 65);
        System.arraycopy(signature.getS(), 0, bytes, 32, 32);
        bytes[64] = signature.getV()[0];
        return bytes;
    }

    /** A form of a correct signature, by its name in {@code onchain-signature-variants.json}. */
    public static byte[] variant(String name, byte[] canonical) {
        byte[] changed = canonical.clone();
        return switch (name) {
            case "canonical" -> changed;
            case "v-0-or-1" -> {
                changed[64] -= 27;
                yield changed;
            }
            case "flipped-v" -> {
                changed[64] = (byte) (55 - changed[64]);
                yield changed;
            }
            case "high-s" -> {
                var s = new BigInteger(1, Arrays.copyOfRange(canonical, 32, 64));
                byte[] high = Abi.encode(Abi.word(ORDER.subtract(s)));
                System.arraycopy(high, 0, changed, 32, 32);
                changed[64] = (byte) (55 - changed[64]);
                yield changed;
            }
            case "compact-64-bytes" -> {
                if (changed[64] == 28) {
                    changed[32] |= (byte) 0x80;
                }
                yield Arrays.copyOf(changed, 64);
            }
            case "trailing-byte" -> Arrays.copyOf(changed, 66);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
