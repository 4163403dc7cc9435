package dev.zorya.wallet.meeting;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.InvitationLink;
import dev.zorya.identity.letter.Letter;
import dev.zorya.net.TlsBus;
import dev.zorya.storage.Meeting;
import dev.zorya.storage.Meeting.Role;
import dev.zorya.storage.Meetings;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.mail.Door;
import dev.zorya.wallet.mail.PostOffice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The road from Zorya to Zorya: an invitation as a link, then letters over the first connection. Needs no agent (ARIES.md 7). */
public final class Introducer implements Road, Door, AutoCloseable {
    /** How long a person looks at "connecting" before it is a problem. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Introducer.class);

    private final People people;
    private final Attempts attempts;
    private final InstantSource clock;
    private final Host host;
    private final Guest guest;

    public Introducer(
            People people,
            Meetings store,
            TlsBus bus,
            PostOffice post,
            Prospects prospects,
            Consumer<WalletEvent> events,
            InstantSource clock,
            Duration patience)
            throws StoreException {
        this.people = people;
        this.attempts = new Attempts(store, events);
        this.clock = clock;
        Line line = new Line(bus, post, prospects);
        this.host = new Host(people, attempts, line, clock, patience);
        this.guest = new Guest(people, attempts, line, clock, patience);
        post.atTheDoor(Words.PREFIX, this);
    }

    /** Goes on where the program ended. The post has started by now. */
    public void start() throws WalletException {
        host.start();
        guest.start();
    }

    @Override
    public void came(WireIdentity sender, Letter letter) {
        try {
            switch (letter.kind()) {
                case Words.HELLO -> host.hello(sender, letter);
                case Words.PROOF -> host.proof(sender, letter);
                case Words.WELCOME -> guest.welcome(sender, letter);
                case Words.DONE -> guest.done(sender, letter);
                case Words.SORRY -> guest.sorry(sender, letter);
                default -> LOG.debug("a letter of the unknown kind {} is ignored", letter.kind());
            }
        } catch (WalletException | ContactRefused e) {
            LOG.info("an introduction does not go on: {}", e.getMessage());
        }
    }

    @Override
    public void connection(WireIdentity peer, boolean up) {
        if (up) {
            Thread.ofVirtual().name("meeting").start(() -> guest.connected(peer));
        }
    }

    @Override
    public boolean invites() {
        return true;
    }

    @Override
    public CompletionStage<Invitation> invite() {
        return attempt(() -> CompletableFuture.completedFuture(host.invite()));
    }

    @Override
    public Set<ContactPreview.Kind> kinds() {
        return Set.of(ContactPreview.Kind.INVITATION);
    }

    @Override
    public Optional<ContactPreview> read(String text) throws WalletException {
        return InvitationLink.isIn(text) ? Optional.of(guest.preview(people.invitation(text))) : Optional.empty();
    }

    /** What was shown is what is accepted, whatever the clipboard holds by now (THREATS.md 62). */
    @Override
    public CompletionStage<ContactView> accept(ContactPreview preview, String name) {
        return attempt(() -> {
            InvitationLink link = people.invitation(preview.text());
            if (!link.did().equals(preview.did())) {
                throw Problems.failure(Code.CONTACT_TEXT_DAMAGED);
            }
            return guest.accept(link, name.isBlank() ? link.label() : name);
        });
    }

    @Override
    public boolean has(String id) {
        return attempts.find(id).isPresent();
    }

    @Override
    public void withdraw(String id) throws WalletException {
        giveUp(id);
    }

    @Override
    public CompletionStage<ContactView> retry(String id) {
        return attempt(() -> {
            Meeting meeting = require(id);
            return meeting.role() == Role.INVITES ? host.retry(meeting) : guest.retry(meeting);
        });
    }

    @Override
    public void giveUp(String id) throws WalletException {
        Meeting meeting = require(id);
        if (meeting.role() == Role.INVITES) {
            host.withdraw(meeting);
        } else {
            guest.giveUp(meeting);
        }
    }

    @Override
    public List<ConnectionView> connections() {
        return attempts.views(clock.instant());
    }

    private Meeting require(String id) throws WalletException {
        return attempts.find(id).orElseThrow(() -> Problems.failure(Code.INTRODUCTION_GONE));
    }

    private interface Step<T> {
        CompletionStage<T> take() throws WalletException;
    }

    private static <T> CompletionStage<T> attempt(Step<T> step) {
        try {
            return step.take();
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        host.close();
        guest.close();
    }
}
