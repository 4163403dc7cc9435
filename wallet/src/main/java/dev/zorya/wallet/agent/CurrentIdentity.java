package dev.zorya.wallet.agent;

import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;

/** The identity that the wallet uses at the moment; another one from one call to the next when the person changes it. */
public final class CurrentIdentity implements Identity {
    private volatile Identity identity;

    public CurrentIdentity(Identity identity) {
        this.identity = identity;
    }

    void become(Identity other) {
        identity = other;
    }

    @Override
    public String did() {
        return identity.did();
    }

    @Override
    public String sign(String type, String claims) throws IdentityUnavailable {
        return identity.sign(type, claims);
    }
}
