package dev.zorya.identity.agent;

import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;

/** The wallet DID whose key an agent keeps. */
public final class AcaPyIdentity implements Identity {
    private final Agent agent;
    private final String did;

    /** @param did from {@link Agent#newDid} of the same agent */
    public AcaPyIdentity(Agent agent, String did) {
        this.agent = agent;
        this.did = did;
    }

    @Override
    public String did() {
        return did;
    }

    @Override
    public String sign(String type, String claims) throws IdentityUnavailable {
        try {
            return agent.sign(did, type, claims);
        } catch (AgentException e) {
            throw e.asUnavailable();
        }
    }
}
