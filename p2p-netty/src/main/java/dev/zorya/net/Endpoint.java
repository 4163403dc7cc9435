package dev.zorya.net;

import dev.zorya.channel.value.MalformedException;

/**
 * Where a wallet listens.
 *
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65535; 0 only to listen on any free port
 */
public record Endpoint(String host, int port) {
    private static final int MAX_HOST = 253;
    private static final int MAX_PORT = 65535;

    /** @throws MalformedException if the host is blank or too long, or the port is out of range */
    public Endpoint {
        if (host.isBlank() || host.length() > MAX_HOST || host.chars().anyMatch(c -> c <= ' ')) {
            throw new MalformedException("not a host name");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new MalformedException("a port is a number up to 65535, not " + port);
        }
    }

    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
}
