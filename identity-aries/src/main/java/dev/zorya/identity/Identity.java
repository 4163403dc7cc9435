package dev.zorya.identity;

/** The wallet DID of this wallet and what it signs. The key stays behind it: in this program, or with an agent. */
public interface Identity {
    /** A {@code did:key}; what contacts know this wallet by. */
    String did();

    /**
     * Signs claims as a compact JWS with the key of {@link #did()}; header {@code alg: EdDSA}, {@code kid} = the DID's key.
     *
     * @param type the {@code typ} header
     * @param claims the payload, a JSON object
     * @throws IdentityUnavailable nothing was signed; try again when the agent is back
     */
    String sign(String type, String claims) throws IdentityUnavailable;
}
