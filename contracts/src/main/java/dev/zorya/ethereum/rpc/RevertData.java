package dev.zorya.ethereum.rpc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Reads what Solidity returns when it reverts: {@code Error(string)} or {@code Panic(uint256)}. */
final class RevertData {
    private static final String ERROR = "08c379a0";
    private static final String PANIC = "4e487b71";
    private static final int SELECTOR = 4;
    private static final int WORD = 32;
    private static final int LONGEST = 500;

    private RevertData() {}

    /** @param data hex with 0x as the node gave it, possibly quoted, possibly nothing of the kind */
    static Optional<String> reason(String data) {
        String digits = data.replace("\"", "");
        digits = digits.startsWith("0x") ? digits.substring(2) : digits;
        if (!digits.startsWith(ERROR) && !digits.startsWith(PANIC)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (digits.startsWith(PANIC)) {
            return bytes.length == SELECTOR + WORD
                    ? Optional.of("Panic(0x%02x)".formatted(word(bytes, 0)))
                    : Optional.empty();
        }
        return text(bytes);
    }

    private static Optional<String> text(byte[] bytes) {
        if (bytes.length < SELECTOR + 2 * WORD) {
            return Optional.empty();
        }
        // a hostile contract chooses these bytes: the length is not trusted
        int length = word(bytes, 1).min(BigInteger.valueOf(LONGEST)).intValue();
        int start = SELECTOR + 2 * WORD;
        int end = Math.min(bytes.length, start + length);
        String text = new String(Arrays.copyOfRange(bytes, start, end), StandardCharsets.UTF_8);
        return Optional.of(text.replaceAll("\\p{Cntrl}", " "));
    }

    private static BigInteger word(byte[] bytes, int index) {
        int start = SELECTOR + index * WORD;
        return new BigInteger(1, Arrays.copyOfRange(bytes, start, start + WORD));
    }
}
