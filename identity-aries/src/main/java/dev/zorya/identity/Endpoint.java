package dev.zorya.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a wallet listens.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
    private static final String SCHEME = "tls://";
    private static final int MAX_LENGTH = 253;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int MAX_PORT = 65535;

    public Endpoint {
        if (host.length() > MAX_LENGTH
                || port < 1
                || port > MAX_PORT
                || !(NAME.matcher(host).matches() || IPV6.matcher(host).matches())) {
            throw new IllegalArgumentException("not a host and port: " + host.length() + " characters, port " + port);
        }
    }

    /** As it stands in a card: {@code tls://host:port}. */
    String uri() {
        return SCHEME + this;
    }

    static Optional<Endpoint> parseUri(String text) {
        return text.startsWith(SCHEME) ? parse(text.substring(SCHEME.length())) : Optional.empty();
    }

    /** Reads {@code host:port} or {@code [ipv6]:port}. */
    public static Optional<Endpoint> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !PORT.matcher(text.substring(colon + 1)).matches()) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (!bracketed && host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Endpoint(
                    bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(text.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
