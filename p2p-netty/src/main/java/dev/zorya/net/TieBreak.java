package dev.zorya.net;

import dev.zorya.channel.value.Bytes;

/**
 * Which of two connections with one peer stays (OFFCHAIN.md 2.4): the one that was dialled by the party with the lesser
 * name goes. Both parties come to the same result, go-perun included.
 */
final class TieBreak {
    private TieBreak() {}

    /**
     * Whether the new connection goes and the old one stays.
     *
     * @param own own name, bytewise order
     * @param dialled whether we dialled the new connection
     */
    static boolean newcomerGoes(Bytes own, Bytes peer, boolean dialled) {
        int order = own.compareTo(peer);
        return dialled ? order < 0 : order >= 0;
    }
}
