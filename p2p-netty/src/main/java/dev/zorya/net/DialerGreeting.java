package dev.zorya.net;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dialer's side. The pinned TLS key is compared before the own proof is sent, because the proof is a constant that
 * whoever gets it can show elsewhere (OFFCHAIN.md 2.3; THREATS.md 49, 53).
 */
final class DialerGreeting extends Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(DialerGreeting.class);

    private final WireIdentity peer;
    private final KnownPeer known;
    private final Endpoint at;
    private final DialResult result;

    DialerGreeting(Hub hub, WireIdentity peer, KnownPeer known, Endpoint at, DialResult result) {
        super(hub);
        this.peer = peer;
        this.known = known;
        this.at = at;
        this.result = result;
    }

    @Override
    void secured(ChannelHandlerContext ctx) {
        if (known.pin() != null && !known.pin().equals(shown())) {
            impostor(ctx);
        } else {
            greet(ctx, peer);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Envelope envelope) {
        if (!(envelope.message() instanceof AuthResponse proof)
                || !envelope.recipient().equals(hub().self().identity())) {
            end(ctx, "does not greet as a Perun wallet does");
        } else if (!envelope.sender().equals(peer) || !Self.proves(peer, proof)) {
            impostor(ctx);
        } else {
            Fingerprint key = shown();
            if (known.pin() == null && key != null) {
                hub().peers().shown(peer, key);
            }
            result.connected(proven(ctx, peer, true, known.zorya()));
        }
    }

    private void impostor(ChannelHandlerContext ctx) {
        BusException why = Refusals.wrongKey(peer, at);
        LOG.warn("{}", why.getMessage());
        hub().alarm(peer);
        result.failed(why);
        end(ctx, "has another key");
    }

    @Override
    void ended(ChannelHandlerContext ctx, String why) {
        result.failed(Refusals.hungUp(peer, at, why));
    }
}
