package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Secret;
import dev.zorya.storage.Unlock;
import dev.zorya.storage.Vault;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.util.Arrays;

/**
 * The way to a wallet's keys.
 *
 * @param asksNothing a practice wallet that anybody at this computer may open: its passphrase is no secret
 */
record Access(Vault vault, boolean asksNothing) {
    /** Shown to nobody and protecting nothing: play money needs a vault only to be stored like any other wallet. */
    private static final String PLAY = "play money";

    static final int SHORTEST = 8;

    /** What stands for the passphrase in wallets that ask for none. */
    static char[] play() {
        return PLAY.toCharArray();
    }

    /** @param passphrase wiped */
    KeyRing keys(char[] passphrase) throws WalletException {
        try (Secret secret = secret(passphrase)) {
            return KeyRing.open(secret.bytes());
        }
    }

    /** @param passphrase wiped; ignored where nothing is asked */
    void require(char[] passphrase) throws WalletException {
        if (asksNothing) {
            Arrays.fill(passphrase, '\0');
        } else {
            secret(passphrase).close();
        }
    }

    private Secret secret(char[] passphrase) throws WalletException {
        try {
            return switch (vault.unlock(passphrase)) {
                case Unlock.Opened opened -> opened.secret();
                case Unlock.WrongPassphrase wrong -> throw Problems.failure(Code.PASSPHRASE_WRONG);
                case Unlock.TooSoon soon -> throw Problems.failure(Code.PASSPHRASE_WAIT, seconds(soon.pause()));
            };
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private static String seconds(Duration pause) {
        return Long.toString(Math.max(1, pause.toSeconds()));
    }
}
