package dev.zorya.desktop.ident;

/** Groups of four for everything that a person may have to compare (UI.md 6). Never breaks inside a group. */
public final class Chunks {
    private static final int GROUP = 4;
    /** Groups never part at the end of a line inside themselves; between them a line may break. */
    private static final String GAP = " ";

    private static final String DID_KEY = "did:key:";
    private static final String GAP_CUT = " … ";

    private Chunks() {}

    /** An address or hash for a list: {@code 0x71C7 656E … 976F}. */
    public static String brief(String hex) {
        String digits = digitsOf(hex);
        if (digits.length() <= GROUP * 3) {
            return whole(hex);
        }
        return prefixOf(hex)
                + digits.substring(0, GROUP)
                + GAP
                + digits.substring(GROUP, GROUP * 2)
                + GAP_CUT
                + lastGroup(digits);
    }

    /** An address or hash on a page where money or trust is decided: all of it. */
    public static String whole(String hex) {
        return prefixOf(hex) + groups(digitsOf(hex));
    }

    /** A DID for a list: the method, four groups, then the last two. */
    public static String briefDid(String did) {
        String method = methodOf(did);
        String rest = did.substring(method.length());
        if (rest.length() <= GROUP * 6) {
            return wholeDid(did);
        }
        return method
                + groups(rest.substring(0, GROUP * 4))
                + GAP_CUT
                + groups(rest.substring(rest.length() - GROUP * 2));
    }

    /** What is told of a DID beside a name that somebody else has as well. */
    public static String lastOfDid(String did) {
        return did.substring(Math.max(0, did.length() - GROUP));
    }

    /** All of a DID, the part after the method in groups of four. */
    public static String wholeDid(String did) {
        String method = methodOf(did);
        return method + groups(did.substring(method.length()));
    }

    private static String groups(String digits) {
        StringBuilder out = new StringBuilder(digits.length() + digits.length() / GROUP);
        for (int at = 0; at < digits.length(); at += GROUP) {
            if (at > 0) {
                out.append(GAP);
            }
            out.append(digits, at, Math.min(at + GROUP, digits.length()));
        }
        return out.toString();
    }

    private static String prefixOf(String hex) {
        return hex.startsWith("0x") ? "0x" : "";
    }

    private static String digitsOf(String hex) {
        return hex.substring(prefixOf(hex).length());
    }

    private static String lastGroup(String digits) {
        return digits.substring(digits.length() - GROUP);
    }

    private static String methodOf(String did) {
        if (did.startsWith(DID_KEY)) {
            return DID_KEY;
        }
        int second = did.indexOf(':', did.indexOf(':') + 1);
        return did.startsWith("did:") && second > 0 ? did.substring(0, second + 1) : "";
    }
}
