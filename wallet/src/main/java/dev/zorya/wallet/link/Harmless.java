package dev.zorya.wallet.link;

import dev.zorya.identity.Labels;

/** Strangers' texts inside sentences of ours. */
final class Harmless {
    private static final int MOST = 40;

    private Harmless() {}

    static String brief(String text) {
        String clean = Labels.clean(text, MOST + 1);
        return clean.codePointCount(0, clean.length()) <= MOST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MOST)) + "…";
    }
}
