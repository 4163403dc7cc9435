package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.storage.InstanceLock;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The practice network of a data folder, with the practice contact on it. Runs while a wallet uses it. */
final class Practice {
    private static final Logger LOG = LoggerFactory.getLogger(Practice.class);

    /** Play ether of a new practice wallet, and of the contact that practises with all of them. */
    private static final int FOR_PEOPLE = 10;

    private static final int FOR_CONTACT = 1_000_000;

    /** Who practises with the wallets on it. */
    enum Company {
        CONTACT,
        /** The wallets know each other: a contact's keys and files would be made for nothing. */
        THEMSELVES
    }

    private final Path folder;
    private final Company company;
    private int users;
    private @Nullable Running running;

    Practice(Path folder, Company company) {
        this.folder = folder;
        this.company = company;
    }

    private static final class Running {
        private final InstanceLock lock;
        private final PracticeNetwork network;
        private final Path folder;
        private @Nullable CompletableFuture<PracticeContact> contact;

        Running(InstanceLock lock, PracticeNetwork network, Path folder) {
            this.lock = lock;
            this.network = network;
            this.folder = folder;
        }

        /** Gets ready from the first call on. */
        synchronized CompletionStage<PracticeContact> contact() {
            CompletableFuture<PracticeContact> made = contact;
            if (made == null) {
                made = new CompletableFuture<>();
                contact = made;
                open(made);
            }
            return made;
        }

        private void open(CompletableFuture<PracticeContact> made) {
            Thread.ofVirtual().start(() -> {
                try {
                    made.complete(Practice.contact(folder, network));
                } catch (WalletException | RuntimeException e) {
                    LOG.error("there is no practice contact", e);
                    made.completeExceptionally(e);
                }
            });
        }

        /** Empty while it gets ready. */
        synchronized Optional<PracticeContact> present() {
            return contact == null || !contact.isDone() || contact.isCompletedExceptionally()
                    ? Optional.empty()
                    : Optional.of(contact.join());
        }

        synchronized void close() {
            if (contact != null) {
                contact.thenAccept(PracticeContact::close)
                        .exceptionally(failure -> null)
                        .join();
            }
            network.close();
            lock.close();
        }
    }

    /** Starts the network if nobody uses it yet. */
    synchronized Chain join() throws WalletException {
        Running now = running == null ? start() : running;
        running = now;
        users++;
        return new Membership(now);
    }

    synchronized Optional<PracticeChain> chain() {
        return Optional.ofNullable(running).map(now -> PracticeChain.of(now.network.config()));
    }

    private synchronized void leave() {
        users--;
        if (users == 0 && running != null) {
            running.close();
            running = null;
        }
    }

    private Running start() throws WalletException {
        InstanceLock lock;
        try {
            lock = InstanceLock.acquire(folder);
        } catch (StoreException e) {
            throw e.reason() == StoreException.Reason.IN_USE ? Problems.failure(Code.PRACTICE_IN_USE, e) : Causes.of(e);
        }
        try {
            return new Running(lock, PracticeNetwork.start(folder.resolve("chain")), folder.resolve("contact"));
        } catch (WalletException e) {
            lock.close();
            throw e;
        }
    }

    private static PracticeContact contact(Path path, PracticeNetwork network) throws WalletException {
        boolean known = WalletFile.exists(path);
        WalletFolder held = known
                ? WalletFolder.hold(path)
                : WalletFolder.makePlay(
                        path,
                        new WalletFile(Texts.get("practice.contact"), new Network.Practice(), true, 0, Instant.now()));
        return new PracticeContact(WalletOpener.wallet(
                held, !known, () -> held.access().keys(Access.play()), () -> new ContactsOwn(network)));
    }

    /** A wallet's part in the network. */
    private final class Membership implements Chain {
        private final Running in;
        private final AtomicBoolean left = new AtomicBoolean();

        Membership(Running in) {
            this.in = in;
        }

        @Override
        public EthereumConfig config() {
            return in.network.config();
        }

        @Override
        public boolean play() {
            return true;
        }

        @Override
        public void prepare(Bytes account) throws WalletException {
            // not before the passphrase was right: a contact takes as long to open as the wallet itself
            if (company == Company.CONTACT) {
                in.contact();
            }
            in.network.fill(account, FOR_PEOPLE);
        }

        @Override
        public String practiceContact() {
            return in.present().map(PracticeContact::did).orElse("");
        }

        /** A new wallet waits until it has somebody to practise with; one that knows the contact already need not. */
        @Override
        public void opened(Wallet wallet, boolean first) {
            if (company == Company.THEMSELVES) {
                return;
            }
            CompletionStage<Void> met =
                    in.contact().thenAccept(contact -> meet(contact, wallet)).exceptionally(failure -> null);
            if (first) {
                met.toCompletableFuture().join();
            }
        }

        private static void meet(PracticeContact contact, Wallet wallet) {
            try {
                contact.meet(wallet);
            } catch (WalletException e) {
                LOG.warn("the practice contact was not met: {}", e.getMessage());
            }
        }

        @Override
        public void close() {
            if (!left.getAndSet(true)) {
                leave();
            }
        }
    }

    /** The practice contact's own part: it goes with the network and has nobody to meet. */
    private record ContactsOwn(PracticeNetwork network) implements Chain {
        @Override
        public EthereumConfig config() {
            return network.config();
        }

        @Override
        public boolean play() {
            return true;
        }

        @Override
        public void prepare(Bytes account) throws WalletException {
            network.fill(account, FOR_CONTACT);
        }

        @Override
        public String practiceContact() {
            return "";
        }

        @Override
        public void opened(Wallet wallet, boolean first) {}

        @Override
        public void close() {}
    }
}
