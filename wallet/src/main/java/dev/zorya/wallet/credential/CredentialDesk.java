package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.credential.Credential;
import dev.zorya.storage.CredentialChange;
import dev.zorya.storage.Exchange;
import dev.zorya.storage.Exchange.Step;
import dev.zorya.storage.KeptCredential.Role;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.trust.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The credentials of one wallet. */
public final class CredentialDesk implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialDesk.class);

    /** The proposer waits three minutes for a person; an issuer who is there answers in a fraction of this. */
    private static final Duration RECHECK = Duration.ofSeconds(3);

    private final Surroundings around;
    private final Steps steps;
    private final Views views;
    private final ShownBook shown;
    private final Issuing issuing;
    private final Proving proving;
    private final Standings standings;

    private CredentialDesk(Surroundings around) {
        this.around = around;
        this.steps = new Steps(around.store());
        this.views = new Views(around);
        this.shown = new ShownBook(around);
        this.issuing = new Issuing(around, steps, views);
        this.proving = new Proving(around, steps, views, shown);
        this.standings = new Standings(around, shown);
    }

    /** Reads what is kept and takes notes from now on. */
    public static CredentialDesk open(Surroundings around) throws StoreException {
        CredentialDesk desk = new CredentialDesk(around);
        around.store().expire(around.clock().instant());
        desk.shown.reload();
        around.carrier().deliverTo(desk::received);
        return desk;
    }

    /** Goes on with what was under way when the wallet was closed. */
    public void resume() throws StoreException {
        issuing.resume();
        proving.resume();
        standings.resume();
    }

    private void received(String did, Note note) throws StoreException {
        switch (note) {
            case Note.Offer offer -> issuing.offered(did, offer);
            case Note.Accept accept -> issuing.accepted(did, accept);
            case Note.Issued issued -> issuing.issued(did, issued);
            case Note.Ask ask -> proving.asked(did, ask);
            case Note.Shown answer -> proving.shown(did, answer);
            case Note.Declined declined -> declined(did, declined.thread());
            case Note.Query query -> standings.asked(did, query);
            case Note.Standing standing -> standings.heard(did, standing);
        }
    }

    private void declined(String did, String thread) throws StoreException {
        Instant now = around.clock().instant();
        for (Step step : List.of(Step.OFFERED, Step.ASKED, Step.ACCEPTED)) {
            Optional<Exchange> ours = steps.find(step, did, thread, now);
            if (ours.isPresent() && around.store().change(CredentialChange.NOTHING.ending(ours.get()))) {
                proving.declined(did, thread);
                if (step == Step.ACCEPTED) {
                    around.events().accept(new WalletEvent.Trouble(Problems.of(Code.CONSENT_GONE, "offer")));
                }
            }
        }
    }

    @Override
    public List<CredentialView> held() throws WalletException {
        return views(Role.HELD);
    }

    @Override
    public List<CredentialView> issued() throws WalletException {
        return views(Role.ISSUED);
    }

    private List<CredentialView> views(Role role) throws WalletException {
        Instant now = around.clock().instant();
        return read(() -> Filed.all(around.store(), role)).stream()
                .map(filed -> views.of(filed, now))
                .toList();
    }

    @Override
    public List<CredentialView> shownBy(String did) {
        Instant now = around.clock().instant();
        return shown.by(did).stream().map(filed -> views.of(filed, now)).toList();
    }

    @Override
    public List<ShareView> shared() throws WalletException {
        return read(() -> around.store().shares()).stream()
                .map(share -> new ShareView(
                        share.other(),
                        share.name(),
                        share.type(),
                        share.issuer(),
                        share.claims(),
                        share.reason(),
                        share.at()))
                .toList();
    }

    /** Credentials that the contact has shown and that hold now, by the issuers' DIDs of today; issuers who are there are asked first. Blocks for some seconds at most. */
    public Set<Proposal.Shown> holdingNow(String did) {
        try {
            shown.recheck(did, RECHECK);
        } catch (StoreException e) {
            LOG.warn("credentials are used as they were known last: {}", e.getMessage());
        }
        return shownBy(did).stream()
                .filter(view -> view.standing() == Standing.VALID)
                .map(view -> new Proposal.Shown(view.type(), around.now().apply(view.issuerDid())))
                .collect(Collectors.toSet());
    }

    /**
     * How the voucher of somebody whom this person knows stands, if the contact has shown one. Anybody can make up a DID that vouches for
     * another one, so only contacts and this wallet itself count as issuers. Withdrawn wins, unless the same issuer has issued anew.
     */
    public Optional<Standing> vouched(String did) {
        List<CredentialView> known = shownBy(did).stream()
                .filter(view -> view.issuerIsContact()
                        && !around.now().apply(view.issuerDid()).equals(did))
                .toList();
        Set<String> standing = known.stream()
                .filter(view -> view.standing() == Standing.VALID)
                .map(CredentialView::issuerDid)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(view -> view.standing() == Standing.VALID || !standing.contains(view.issuerDid()))
                .map(CredentialView::standing)
                .max(Comparator.comparingInt(one -> one == Standing.REVOKED ? 2 : one == Standing.VALID ? 1 : 0));
    }

    /** Asks a contact for what a channel of theirs lacked, unless the question is with them already. */
    public void askForChannel(String did, Proposal.Shown wanted, String reason) {
        try {
            proving.askOnce(new ProofOrder(did, wanted.type(), wanted.issuerDid(), reason));
        } catch (StoreException e) {
            LOG.warn("a contact is not told what to show: {}", e.getMessage());
        }
    }

    @Override
    public CompletionStage<Void> issue(VoucherOrder order) {
        return stage(() -> {
            requireContact(order.did());
            return onItsWay(issuing.offer(order));
        });
    }

    /** What has not been refused at once is on its way: the other wallet may be closed for days. */
    private static CompletionStage<Void> onItsWay(CompletionStage<Void> letter) {
        CompletableFuture<Void> sent = letter.toCompletableFuture();
        return sent.isCompletedExceptionally() ? sent : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> revoke(String credentialId) {
        return stage(() -> {
            if (!standings.revoke(credentialId)) {
                throw Problems.failure(Code.CREDENTIAL_UNKNOWN);
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public CompletionStage<CredentialView> ask(ProofOrder order) {
        return stage(() -> {
            requireContact(order.did());
            if (!Credential.isType(order.type())) {
                throw Problems.failure(Code.CREDENTIAL_UNKNOWN);
            }
            return proving.ask(order);
        });
    }

    @Override
    public void remove(String credentialId) throws WalletException {
        if (!read(() -> around.store().remove(Role.HELD, credentialId))) {
            throw Problems.failure(Code.CREDENTIAL_UNKNOWN);
        }
        around.changed();
    }

    @Override
    public List<Waiting> waiting() throws WalletException {
        List<Waiting> all = new ArrayList<>();
        Instant now = around.clock().instant();
        for (Exchange step : read(() -> steps.forThePerson(now))) {
            if (around.contactName().apply(step.other()).isPresent()) {
                read(() -> step.step() == Step.OFFER ? issuing.waiting(step) : proving.waiting(step))
                        .ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    @Override
    public CompletionStage<Void> accept(String waitingId, String credentialId) {
        return stage(() -> {
            Exchange step = waiting(waitingId);
            boolean first = step.step() == Step.OFFER ? issuing.accept(step) : proving.show(step, credentialId);
            return answered(first, waitingId);
        });
    }

    @Override
    public CompletionStage<Void> decline(String waitingId) {
        return stage(() -> {
            Exchange step = waiting(waitingId);
            around.carrier().send(step.other(), new Note.Declined(step.thread()));
            return answered(around.store().change(CredentialChange.NOTHING.ending(step)), waitingId);
        });
    }

    private CompletionStage<Void> answered(boolean first, String waitingId) throws WalletException {
        if (!first) {
            throw Problems.failure(Code.CONSENT_GONE);
        }
        around.events().accept(new WalletEvent.ConsentGone(waitingId));
        return CompletableFuture.completedFuture(null);
    }

    private Exchange waiting(String waitingId) throws WalletException, StoreException {
        return steps.forThePerson(around.clock().instant()).stream()
                .filter(step -> Steps.waitingId(step).equals(waitingId))
                .filter(step -> around.contactName().apply(step.other()).isPresent())
                .findFirst()
                .orElseThrow(() -> Problems.failure(Code.CONSENT_GONE));
    }

    private void requireContact(String did) throws WalletException {
        if (around.contactName().apply(did).isEmpty()) {
            throw Problems.failure(Code.CONTACT_UNKNOWN);
        }
    }

    private interface Action<T> {
        T run() throws WalletException, StoreException, IdentityUnavailable;
    }

    private static <T> CompletionStage<T> stage(Action<CompletionStage<T>> action) {
        try {
            return action.run();
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        } catch (StoreException e) {
            return CompletableFuture.failedFuture(Causes.of(e));
        } catch (IdentityUnavailable e) {
            return CompletableFuture.failedFuture(Causes.of(e));
        }
    }

    private interface Reading<T> {
        T run() throws StoreException;
    }

    private static <T> T read(Reading<T> reading) throws WalletException {
        try {
            return reading.run();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }
}
