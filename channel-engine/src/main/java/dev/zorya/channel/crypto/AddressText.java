package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ethereum addresses for people: 0x and 40 digits whose capitals are a checksum (EIP-55). */
public final class AddressText {
    private static final int SIZE = 20;

    private AddressText() {}

    /**
     * The text of an address.
     *
     * @param address 20 bytes
     */
    public static String of(Bytes address) {
        String digits = address.requireSize(SIZE, "Ethereum address").hex();
        String hash =
                Hashes.keccak256(digits.getBytes(StandardCharsets.US_ASCII)).hex();
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            text.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }

    /**
     * Reads an address, with or without 0x. Mixed case must be the right checksum; all lower or all upper case carries none
     * and is accepted.
     *
     * @throws MalformedException with a sentence for the person who typed it
     */
    public static Bytes parse(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        if (!digits.matches("[0-9a-fA-F]{40}")) {
            throw new MalformedException("An Ethereum address is 0x and 40 digits from 0 to 9 and a to f.");
        }
        Bytes address = Bytes.fromHex(digits);
        boolean mixed =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (mixed && !of(address).equals("0x" + digits)) {
            throw new MalformedException(
                    "This address has a typing error: its capital letters do not fit the rest. Copy it again.");
        }
        return address;
    }
}
