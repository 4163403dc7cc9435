package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.credential.Credential;
import dev.zorya.identity.credential.CredentialRefused;
import dev.zorya.identity.credential.CredentialRefused.Reason;
import dev.zorya.identity.credential.SignedCredential;
import dev.zorya.storage.CredentialChange;
import dev.zorya.storage.Exchange;
import dev.zorya.storage.Exchange.Step;
import dev.zorya.storage.KeptCredential;
import dev.zorya.storage.KeptCredential.Role;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offer, consent, credential. Each side records a step before it tells the other, and tells again what may not have arrived: whenever
 * either program dies, both end with the credential or both without.
 */
final class Issuing {
    private static final Logger LOG = LoggerFactory.getLogger(Issuing.class);
    private static final Duration OFFER_LIFE = Duration.ofDays(7);
    private static final Duration HANDOVER = Duration.ofDays(30);

    /** Offers of one contact that wait for the person (THREATS.md 52). */
    private static final int MAX_OFFERS = 5;

    private final Surroundings around;
    private final Steps steps;
    private final Views views;

    Issuing(Surroundings around, Steps steps, Views views) {
        this.around = around;
        this.steps = steps;
        this.views = views;
    }

    /** Completes when the other wallet has the offer. */
    CompletionStage<Void> offer(VoucherOrder order) throws WalletException, StoreException {
        Instant now = now();
        Duration lifetime = order.lifetime();
        if (order.statement().isBlank() || !lifetime.isPositive() || lifetime.compareTo(Credential.LONGEST) >= 0) {
            throw Problems.failure(Code.CREDENTIAL_ORDER);
        }
        // cleaned now: what is offered is what will be signed
        Credential wanted = new Credential(
                "",
                Credential.VOUCHER,
                around.identity().did(),
                order.did(),
                order.statement(),
                now,
                now.plus(lifetime));
        Note.Offer offer = new Note.Offer(Steps.random(), wanted.type(), wanted.statement(), wanted.expires());
        around.store()
                .change(CredentialChange.NOTHING.beginning(new Exchange(
                        Step.OFFERED, order.did(), offer.thread(), NoteJson.body(offer), now, now.plus(OFFER_LIFE))));
        return around.carrier().send(order.did(), offer);
    }

    void offered(String did, Note.Offer offer) throws StoreException {
        Instant now = now();
        boolean known = steps.find(Step.ACCEPTED, did, offer.thread(), now).isPresent();
        if (known
                || steps.of(Step.OFFER, did, now) >= MAX_OFFERS
                || !offer.expires().isAfter(now)
                || offer.expires().isAfter(now.plus(Credential.LONGEST))) {
            LOG.info("an offer of a credential is ignored");
            return;
        }
        Exchange step = new Exchange(
                Step.OFFER,
                did,
                offer.thread(),
                NoteJson.body(offer),
                now,
                earlier(now.plus(OFFER_LIFE), offer.expires()));
        if (around.store().change(CredentialChange.NOTHING.beginning(step))) {
            waiting(step).ifPresent(asked -> around.events().accept(new WalletEvent.ConsentAsked(asked)));
        }
    }

    Optional<Waiting> waiting(Exchange step) {
        return offer(step)
                .map(offer -> new Waiting.Offer(
                        Steps.waitingId(step),
                        step.other(),
                        views.of("", promised(step, offer), false, now()),
                        step.since(),
                        step.expires()));
    }

    private static Optional<Note.Offer> offer(Exchange step) {
        return NoteJson.read(NoteJson.PREFIX + "offer", step.body())
                .filter(Note.Offer.class::isInstance)
                .map(Note.Offer.class::cast);
    }

    private Credential promised(Exchange step, Note.Offer offer) {
        return new Credential(
                "",
                offer.type(),
                step.other(),
                around.identity().did(),
                offer.statement(),
                step.since(),
                offer.expires());
    }

    /** The person wants it. @return false if the offer is gone */
    boolean accept(Exchange step) throws StoreException {
        Exchange accepted = step.next(Step.ACCEPTED, step.body(), now().plus(HANDOVER));
        boolean first =
                around.store().change(CredentialChange.NOTHING.ending(step).beginning(accepted));
        if (first) {
            send(accepted);
        }
        return first;
    }

    private void send(Exchange accepted) {
        around.carrier().send(accepted.other(), new Note.Accept(accepted.thread()));
    }

    /** Asks again for what was accepted and has not come. */
    void resume() throws StoreException {
        steps.all(Step.ACCEPTED, now()).forEach(this::send);
    }

    void accepted(String did, Note.Accept accept) throws StoreException {
        Instant now = now();
        Optional<Exchange> again = steps.find(Step.ISSUED, did, accept.thread(), now);
        Optional<Exchange> offered = steps.find(Step.OFFERED, did, accept.thread(), now);
        if (again.isPresent()) {
            around.carrier()
                    .send(did, new Note.Issued(accept.thread(), again.get().body()));
        } else if (offered.isPresent() && offer(offered.get()).isPresent()) {
            issue(offered.get(), offer(offered.get()).get(), now);
        } else {
            // past its time or forgotten: nobody over there should wait for it
            around.carrier().send(did, new Note.Declined(accept.thread()));
        }
    }

    private void issue(Exchange offered, Note.Offer offer, Instant now) throws StoreException {
        SignedCredential signed = signed(new Credential(
                "urn:zorya:" + Steps.random(),
                offer.type(),
                around.identity().did(),
                offered.other(),
                offer.statement(),
                now,
                offer.expires()));
        boolean first = around.store()
                .change(CredentialChange.NOTHING
                        .ending(offered)
                        .beginning(offered.next(Step.ISSUED, signed.text(), now.plus(HANDOVER)))
                        .keeping(Filed.of(Role.ISSUED, offered.other(), signed, now)));
        if (first) {
            around.carrier().send(offered.other(), new Note.Issued(offered.thread(), signed.text()));
            around.changed();
        }
    }

    private SignedCredential signed(Credential credential) throws StoreException {
        try {
            return SignedCredential.sign(credential, around.identity());
        } catch (IdentityUnavailable e) {
            // nothing has happened: the note comes again, and by then the agent may be back
            throw new StoreException(StoreException.Reason.IO, "the agent does not sign now", e);
        }
    }

    void issued(String did, Note.Issued issued) throws StoreException {
        Instant now = now();
        Optional<Exchange> accepted = steps.find(Step.ACCEPTED, did, issued.thread(), now);
        if (accepted.isEmpty()) {
            LOG.info("a credential that nobody waits for is ignored");
            return;
        }
        CredentialChange done = CredentialChange.NOTHING.ending(accepted.get());
        try {
            SignedCredential signed = SignedCredential.read(issued.credential());
            requireAsPromised(signed, accepted.get(), now);
            KeptCredential held = Filed.of(Role.HELD, did, signed, now);
            if (around.store().change(done.keeping(held))) {
                around.changed();
            }
        } catch (CredentialRefused e) {
            around.store().change(done);
            around.events()
                    .accept(new WalletEvent.Trouble(Problems.of(
                            Code.CREDENTIAL_NOT_AS_OFFERED,
                            e.reason() + ": " + e.getMessage(),
                            around.contactName().apply(did).orElse(did))));
        }
    }

    /** What came is what the person consented to, by whom they consented to get it (THREATS.md 60). */
    private void requireAsPromised(SignedCredential signed, Exchange accepted, Instant now) throws CredentialRefused {
        Credential got = signed.credential();
        if (!got.issuer().equals(accepted.other())) {
            throw new CredentialRefused(Reason.OTHER_ISSUER);
        }
        signed.require(around.identity().did(), now);
        boolean same = offer(accepted)
                .filter(offer -> offer.type().equals(got.type())
                        && offer.statement().equals(got.statement())
                        && offer.expires().equals(got.expires()))
                .isPresent();
        if (!same) {
            throw new CredentialRefused(Reason.OTHER_CLAIMS);
        }
    }

    private Instant now() {
        return around.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
