package dev.zorya.wallet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

/** Under which address this computer can be reached. */
final class Hosts {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    private Hosts() {}

    /** @param play play money stays on this computer */
    static String listening(boolean play) {
        return play ? LOOPBACK : EVERYWHERE;
    }

    /** What the contact card says: an address that others can reach rather than one of the local network. */
    static String advertised(boolean play) {
        if (play) {
            return LOOPBACK;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .min(Comparator.comparing(InetAddress::isSiteLocalAddress))
                    .map(InetAddress::getHostAddress)
                    .orElse(LOOPBACK);
        } catch (SocketException e) {
            return LOOPBACK;
        }
    }
}
