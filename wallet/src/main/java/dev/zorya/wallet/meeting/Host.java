package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.InvitationLink;
import dev.zorya.identity.letter.Letter;
import dev.zorya.storage.Meeting;
import dev.zorya.storage.Meeting.Role;
import dev.zorya.storage.Meeting.Step;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who invites. Only answers: the guest says everything again that was lost. Whoever comes first with the token and a card that proves itself
 * is the one whom the invitation is for; without a token that we gave nobody gets an answer (THREATS.md 58).
 */
final class Host implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final Duration INVITATION_LIFE = Duration.ofHours(24);

    private final People people;
    private final Attempts attempts;
    private final Line line;
    private final Proofs proofs;
    private final InstantSource clock;
    private final Duration patience;
    private final Promises promises = new Promises();

    Host(People people, Attempts attempts, Line line, InstantSource clock, Duration patience) {
        this.people = people;
        this.attempts = attempts;
        this.line = line;
        this.proofs = new Proofs(people, line);
        this.clock = clock;
        this.patience = patience;
    }

    void start() throws WalletException {
        forgetExpired();
        attempts.all(Role.INVITES).stream()
                .filter(meeting -> meeting.step() == Step.GREETS)
                .forEach(this::await);
    }

    synchronized Invitation invite() throws WalletException {
        forgetExpired();
        Bytes token = Nonces.token();
        Instant now = clock.instant();
        InvitationLink link = people.invitation(token, now.plus(INVITATION_LIFE).truncatedTo(ChronoUnit.SECONDS));
        Meeting meeting = attempts.save(new Meeting(
                Nonces.nonce(),
                Role.INVITES,
                Step.WAITS,
                "",
                "",
                Nonces.hash(token),
                "",
                "",
                Bytes.EMPTY,
                "",
                Bytes.EMPTY,
                "",
                now,
                link.expires(),
                ""));
        return new Invitation(meeting.id(), link.write(), link.expires());
    }

    /** Kept until it expires, so that its user hears why it is of no use. */
    synchronized void withdraw(Meeting meeting) throws WalletException {
        if (meeting.step() == Step.DONE) {
            throw Problems.failure(Code.INVITATION_USED);
        }
        attempts.save(meeting.refused(Code.INVITATION_GONE.name()));
        promises.fail(meeting.id(), Problems.failure(Code.INVITATION_GONE));
    }

    /** All that this side can do is to wait once more. */
    synchronized CompletionStage<ContactView> retry(Meeting meeting) throws WalletException {
        if (meeting.did().isEmpty() || !meeting.expires().isAfter(clock.instant())) {
            throw Problems.failure(Code.INVITATION_GONE);
        }
        return await(attempts.save(meeting.at(Step.GREETS)));
    }

    synchronized void hello(WireIdentity sender, Letter letter) throws WalletException, ContactRefused {
        Claims says = Words.read(letter.body());
        Bytes token = Nonces.hash(says.text("once"));
        Optional<Meeting> found =
                attempts.find(Role.INVITES, meeting -> meeting.token().equals(token));
        if (found.isEmpty()) {
            LOG.debug("somebody came without an invitation of ours");
            return;
        }
        Meeting meeting = found.get();
        String nonce = says.text("nonce");
        Optional<Sorry> no = objection(meeting, letter.from());
        if (no.isPresent()) {
            line.say(sender, letter.from(), Words.SORRY, Words.sorry(nonce, no.get()));
            return;
        }
        String text = says.text("card");
        CardClaims card;
        try {
            card = proofs.require(sender, letter, text);
        } catch (WalletException unproven) {
            line.say(sender, letter.from(), Words.SORRY, Words.sorry(nonce, Sorry.UNPROVEN));
            throw unproven;
        }
        Meeting greeted = meeting.named(card.label())
                .shown(card.did(), card.wireAddress(), text)
                .nonces(meeting.ownNonce().isEmpty() ? Nonces.nonce() : meeting.ownNonce(), nonce);
        if (meeting.step() == Step.DONE) {
            attempts.save(greeted);
        } else {
            await(attempts.save(greeted.at(Step.GREETS)));
        }
        line.say(greeted, Words.WELCOME, Words.welcome(people.ownCard(), greeted.ownNonce(), nonce));
    }

    private Optional<Sorry> objection(Meeting meeting, String did) {
        boolean another = !meeting.did().isEmpty() && !meeting.did().equals(did);
        // who was removed since does not come back by the same invitation
        boolean removed = meeting.step() == Step.DONE && people.contact(did).isEmpty();
        if (another || removed) {
            return Optional.of(Sorry.USED);
        }
        boolean gone = Attempts.has(meeting, Code.INVITATION_GONE)
                || !meeting.expires().isAfter(clock.instant());
        return gone ? Optional.of(Sorry.GONE) : Optional.empty();
    }

    synchronized void proof(WireIdentity sender, Letter letter) throws WalletException, ContactRefused {
        String answer = Words.read(letter.body()).text("answer");
        Optional<Meeting> found = attempts.find(
                Role.INVITES,
                meeting -> !answer.isEmpty()
                        && meeting.ownNonce().equals(answer)
                        && meeting.did().equals(letter.from())
                        && Line.wire(meeting).equals(sender));
        if (found.isEmpty() || objection(found.get(), letter.from()).isPresent()) {
            return;
        }
        Meeting meeting = found.get();
        proofs.require(sender, letter, meeting.card());
        if (meeting.step() != Step.DONE) {
            ContactView contact = people.keep(meeting.card(), "");
            attempts.save(meeting.at(Step.DONE));
            promises.keep(meeting.id(), contact);
        }
        line.say(meeting, Words.DONE, Words.answer(meeting.theirNonce()));
    }

    private CompletionStage<ContactView> await(Meeting meeting) {
        String id = meeting.id();
        return promises.begin(id, () -> {
                    try {
                        if (!promises.over(id, patience)) {
                            silent(id);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (WalletException e) {
                        promises.fail(id, e);
                    }
                })
                .minimalCompletionStage();
    }

    /** They may still come. */
    private synchronized void silent(String id) throws WalletException {
        Optional<Meeting> meeting = attempts.find(id).filter(it -> it.step() == Step.GREETS);
        if (meeting.isPresent() && !promises.closed()) {
            attempts.save(meeting.get().refused(Code.CONTACT_SILENT.name()));
        }
        promises.fail(id, Problems.failure(Code.CONTACT_SILENT));
    }

    private void forgetExpired() throws WalletException {
        for (Meeting meeting : attempts.all(Role.INVITES)) {
            if (!meeting.expires().isAfter(clock.instant())) {
                attempts.remove(meeting);
            }
        }
    }

    @Override
    public void close() {
        promises.close();
    }
}
