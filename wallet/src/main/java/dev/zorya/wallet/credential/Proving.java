package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.Labels;
import dev.zorya.identity.credential.Credential;
import dev.zorya.identity.credential.CredentialRefused;
import dev.zorya.identity.credential.Presentation;
import dev.zorya.identity.credential.SignedCredential;
import dev.zorya.storage.CredentialChange;
import dev.zorya.storage.Exchange;
import dev.zorya.storage.Exchange.Step;
import dev.zorya.storage.KeptCredential;
import dev.zorya.storage.KeptCredential.Role;
import dev.zorya.storage.Share;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A question, consent, a presentation, its checks. The challenge is forgotten with the first answer, good or not. */
final class Proving {
    private static final Logger LOG = LoggerFactory.getLogger(Proving.class);
    private static final Duration QUESTION_LIFE = Duration.ofDays(7);
    private static final Duration HANDOVER = Duration.ofDays(14);

    /** Questions of one contact that wait for the person (THREATS.md 52). */
    private static final int MAX_QUESTIONS = 5;

    private final Surroundings around;
    private final Steps steps;
    private final Views views;
    private final ShownBook shown;
    private final Map<String, CompletableFuture<CredentialView>> askers = new ConcurrentHashMap<>();

    Proving(Surroundings around, Steps steps, Views views, ShownBook shown) {
        this.around = around;
        this.steps = steps;
        this.views = views;
        this.shown = shown;
    }

    /** Completes when they have shown it and it holds. */
    CompletionStage<CredentialView> ask(ProofOrder order) throws StoreException {
        Instant now = now();
        Note.Ask ask = new Note.Ask(
                Steps.random(),
                order.type(),
                order.issuerDid(),
                Labels.clean(order.reason(), Credential.STATEMENT),
                Steps.random(),
                now.plus(QUESTION_LIFE));
        CompletableFuture<CredentialView> asker = new CompletableFuture<>();
        askers.put(ask.thread(), asker);
        around.store()
                .change(CredentialChange.NOTHING.beginning(
                        new Exchange(Step.ASKED, order.did(), ask.thread(), NoteJson.body(ask), now, ask.expires())));
        around.carrier().send(order.did(), ask).whenComplete((done, failure) -> {
            if (failure != null) {
                fail(ask.thread(), failure);
            }
        });
        return asker;
    }

    /** Asks, if no such question waits for their answer. Nobody here waits for it: their next proposal is judged by it. */
    void askOnce(ProofOrder order) throws StoreException {
        boolean waits = steps.all(Step.ASKED, now()).stream()
                .filter(step -> step.other().equals(order.did()))
                .flatMap(step -> question(step).stream())
                .anyMatch(ask -> ask.type().equals(order.type()) && ask.issuer().equals(order.issuerDid()));
        if (!waits) {
            ask(order).exceptionally(failure -> {
                LOG.info("what a proposal lacked was not shown: {}", failure.getMessage());
                return null;
            });
        }
    }

    void asked(String did, Note.Ask ask) throws StoreException {
        Instant now = now();
        if (steps.of(Step.QUESTION, did, now) >= MAX_QUESTIONS
                || steps.find(Step.ANSWERED, did, ask.thread(), now).isPresent()
                || !ask.expires().isAfter(now)) {
            LOG.info("a question for a credential is ignored");
            return;
        }
        Instant end = ask.expires().isBefore(now.plus(QUESTION_LIFE)) ? ask.expires() : now.plus(QUESTION_LIFE);
        Exchange step = new Exchange(Step.QUESTION, did, ask.thread(), NoteJson.body(ask), now, end);
        if (around.store().change(CredentialChange.NOTHING.beginning(step))) {
            waiting(step).ifPresent(question -> around.events().accept(new WalletEvent.ConsentAsked(question)));
        }
    }

    Optional<Waiting> waiting(Exchange step) throws StoreException {
        Optional<Note.Ask> ask = question(step);
        if (ask.isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        return Optional.of(new Waiting.ProofRequest(
                Steps.waitingId(step),
                step.other(),
                ask.get().type(),
                ask.get().issuer(),
                ask.get().reason(),
                matching(ask.get()).stream().map(filed -> views.of(filed, now)).toList(),
                step.since(),
                step.expires()));
    }

    private static Optional<Note.Ask> question(Exchange step) {
        return NoteJson.read(NoteJson.PREFIX + "ask", step.body())
                .filter(Note.Ask.class::isInstance)
                .map(Note.Ask.class::cast);
    }

    /** Ours that would hold if they were shown now. */
    private List<Filed> matching(Note.Ask ask) throws StoreException {
        Instant now = now();
        String own = around.identity().did();
        return Filed.all(around.store(), Role.HELD).stream()
                .filter(filed -> !filed.kept().revoked() && !filed.credential().expired(now))
                .filter(filed -> filed.credential().type().equals(ask.type())
                        && filed.credential().subject().equals(own)
                        && isBy(filed.credential(), ask.issuer()))
                .toList();
    }

    /** Anybody will do, or they mean this one, by whatever DID it went at that time. */
    private boolean isBy(Credential credential, String issuer) {
        return issuer.isEmpty() || around.issuer(credential).equals(around.now().apply(issuer));
    }

    /**
     * The person shows one.
     *
     * @param credentialId or empty for the newest that fits
     * @return false if the question is gone
     */
    boolean show(Exchange step, String credentialId) throws WalletException, StoreException, IdentityUnavailable {
        Note.Ask ask = question(step).orElseThrow(() -> Problems.failure(Code.CONSENT_GONE));
        Filed chosen = matching(ask).stream()
                .filter(filed -> credentialId.isEmpty() || filed.kept().id().equals(credentialId))
                .findFirst()
                .orElseThrow(() -> Problems.failure(Code.CREDENTIAL_MISSING, ask.type()));
        Instant now = now();
        String text = Presentation.sign(chosen.signed(), step.other(), ask.challenge(), around.identity(), now);
        Exchange answered = step.next(Step.ANSWERED, text, now.plus(HANDOVER));
        // in the history before anybody sees it
        boolean first = around.store()
                .change(CredentialChange.NOTHING
                        .ending(step)
                        .beginning(answered)
                        .sharing(new Share(
                                now,
                                step.other(),
                                around.contactName().apply(step.other()).orElse(step.other()),
                                ask.type(),
                                chosen.credential().issuer(),
                                Views.CLAIMS,
                                ask.reason())));
        if (first) {
            send(answered);
            around.changed();
        }
        return first;
    }

    private void send(Exchange answered) {
        around.carrier()
                .send(answered.other(), new Note.Shown(answered.thread(), answered.body()))
                .thenRunAsync(() -> arrived(answered), Thread::startVirtualThread);
    }

    private void arrived(Exchange answered) {
        try {
            around.store().change(CredentialChange.NOTHING.ending(answered));
        } catch (StoreException e) {
            LOG.debug("an answer that arrived is sent again at the next start: {}", e.getMessage());
        }
    }

    /** Sends again what may not have arrived. */
    void resume() throws StoreException {
        steps.all(Step.ANSWERED, now()).forEach(this::send);
    }

    void shown(String did, Note.Shown answer) throws StoreException {
        Instant now = now();
        Optional<Exchange> asked = steps.find(Step.ASKED, did, answer.thread(), now);
        Optional<Note.Ask> ask = asked.flatMap(Proving::question);
        if (asked.isEmpty() || ask.isEmpty()) {
            LOG.info("a credential that nobody asked for is ignored");
            return;
        }
        CredentialChange done = CredentialChange.NOTHING.ending(asked.get());
        try {
            SignedCredential credential = Presentation.read(
                    answer.presentation(),
                    new Presentation.Demand(
                            did,
                            around.identity().did(),
                            ask.get().challenge(),
                            ask.get().type(),
                            ""),
                    now);
            if (!isBy(credential.credential(), ask.get().issuer())) {
                throw new CredentialRefused(CredentialRefused.Reason.OTHER_ISSUER);
            }
            KeptCredential kept = Filed.of(Role.SHOWN, did, credential, now);
            if (around.store().change(done.keeping(kept))) {
                shown.reload();
                shown.recheck(did);
                around.changed(did);
                complete(answer.thread(), views.of(stillGood(did, kept), now));
            }
        } catch (CredentialRefused e) {
            around.store().change(done);
            LOG.info("a credential that was shown does not hold: {}", e.getMessage());
            fail(
                    answer.thread(),
                    new WalletException(
                            Problems.of(Code.CREDENTIAL_NOT_HOLDING, e.reason() + ": " + e.getMessage(), name(did)),
                            e));
        }
    }

    /** What was withdrawn before stays withdrawn, although the holder may not know yet. */
    private Filed stillGood(String did, KeptCredential kept) throws CredentialRefused {
        return shown.by(did).stream()
                .filter(filed ->
                        filed.kept().id().equals(kept.id()) && !filed.kept().revoked())
                .findFirst()
                .orElseThrow(() -> new CredentialRefused(CredentialRefused.Reason.WITHDRAWN));
    }

    void declined(String did, String thread) {
        fail(thread, Problems.failure(Code.PROOF_DECLINED, name(did)));
    }

    private String name(String did) {
        return around.contactName().apply(did).orElse(did);
    }

    private void complete(String thread, CredentialView view) {
        Optional.ofNullable(askers.remove(thread)).ifPresent(asker -> asker.complete(view));
    }

    private void fail(String thread, Throwable failure) {
        Optional.ofNullable(askers.remove(thread)).ifPresent(asker -> asker.completeExceptionally(failure));
    }

    private Instant now() {
        return around.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
