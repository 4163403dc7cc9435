package dev.zorya.wallet.mail;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.letter.Letter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Signs letters with the DID that this wallet has at the moment, and puts them on the bus. */
final class Pen {
    private static final int ID_SIZE = 16;

    private final Identity identity;
    private final Bus bus;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Pen(Identity identity, Bus bus, InstantSource clock) {
        this.identity = identity;
        this.bus = bus;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    String newId() {
        byte[] id = new byte[ID_SIZE];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** A letter that nobody keeps: if it is lost it stays lost. May wait for an agent to sign. */
    CompletionStage<Void> write(WireIdentity to, String did, String kind, String body, Duration life) {
        Instant now = now();
        return send(to, new Letter(identity.did(), did, newId(), kind, body, now, now.plus(life)));
    }

    /** The letter as it is kept. */
    CompletionStage<Void> send(WireIdentity to, dev.zorya.storage.Letter kept) {
        return send(
                to,
                new Letter(
                        identity.did(),
                        kept.recipient(),
                        kept.id(),
                        kept.kind(),
                        kept.body(),
                        kept.issued(),
                        kept.expires()));
    }

    /** The bytes on the wire; for a look at their number before a letter is kept. */
    private Extension.Letter signed(Letter letter) throws IdentityUnavailable {
        return new Extension.Letter(Bytes.wrap(letter.sign(identity).getBytes(StandardCharsets.US_ASCII)));
    }

    private CompletionStage<Void> send(WireIdentity to, Letter letter) {
        try {
            return bus.send(to, signed(letter));
        } catch (IdentityUnavailable | MalformedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
