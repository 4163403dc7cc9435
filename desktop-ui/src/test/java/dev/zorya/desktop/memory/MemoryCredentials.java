package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Credentials that only a test has signed. */
public final class MemoryCredentials implements Credentials {
    public final List<CredentialView> held = new ArrayList<>();
    public final List<CredentialView> issued = new ArrayList<>();
    public final Map<String, List<CredentialView>> shown = new HashMap<>();
    public final List<ShareView> shares = new ArrayList<>();
    public final List<Waiting> waiting = new ArrayList<>();
    /** When set, nothing can be asked of it. */
    public volatile Optional<WalletProblem> refusal = Optional.empty();
    /** When set, the lists cannot be read. */
    public volatile Optional<WalletProblem> unreadable = Optional.empty();

    /** What a contact shows when asked. */
    public volatile CompletableFuture<CredentialView> proof = new CompletableFuture<>();

    private final MemoryWallet wallet;

    MemoryCredentials(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    private <T> List<T> read(List<T> list) throws WalletException {
        if (unreadable.isPresent()) {
            throw new WalletException(unreadable.get());
        }
        return List.copyOf(list);
    }

    private CompletionStage<Void> stage() {
        return refusal.<CompletionStage<Void>>map(
                        problem -> CompletableFuture.failedFuture(new WalletException(problem)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public synchronized List<CredentialView> held() throws WalletException {
        return read(held);
    }

    @Override
    public synchronized List<CredentialView> issued() throws WalletException {
        return read(issued);
    }

    @Override
    public synchronized List<CredentialView> shownBy(String did) throws WalletException {
        return read(shown.getOrDefault(did, List.of()));
    }

    @Override
    public synchronized List<ShareView> shared() throws WalletException {
        return read(shares);
    }

    @Override
    public synchronized CompletionStage<Void> issue(VoucherOrder order) {
        wallet.calls.add("issue " + order.did() + " " + order.statement() + " " + order.lifetime());
        return stage();
    }

    @Override
    public synchronized CompletionStage<Void> revoke(String credentialId) {
        wallet.calls.add("revoke " + credentialId);
        if (refusal.isEmpty()) {
            issued.replaceAll(
                    each -> each.id().equals(credentialId) ? Papers.with(each, CredentialView.Standing.REVOKED) : each);
            wallet.tell(new WalletEvent.CredentialsChanged());
        }
        return stage();
    }

    @Override
    public CompletionStage<CredentialView> ask(ProofOrder order) {
        wallet.calls.add("ask " + order.did() + " " + order.type() + " " + order.issuerDid() + " " + order.reason());
        return proof;
    }

    @Override
    public synchronized void remove(String credentialId) throws WalletException {
        wallet.calls.add("remove credential " + credentialId);
        if (refusal.isPresent()) {
            throw new WalletException(refusal.get());
        }
        held.removeIf(each -> each.id().equals(credentialId));
        wallet.tell(new WalletEvent.CredentialsChanged());
    }

    @Override
    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    /** Somebody asks. */
    public synchronized void asks(Waiting question) {
        waiting.add(question);
        wallet.tell(new WalletEvent.ConsentAsked(question));
    }

    @Override
    public synchronized CompletionStage<Void> accept(String waitingId, String credentialId) {
        wallet.calls.add("consent " + waitingId + " " + credentialId);
        if (refusal.isEmpty()) {
            Waiting question = gone(waitingId);
            if (question instanceof Waiting.Offer offer) {
                held.addFirst(offer.credential());
                wallet.tell(new WalletEvent.CredentialsChanged());
            }
            wallet.tell(new WalletEvent.ConsentGone(waitingId));
        }
        return stage();
    }

    @Override
    public synchronized CompletionStage<Void> decline(String waitingId) {
        wallet.calls.add("no consent " + waitingId);
        if (refusal.isEmpty()) {
            gone(waitingId);
            wallet.tell(new WalletEvent.ConsentGone(waitingId));
        }
        return stage();
    }

    private Waiting gone(String id) {
        Waiting question = waiting.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        waiting.remove(question);
        return question;
    }
}
