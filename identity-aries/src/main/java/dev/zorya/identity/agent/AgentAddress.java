package dev.zorya.identity.agent;

import java.net.URI;

/**
 * Where an agent's admin interface is, and the key to it. Whoever has both has the wallet DID's key.
 *
 * @param admin http or https, no path
 * @param key the API key; never in a log or an error
 */
public record AgentAddress(URI admin, String key) {
    public AgentAddress {
        String scheme = String.valueOf(admin.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https"))
                || admin.getHost() == null
                || admin.getUserInfo() != null) {
            throw new IllegalArgumentException("not the address of an admin interface");
        }
        admin = URI.create(scheme + "://" + admin.getAuthority());
    }

    URI at(String path) {
        return URI.create(admin + path);
    }

    /** Of the events. */
    URI webSocket() {
        return URI.create(admin.toString().replaceFirst("^http", "ws") + "/ws");
    }

    @Override
    public String toString() {
        return admin.toString();
    }
}
