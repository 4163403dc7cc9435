package dev.zorya.identity;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What the Perun key signs about a card: EIP-712 typed data over the fields of ARIES.md 4 and the wire address, so that a stolen
 * DID key cannot point an honest address at another peer.
 */
final class EthBinding {
    private static final String DOMAIN_TYPE = "EIP712Domain(string name,string version,uint256 chainId)";
    private static final String TYPE = "PerunContactCard(string id,address perunAddress,string endpoint,"
            + "bytes32 tlsSpkiSha256,bytes wireAddress,uint64 seq,uint64 expirationDate)";
    private static final int WORD = 32;

    private EthBinding() {}

    /** The 32 bytes to sign: keccak(1901, domain separator, struct hash). */
    static Bytes digest(CardClaims card) {
        byte[] domain =
                hash(hash(utf8(DOMAIN_TYPE)), hash(utf8("PerunContactCard")), hash(utf8("1")), word(card.chainId()));
        byte[] struct = hash(
                hash(utf8(TYPE)),
                hash(utf8(card.did())),
                word(new BigInteger(1, card.perunAddress().toArray())),
                hash(utf8(card.endpoint().uri())),
                card.tlsSpkiSha256().toArray(),
                hash(card.wireAddress().toArray()),
                word(card.seq()),
                word(card.expires().getEpochSecond()));
        return Hashes.keccak256(new byte[] {0x19, 0x01}, domain, struct);
    }

    private static byte[] word(long unsigned) {
        return word(BigInteger.valueOf(unsigned));
    }

    private static byte[] word(BigInteger unsigned) {
        byte[] magnitude = unsigned.toByteArray();
        byte[] word = new byte[WORD];
        int length = Math.min(magnitude.length, WORD);
        System.arraycopy(magnitude, magnitude.length - length, word, WORD - length, length);
        return word;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(byte[]... parts) {
        return Hashes.keccak256(parts).toArray();
    }
}
