package dev.zorya.node;

import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Somebody in the demonstration who meets others, consents and shows credentials. */
record Guest(String name, Wallet wallet, Player player) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Guest(String name, Wallet wallet) {
        this(name, wallet, new Player(name, wallet));
    }

    /** The network is needed the first time, so this takes as long as it takes. */
    IdentityView startAgent(Progress progress) throws WalletException {
        try {
            wallet.identity().startAgent(progress).toCompletableFuture().join();
            until(() -> wallet.identity().current().state() == IdentityView.State.READY, "agent");
            return wallet.identity().current();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WalletException known) {
                throw known;
            }
            throw e;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Uses an invitation of the other one.
     *
     * @return nanoseconds from the pasting until both are verified
     */
    long meets(Guest other) throws WalletException, InterruptedException, TimeoutException {
        Invitation invitation = Player.await(other.wallet.introductions().invite());
        long begin = System.nanoTime();
        Player.await(wallet.introductions().accept(wallet.readContact(invitation.link()), other.name));
        other.until(() -> other.find(wallet.did()).isPresent(), "contact");
        return System.nanoTime() - begin;
    }

    ContactView contact(Guest other) throws WalletException {
        return find(other.wallet.did()).orElseThrow();
    }

    private Optional<ContactView> find(String did) throws WalletException {
        return wallet.contacts().stream()
                .filter(contact -> contact.did().equals(did))
                .findFirst();
    }

    void forget(Guest other) throws WalletException {
        wallet.removeContact(other.wallet.did());
    }

    /**
     * Says yes to what waits.
     *
     * @param credential id of the one to show, or empty
     */
    void consents(String credential) throws WalletException, InterruptedException, TimeoutException {
        until(() -> !wallet.credentials().waiting().isEmpty(), "question");
        Waiting waiting = wallet.credentials().waiting().getFirst();
        Player.await(wallet.credentials().accept(waiting.id(), credential));
    }

    CredentialView held() throws WalletException, InterruptedException, TimeoutException {
        until(() -> !wallet.credentials().held().isEmpty(), "credential");
        return wallet.credentials().held().getFirst();
    }

    void hasSeen(Guest other) throws WalletException, InterruptedException, TimeoutException {
        until(() -> !wallet.credentials().shownBy(other.wallet.did()).isEmpty(), "credential of " + other.name);
    }

    private void until(Callable<Boolean> condition, String what)
            throws WalletException, InterruptedException, TimeoutException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds(condition)) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException(name + " waits for a " + what + " in vain");
            }
            Thread.sleep(5);
        }
    }

    private static boolean holds(Callable<Boolean> condition) throws WalletException {
        try {
            return condition.call();
        } catch (WalletException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
