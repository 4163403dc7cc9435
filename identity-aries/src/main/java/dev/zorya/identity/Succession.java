package dev.zorya.identity;

/**
 * A DID says which DID goes on in its place. Who holds the old DID pinned may follow, if a card of the new one proves the same Perun address
 * and wire key (ARIES.md 4 {@code previousDid}, 7).
 */
public record Succession(String previousDid, String did) {
    private static final String TYPE = "perun-contact-moved+jwt";

    /** As a JWS of the old identity. */
    public static String write(Identity old, String newDid) throws IdentityUnavailable {
        return old.sign(TYPE, Claims.write(json -> {
            json.writeStringProperty("previousDid", old.did());
            json.writeStringProperty("id", newDid);
        }));
    }

    /**
     * Reads and verifies.
     *
     * @throws ContactRefused DAMAGED
     */
    public static Succession read(String text) throws ContactRefused {
        CompactJws signed = CompactJws.verified(text, TYPE);
        String previous = signed.claims().text("previousDid");
        String did = signed.claims().text("id");
        if (!previous.equals(signed.signer()) || DidKey.parse(did).isEmpty()) {
            throw CompactJws.damaged("kid and previousDid differ");
        }
        return new Succession(previous, did);
    }
}
