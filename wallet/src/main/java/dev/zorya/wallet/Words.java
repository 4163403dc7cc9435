package dev.zorya.wallet;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.web3j.crypto.MnemonicUtils;

/** The words that a person writes down: BIP-39, English list, 12 or 24 of them. */
final class Words {
    private static final int SUGGESTIONS = 6;

    private Words() {}

    static List<String> random(int count, SecureRandom random) {
        byte[] entropy = new byte[entropySize(count)];
        random.nextBytes(entropy);
        try {
            return of(entropy);
        } finally {
            Arrays.fill(entropy, (byte) 0);
        }
    }

    /** @param entropy 16 or 32 bytes */
    static List<String> of(byte[] entropy) {
        return List.of(MnemonicUtils.generateMnemonic(entropy).split(" "));
    }

    static boolean valid(List<String> words) {
        return (words.size() == 12 || words.size() == 24) && MnemonicUtils.validateMnemonic(joined(words));
    }

    /** The randomness behind valid words. The caller wipes it. */
    static byte[] entropy(List<String> words) {
        return MnemonicUtils.generateEntropy(joined(words));
    }

    /** The 64 bytes of BIP-39 without a further passphrase, from which the keys come. The caller wipes it. */
    static byte[] seed(List<String> words) {
        return MnemonicUtils.generateSeed(joined(words), "");
    }

    static List<String> startingWith(String prefix) {
        String start = prefix.strip().toLowerCase(Locale.ROOT);
        return start.isEmpty()
                ? List.of()
                : MnemonicUtils.getWords().stream()
                        .filter(word -> word.startsWith(start))
                        .limit(SUGGESTIONS)
                        .toList();
    }

    private static int entropySize(int count) {
        return switch (count) {
            case 12 -> 16;
            case 24 -> 32;
            default -> throw new IllegalArgumentException("12 or 24 words, not " + count);
        };
    }

    private static String joined(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }
}
