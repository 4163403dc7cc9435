package dev.zorya.net;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.WireIdentity;
import io.netty.channel.ChannelHandlerContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listener's side. A proof alone says nothing about this connection, because it can be replayed; so a contact with a
 * pinned TLS key must also show that key, and a Zorya contact must show one at all (THREATS.md 49, safety rule 6).
 * Refuses without a word, as go-perun does.
 */
final class ListenerGreeting extends Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerGreeting.class);

    ListenerGreeting(Hub hub) {
        super(hub);
    }

    @Override
    void secured(ChannelHandlerContext ctx) {
        // the dialer greets first
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Envelope envelope) {
        WireIdentity peer = envelope.sender();
        WireIdentity own = hub().self().identity();
        if (!(envelope.message() instanceof AuthResponse proof)
                || !envelope.recipient().equals(own)
                || peer.equals(own)
                || !Self.proves(peer, proof)) {
            end(ctx, "no proof of an identity for this wallet");
            return;
        }
        Optional<KnownPeer> known = hub().peers().find(peer);
        if (known.isPresent() && !shows(known.get())) {
            LOG.warn(
                    "Somebody at {} claimed to be {} with another TLS key and was refused",
                    ctx.channel().remoteAddress(),
                    Self.label(peer));
            hub().alarm(peer);
            end(ctx, "another TLS key");
        } else if (known.isEmpty() && !hub().registry().strangerFits(peer)) {
            end(ctx, "too many strangers");
        } else {
            hub().lobby().leave(ctx.channel());
            greet(ctx, peer);
            hub().registry()
                    .install(
                            proven(ctx, peer, false, known.map(KnownPeer::zorya).orElse(false)));
        }
    }

    /** A go-perun dialer has no certificate: for it the pin counts where we dial it. */
    private boolean shows(KnownPeer known) {
        if (known.pin() == null) {
            return true;
        }
        return shown() == null ? !known.zorya() : known.pin().equals(shown());
    }

    @Override
    void ended(ChannelHandlerContext ctx, String why) {
        LOG.debug("Refused {}: {}", ctx.channel().remoteAddress(), why);
    }
}
