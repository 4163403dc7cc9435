package dev.zorya.wallet.mail;

import dev.zorya.channel.value.WireIdentity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much may be in work that others sent: so many letters and bytes of each, and so many of all who are no contacts. What is more is
 * dropped; an honest sender has one letter under way and sends it again (THREATS.md 52).
 */
final class Intake {
    private static final int LETTERS_OF_ONE = 8;
    private static final int BYTES_OF_ONE = 512 << 10;
    private static final int LETTERS_OF_STRANGERS = 32;

    private final Map<WireIdentity, Load> loads = new ConcurrentHashMap<>();
    private int ofStrangers;

    private record Load(int letters, int bytes) {
        Load plus(int more) {
            return new Load(letters + 1, bytes + more);
        }

        Load minus(int less) {
            return new Load(letters - 1, bytes - less);
        }

        boolean fits() {
            return letters <= LETTERS_OF_ONE && bytes <= BYTES_OF_ONE;
        }
    }

    /** Returns false if the letter has to be dropped. */
    synchronized boolean admit(WireIdentity sender, int bytes, boolean stranger) {
        Load load = loads.getOrDefault(sender, new Load(0, 0)).plus(bytes);
        if (!load.fits() || (stranger && ofStrangers >= LETTERS_OF_STRANGERS)) {
            return false;
        }
        loads.put(sender, load);
        ofStrangers += stranger ? 1 : 0;
        return true;
    }

    /** The letter is done with; the same arguments as when it was admitted. */
    synchronized void done(WireIdentity sender, int bytes, boolean stranger) {
        ofStrangers -= stranger ? 1 : 0;
        loads.computeIfPresent(sender, (who, load) -> load.letters() == 1 ? null : load.minus(bytes));
    }
}
