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
import java.util.concurrent.CompletionException;
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

    private final Path folder;
    private int users;
    private @Nullable Running running;

    Practice(Path folder) {
        this.folder = folder;
    }

    private record Running(InstanceLock lock, PracticeNetwork network, CompletableFuture<PracticeContact> contact) {
        void close() {
            contact.thenAccept(PracticeContact::close)
                    .exceptionally(failure -> null)
                    .join();
            network.close();
            lock.close();
        }
    }

    /** Starts the network if nobody uses it yet. The contact is got ready meanwhile. */
    synchronized Chain join() throws WalletException {
        Running now = running == null ? start() : running;
        running = now;
        users++;
        return new Membership(now);
    }

    synchronized Optional<PracticeChain> chain() {
        return Optional.ofNullable(running)
                .map(now -> PracticeChain.of(now.network().config()));
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
            PracticeNetwork network = PracticeNetwork.start(folder.resolve("chain"));
            CompletableFuture<PracticeContact> contact = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    contact.complete(contact(network));
                } catch (WalletException | RuntimeException e) {
                    contact.completeExceptionally(e);
                }
            });
            return new Running(lock, network, contact);
        } catch (WalletException e) {
            lock.close();
            throw e;
        }
    }

    private PracticeContact contact(PracticeNetwork network) throws WalletException {
        Path path = folder.resolve("contact");
        WalletFolder held = WalletFile.exists(path)
                ? WalletFolder.hold(path)
                : WalletFolder.makePlay(
                        path,
                        new WalletFile(Texts.get("practice.contact"), new Network.Practice(), true, 0, Instant.now()));
        return new PracticeContact(
                WalletOpener.open(held, () -> held.access().keys(Access.play()), () -> new ContactsOwn(network)));
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
            return in.network().config();
        }

        @Override
        public boolean play() {
            return true;
        }

        @Override
        public void prepare(Bytes account) throws WalletException {
            in.network().fill(account, FOR_PEOPLE);
        }

        @Override
        public String practiceContact() {
            return in.contact().isDone() && !in.contact().isCompletedExceptionally()
                    ? in.contact().join().did()
                    : "";
        }

        /** The wallet is of use without the contact too. */
        @Override
        public void opened(Wallet wallet) throws WalletException {
            try {
                in.contact().join().meet(wallet);
            } catch (CompletionException e) {
                LOG.error("there is no practice contact", e.getCause());
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
        public void opened(Wallet wallet) {}

        @Override
        public void close() {}
    }
}
