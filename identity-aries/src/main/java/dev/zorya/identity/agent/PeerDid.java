package dev.zorya.identity.agent;

/** A did:peer:4 has a long form that carries its document and a short one; the agent uses now one, now the other (ARIES.md 3). */
final class PeerDid {
    private static final String METHOD = "did:peer:4";

    private PeerDid() {}

    static boolean isLong(String did) {
        return did.startsWith(METHOD) && did.indexOf(':', METHOD.length()) > 0;
    }

    /** The form to compare by; other DIDs stay as they are. */
    static String normal(String did) {
        return isLong(did) ? did.substring(0, did.indexOf(':', METHOD.length())) : did;
    }
}
