package dev.zorya.wallet.mail;

import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;

/** Why a letter will not arrive. */
final class Undelivered {
    private Undelivered() {}

    static WalletException unknown() {
        return Problems.failure(Code.CONTACT_UNKNOWN);
    }

    static WalletException takesNone(String name) {
        return Problems.failure(Code.PEER_WITHOUT_LETTERS, name);
    }

    static WalletException tooMany(String name) {
        return Problems.failure(Code.LETTERS_WAITING, name);
    }

    static WalletException expired(String name) {
        return Problems.failure(Code.LETTER_NOT_TAKEN, name);
    }
}
