package dev.zorya.wallet.meeting;

import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.InvitationLink;
import dev.zorya.identity.letter.Letter;
import dev.zorya.storage.Meeting;
import dev.zorya.storage.Meeting.Role;
import dev.zorya.storage.Meeting.Step;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who uses an invitation. Says each letter again until it is answered: they are not kept, the meeting is. */
final class Guest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guest.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final People people;
    private final Attempts attempts;
    private final Line line;
    private final Proofs proofs;
    private final InstantSource clock;
    private final Duration patience;
    private final Promises promises = new Promises();

    Guest(People people, Attempts attempts, Line line, InstantSource clock, Duration patience) {
        this.people = people;
        this.attempts = attempts;
        this.line = line;
        this.proofs = new Proofs(people, line);
        this.clock = clock;
        this.patience = patience;
    }

    /** Goes on where the program ended. */
    void start() throws WalletException {
        for (Meeting meeting : attempts.all(Role.USES_INVITATION)) {
            if (isUnderWay(meeting)) {
                insist(meeting);
            } else if (meeting.step() == Step.DONE) {
                attempts.remove(meeting);
            } else if (Attempts.has(meeting, Code.CONTACT_SILENT)) {
                line.open(meeting);
            }
        }
    }

    ContactPreview preview(InvitationLink link) {
        return new ContactPreview(
                ContactPreview.Kind.INVITATION,
                link.write(),
                link.did(),
                link.label(),
                "",
                link.endpoint().toString(),
                people.comparisonCode(link.did()),
                people.contact(link.did()).isPresent());
    }

    synchronized CompletionStage<ContactView> accept(InvitationLink link, String name) throws WalletException {
        String nonce = Nonces.nonce();
        Optional<Meeting> earlier =
                attempts.find(Role.USES_INVITATION, meeting -> meeting.token().equals(link.token()));
        Meeting meeting = earlier.map(
                        again -> again.named(name).nonces(nonce, "").at(Step.GREETS))
                .orElseGet(() -> new Meeting(
                        Nonces.nonce(),
                        Role.USES_INVITATION,
                        Step.GREETS,
                        link.did(),
                        name,
                        link.token(),
                        nonce,
                        "",
                        link.wireAddress(),
                        link.endpoint().toString(),
                        link.tlsSpkiSha256(),
                        "",
                        clock.instant(),
                        link.expires(),
                        ""));
        return insist(attempts.save(meeting));
    }

    synchronized CompletionStage<ContactView> retry(Meeting meeting) throws WalletException {
        if (!meeting.expires().isAfter(clock.instant())) {
            throw Problems.failure(Code.INVITATION_GONE);
        }
        return insist(attempts.save(meeting.nonces(Nonces.nonce(), "").at(Step.GREETS)));
    }

    synchronized void giveUp(Meeting meeting) throws WalletException {
        attempts.remove(meeting);
        line.close(meeting);
        promises.fail(meeting.id(), Problems.failure(Code.INTRODUCTION_GONE));
    }

    /** Somebody is there again whom we have waited for in vain. */
    void connected(WireIdentity peer) {
        attempts.find(
                        Role.USES_INVITATION,
                        meeting -> Line.wire(meeting).equals(peer) && Attempts.has(meeting, Code.CONTACT_SILENT))
                .ifPresent(meeting -> {
                    try {
                        retry(meeting);
                    } catch (WalletException e) {
                        LOG.info("an introduction does not go on: {}", e.getMessage());
                    }
                });
    }

    synchronized void welcome(WireIdentity sender, Letter letter) throws WalletException, ContactRefused {
        Claims says = Words.read(letter.body());
        Optional<Meeting> found = answered(sender, letter, says, Guest::isUnderWay);
        if (found.isEmpty()) {
            return;
        }
        String text = says.text("card");
        try {
            CardClaims card = proofs.require(sender, letter, text);
            proofs.requireFit(card, found.get());
        } catch (WalletException e) {
            refuse(found.get(), e);
            return;
        }
        Meeting meeting = found.get();
        speak(attempts.save(meeting.nonces(meeting.ownNonce(), says.text("nonce"))
                .shown(meeting.did(), meeting.wire(), text)
                .at(Step.PROVES)));
    }

    synchronized void done(WireIdentity sender, Letter letter) throws WalletException, ContactRefused {
        Optional<Meeting> found =
                answered(sender, letter, Words.read(letter.body()), meeting -> meeting.step() == Step.PROVES);
        if (found.isEmpty()) {
            return;
        }
        Meeting meeting = found.get();
        try {
            proofs.require(sender, letter, meeting.card());
            ContactView contact = people.keep(meeting.card(), meeting.name());
            attempts.save(meeting.at(Step.DONE));
            attempts.remove(meeting);
            line.met(meeting);
            promises.keep(meeting.id(), contact);
        } catch (WalletException e) {
            refuse(meeting, e);
        }
    }

    synchronized void sorry(WireIdentity sender, Letter letter) throws WalletException, ContactRefused {
        Claims says = Words.read(letter.body());
        Optional<Meeting> found = answered(sender, letter, says, Guest::isUnderWay);
        if (found.isPresent()) {
            Code why = Sorry.code(says.text("why"));
            String theirs = "They say that our proof does not hold.";
            refuse(found.get(), new WalletException(Problems.of(why, theirs, theirs)));
        }
    }

    private Optional<Meeting> answered(WireIdentity sender, Letter letter, Claims says, Predicate<Meeting> which)
            throws ContactRefused {
        String answer = says.text("answer");
        return attempts.find(
                Role.USES_INVITATION,
                meeting -> meeting.ownNonce().equals(answer)
                        && meeting.did().equals(letter.from())
                        && Line.wire(meeting).equals(sender)
                        && which.test(meeting));
    }

    private CompletionStage<ContactView> insist(Meeting meeting) {
        line.open(meeting);
        return promises.begin(meeting.id(), () -> insist(meeting.id())).minimalCompletionStage();
    }

    private void insist(String id) {
        Instant end = clock.instant().plus(patience);
        Duration wait = FIRST_WAIT;
        try {
            do {
                attempts.find(id).ifPresent(this::speak);
                if (promises.over(id, wait)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            } while (clock.instant().isBefore(end));
            silent(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (WalletException e) {
            promises.fail(id, e);
        }
    }

    private void speak(Meeting meeting) {
        switch (meeting.step()) {
            case GREETS -> hello(meeting);
            case PROVES -> say(meeting, Words.PROOF, Words.answer(meeting.theirNonce()));
            case WAITS, REFUSED, DONE -> {}
        }
    }

    private void hello(Meeting meeting) {
        try {
            say(meeting, Words.HELLO, Words.hello(people.ownCard(), meeting.ownNonce(), Nonces.text(meeting.token())));
        } catch (WalletException e) {
            LOG.info("an introduction waits: {}", e.getMessage());
        }
    }

    private void say(Meeting meeting, String kind, String body) {
        line.say(meeting, kind, body).whenComplete((said, failure) -> {
            if (failure != null && isWrongKey(failure)) {
                Thread.ofVirtual().name("meeting").start(() -> wrongKey(meeting.id()));
            } else if (failure != null) {
                LOG.debug("a letter of an introduction did not leave", failure);
            }
        });
    }

    private static boolean isWrongKey(Throwable failure) {
        return Causes.unwrapped(failure) instanceof BusException e && e.reason() == BusException.Reason.WRONG_KEY;
    }

    private synchronized void wrongKey(String id) {
        attempts.find(id)
                .filter(Guest::isUnderWay)
                .ifPresent(meeting -> refuse(meeting, Problems.failure(Code.CONTACT_WRONG_KEY, meeting.name())));
    }

    /** They may come back: the line stays open. */
    private synchronized void silent(String id) throws WalletException {
        Optional<Meeting> meeting = attempts.find(id).filter(Guest::isUnderWay);
        if (meeting.isPresent() && !promises.closed()) {
            attempts.save(meeting.get().refused(Code.CONTACT_SILENT.name()));
            promises.fail(id, Problems.failure(Code.CONTACT_SILENT));
        }
    }

    private void refuse(Meeting meeting, WalletException why) {
        LOG.info("an introduction ends: {}", why.getMessage());
        line.close(meeting);
        WalletException told = why;
        try {
            attempts.save(meeting.refused(Attempts.reason(why.problem())));
        } catch (WalletException e) {
            told = e;
        }
        promises.fail(meeting.id(), told);
    }

    private static boolean isUnderWay(Meeting meeting) {
        return meeting.step() == Step.GREETS || meeting.step() == Step.PROVES;
    }

    @Override
    public void close() {
        promises.close();
    }
}
