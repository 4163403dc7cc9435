package dev.zorya.desktop.gate;

import dev.zorya.desktop.text.Text;

/** Name and passphrase of a new wallet, as typed. */
record PassphraseForm(String name, String passphrase, String repeated) {
    /** The wallet refuses shorter ones as well; here it is said before the button. */
    private static final int SHORTEST = 8;

    /** What is missing, in a sentence; empty when all is well. */
    String missing() {
        if (name.isBlank()) {
            return Text.of("gate.name.missing");
        }
        if (passphrase.length() < SHORTEST) {
            return Text.count("gate.passphrase.short", SHORTEST);
        }
        return passphrase.equals(repeated) ? "" : Text.of("gate.passphrase.differ");
    }

    boolean complete() {
        return missing().isEmpty();
    }
}
