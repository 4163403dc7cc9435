package dev.zorya.desktop.feed;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the snapshot fresh: one reading at a time, one more if something changed meanwhile. */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    /** Thousands of payments a second are still only twenty readings. */
    private static final long PAUSE_MILLIS = 50;

    private final Wallet wallet;
    private final Abilities abilities;
    private final Work work;
    private final Listener listener;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AutoCloseable subscription;

    /** Gets everything on the JavaFX thread. */
    public interface Listener {
        void snapshot(Snapshot fresh);

        void unreadable(WalletProblem problem);

        void event(WalletEvent event);
    }

    public Feed(Wallet wallet, Abilities abilities, Work work, Listener listener) {
        this.wallet = wallet;
        this.abilities = abilities;
        this.work = work;
        this.listener = listener;
        this.subscription = wallet.subscribe(this::happened);
        refresh();
    }

    /** Reads again as soon as the present reading is over. */
    public void refresh() {
        changed.set(true);
        read();
    }

    private void happened(WalletEvent event) {
        refresh();
        if (newsFor(event)) {
            work.show(() -> listener.event(event));
        }
    }

    /** Of the events only these say something that the next snapshot does not; a storm of payments must not fill the window's queue. */
    private static boolean newsFor(WalletEvent event) {
        return switch (event) {
            case WalletEvent.PaymentChanged payment -> false;
            case WalletEvent.ChannelChanged channel -> false;
            case WalletEvent.BalanceChanged balance -> false;
            case WalletEvent.HealthChanged health -> false;
            case WalletEvent.ContactChanged contact -> false;
            case WalletEvent.QuestionGone gone -> false;
            case WalletEvent.ConnectionChanged connection -> true;
            case WalletEvent.ConsentAsked consent -> true;
            case WalletEvent.ConsentGone gone -> true;
            case WalletEvent.CredentialsChanged credentials -> true;
            case WalletEvent.IdentityChanged identity -> true;
            case WalletEvent.ProposalDecided proposal -> true;
            case WalletEvent.QuestionAsked question -> true;
            case WalletEvent.RequestChanged request -> true;
            case WalletEvent.Trouble trouble -> true;
        };
    }

    private void read() {
        if (reading.compareAndSet(false, true)) {
            changed.set(false);
            work.run(
                    () -> Snapshot.read(wallet, abilities), listener::snapshot, listener::unreadable, this::afterwards);
        }
    }

    /** On the reading thread. */
    private void afterwards() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reading.set(false);
        if (changed.get() && !Thread.currentThread().isInterrupted()) {
            read();
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("Could not end the subscription to the wallet", e);
        }
    }
}
