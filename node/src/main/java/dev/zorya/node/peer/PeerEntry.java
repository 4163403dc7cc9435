package dev.zorya.node.peer;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.net.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another peer.
 *
 * @param name what this peer's commands call it
 * @param address null if it can only dial us
 */
record PeerEntry(
        String name, WireIdentity identity, @Nullable Endpoint address) {
    /**
     * As a command or a flag says it.
     *
     * @param address hex of the binary wire address
     * @param host {@code host:port}, or empty
     */
    static PeerEntry of(String name, String address, String host) {
        if (name.isBlank()) {
            throw new MalformedException("a peer needs a name");
        }
        Bytes binary = Bytes.fromHex(address);
        return new PeerEntry(name, SimpleAddress.parse(binary).identity(), host.isEmpty() ? null : endpoint(host));
    }

    static List<PeerEntry> list(String text) {
        List<PeerEntry> entries = new ArrayList<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            int at = entry.indexOf('@', equals);
            if (equals < 1 || at < 0) {
                throw new MalformedException("a peer is NAME=HEXADDRESS@HOST:PORT, not \"" + entry + "\"");
            }
            entries.add(of(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1, at),
                    entry.substring(at + 1).strip()));
        }
        return entries;
    }

    static Endpoint endpoint(String text) {
        int colon = text.lastIndexOf(':');
        try {
            String host = text.substring(0, Math.max(colon, 0));
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            return new Endpoint(
                    bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new MalformedException("an endpoint is HOST:PORT, not \"" + text + "\"");
        }
    }
}
