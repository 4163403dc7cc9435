package dev.zorya.net;

import dev.zorya.channel.port.BusException;

/** How a dial ended. Only the first call counts. Called on the network thread. */
interface DialResult {
    void connected(Link link);

    void failed(BusException why);
}
