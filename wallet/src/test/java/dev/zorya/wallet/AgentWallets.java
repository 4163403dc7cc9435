package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.IdentityView.State;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Assumptions;

/** Two wallets on one practice network, each with an ACA-Py of its own. */
final class AgentWallets implements AutoCloseable {
    /** The program that all tests of this build share; made by whichever comes first. */
    static final Path PLACE =
            Path.of("..", "target", "agent", "place").toAbsolutePath().normalize();

    final WalletsOnDisk wallets;
    final Wallet alice;
    Wallet bob;

    AgentWallets(Path data) throws Exception {
        System.setProperty("zorya.agent.place", PLACE.toString());
        wallets = WalletsOnDisk.amongThemselves(data);
        alice = create("Alice");
        bob = create("Bob");
        try {
            CompletionStage<IdentityView> first = alice.identity().startAgent((phase, done) -> {});
            done(bob.identity().startAgent((phase, done) -> {}));
            done(first);
        } catch (WalletException e) {
            close();
            skip(e);
        }
        until(() -> ready(alice) && ready(bob));
    }

    /** Where no Python answers or nothing can be fetched, the tests say so and are skipped; any other failure is one. */
    private static void skip(WalletException e) throws WalletException {
        Code code = e.problem().code();
        Assumptions.assumeFalse(
                code == Code.PYTHON_MISSING
                        || (code == Code.AGENT_NOT_STARTED && !Files.exists(PLACE.resolve("zorya-complete-1.7.0"))),
                () -> "no ACA-Py here: " + e.problem().what() + " "
                        + e.problem().details());
        throw e;
    }

    Wallet create(String name) throws Exception {
        return wallets.create(
                new NewWallet(name, wallets.newWords(12), TwoWallets.passphrase(), new Network.Practice()),
                (phase, done) -> {});
    }

    Wallet unlock(Wallet wallet) throws Exception {
        return wallets.unlock(wallet.info().id(), TwoWallets.passphrase(), (phase, done) -> {});
    }

    static boolean ready(Wallet wallet) {
        return wallet.identity().current().state() == State.READY;
    }

    /** From the link on. */
    static ContactView accepts(Wallet guest, Invitation invitation, String name) throws Exception {
        return done(guest.introductions().accept(guest.readContact(invitation.link()), name));
    }

    static ConnectionView attempt(Wallet wallet, String id) throws Exception {
        return wallet.introductions().connections().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void verified(Wallet host, Invitation invitation) throws Exception {
        until(() -> attempt(host, invitation.id()).state() == ConnectionView.State.VERIFIED);
    }

    static ContactView contact(Wallet wallet, Wallet other) throws Exception {
        return wallet.contacts().stream()
                .filter(contact -> contact.did().equals(other.did()))
                .findFirst()
                .orElseThrow();
    }

    static ProcessHandle process(Wallet wallet) throws Exception {
        Properties file = new Properties();
        try (var in = Files.newBufferedReader(wallet.info().folder().resolve("agent/agent.properties"))) {
            file.load(in);
        }
        return ProcessHandle.of(Long.parseLong(file.getProperty("pid"))).orElseThrow();
    }

    /** As a power cut does it. */
    static void kill(Wallet wallet) throws Exception {
        ProcessHandle process = process(wallet);
        process.destroyForcibly();
        process.onExit().join();
        assertFalse(process.isAlive());
    }

    void strangersAgain() throws Exception {
        for (Wallet wallet : new Wallet[] {alice, bob}) {
            for (ContactView contact : wallet.contacts()) {
                wallet.removeContact(contact.did());
            }
        }
    }

    /** Both are verified. @return the invitation that was used */
    Invitation meet() throws Exception {
        Invitation invitation = done(alice.introductions().invite());
        accepts(bob, invitation, "Alice");
        verified(alice, invitation);
        return invitation;
    }

    /** Agents are slower than anything else here. */
    static <T> T done(CompletionStage<T> stage) throws Exception {
        until(() -> stage.toCompletableFuture().isDone());
        return Wait.done(stage);
    }

    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within five minutes");
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
