package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Introductions that go on when the test says so. */
public final class MemoryIntroductions implements Introductions {
    public final List<ConnectionView> connections = new ArrayList<>();
    /** When set, nobody can be invited or accepted. */
    public volatile Optional<WalletProblem> refusal = Optional.empty();

    private final Map<String, CompletableFuture<ContactView>> underWay = new HashMap<>();
    private final MemoryWallet wallet;
    private int made;

    MemoryIntroductions(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public synchronized CompletionStage<Invitation> invite() {
        wallet.calls.add("invite");
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new WalletException(refusal.get()));
        }
        String id = "invitation-" + ++made;
        put(new ConnectionView(id, "", "", ConnectionView.State.INVITED, true, Samples.NOW, null));
        return CompletableFuture.completedFuture(new Invitation(
                id,
                "zorya:invite?v=1&i=" + "eyJpbnZpdGF0aW9uIjoi".repeat(18) + id,
                Samples.NOW.plus(Duration.ofDays(7))));
    }

    @Override
    public synchronized void withdraw(String invitationId) {
        wallet.calls.add("withdraw " + invitationId);
        connections.removeIf(each -> each.id().equals(invitationId));
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
    }

    @Override
    public synchronized List<ConnectionView> connections() {
        return List.copyOf(connections);
    }

    @Override
    public synchronized CompletionStage<ContactView> accept(ContactPreview preview, String name) {
        wallet.calls.add("accept " + name);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new WalletException(refusal.get()));
        }
        return begin("accepted-" + ++made, name);
    }

    private CompletionStage<ContactView> begin(String id, String name) {
        CompletableFuture<ContactView> stage = new CompletableFuture<>();
        underWay.put(id, stage);
        put(new ConnectionView(id, name, "", ConnectionView.State.CONNECTING, false, Samples.NOW, null));
        return stage;
    }

    @Override
    public synchronized CompletionStage<ContactView> retry(String connectionId) {
        wallet.calls.add("retry " + connectionId);
        return begin(connectionId, find(connectionId).name());
    }

    @Override
    public synchronized void giveUp(String connectionId) {
        wallet.calls.add("give up " + connectionId);
        connections.removeIf(each -> each.id().equals(connectionId));
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
    }

    /** The exchange makes a step. */
    public synchronized void step(String id, ConnectionView.State state) {
        ConnectionView was = find(id);
        put(new ConnectionView(id, was.name(), was.did(), state, was.invitedByUs(), was.since(), null));
    }

    /** The exchange cannot go on. */
    public synchronized void trouble(String id, WalletProblem problem) {
        ConnectionView was = find(id);
        put(new ConnectionView(
                id, was.name(), was.did(), ConnectionView.State.PROBLEM, was.invitedByUs(), was.since(), problem));
        CompletableFuture<ContactView> stage = underWay.remove(id);
        if (stage != null) {
            stage.completeExceptionally(new WalletException(problem));
        }
    }

    /** Both have proven themselves; the contact is kept. */
    public synchronized ContactView verify(String id, String did, String name) {
        ConnectionView was = find(id);
        ContactView contact = Samples.contact(did, name, ContactView.Badge.KEY_PROVEN, true);
        wallet.contacts.add(contact);
        put(new ConnectionView(id, name, did, ConnectionView.State.VERIFIED, was.invitedByUs(), was.since(), null));
        CompletableFuture<ContactView> stage = underWay.remove(id);
        if (stage != null) {
            stage.complete(contact);
        }
        return contact;
    }

    /** Puts it in the place of the one with its id and tells everybody. */
    public synchronized void put(ConnectionView connection) {
        connections.removeIf(each -> each.id().equals(connection.id()));
        connections.addFirst(connection);
        wallet.tell(new WalletEvent.ConnectionChanged(connection));
    }

    /** An exchange that began so long ago. */
    public synchronized ConnectionView older(String id, Duration age) {
        ConnectionView was = find(id);
        Instant since = Samples.NOW.minus(age);
        ConnectionView older =
                new ConnectionView(id, was.name(), was.did(), was.state(), was.invitedByUs(), since, was.problem());
        put(older);
        return older;
    }

    private ConnectionView find(String id) {
        return connections.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
