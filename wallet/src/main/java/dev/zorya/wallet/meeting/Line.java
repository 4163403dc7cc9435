package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Endpoint;
import dev.zorya.net.Fingerprint;
import dev.zorya.net.TlsBus;
import dev.zorya.storage.Meeting;
import dev.zorya.wallet.mail.PostOffice;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The way to those who are no contacts yet. */
final class Line {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final long PATIENCE_SECONDS = 5;

    private final TlsBus bus;
    private final PostOffice post;
    private final Prospects prospects;

    Line(TlsBus bus, PostOffice post, Prospects prospects) {
        this.bus = bus;
        this.post = post;
        this.prospects = prospects;
    }

    /** Dials, and again whenever the connection is lost, with the TLS key pinned. */
    void open(Meeting meeting) {
        Endpoint.parse(meeting.endpoint()).ifPresent(at -> {
            prospects.add(
                    wire(meeting), new dev.zorya.net.Endpoint(at.host(), at.port()), new Fingerprint(meeting.tls()));
            bus.keep(wire(meeting));
        });
    }

    /** Nobody is dialled any more, unless it is a contact. */
    void close(Meeting meeting) {
        prospects.remove(wire(meeting));
        if (!prospects.isContact(wire(meeting))) {
            bus.release(wire(meeting));
        }
    }

    /** It is a contact now, whose own pins count. */
    void met(Meeting meeting) {
        prospects.remove(wire(meeting));
    }

    /** Whether this is the TLS key at the other end of the connection. */
    boolean shows(WireIdentity peer, Fingerprint key) {
        try {
            return bus.shownKey(peer)
                    .toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .equals(Optional.of(key));
        } catch (CompletionException hungUp) {
            return false;
        }
    }

    CompletionStage<Void> say(Meeting meeting, String kind, String body) {
        return say(wire(meeting), meeting.did(), kind, body);
    }

    CompletionStage<Void> say(WireIdentity to, String did, String kind, String body) {
        return post.hand(to, did, kind, body, LIFE);
    }

    static WireIdentity wire(Meeting meeting) {
        return WireIdentity.single(meeting.wire());
    }
}
