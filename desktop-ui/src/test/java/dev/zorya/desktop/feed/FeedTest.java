package dev.zorya.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the window knows is soon what is so, whatever happens how often. */
class FeedTest {
    private static final long LONG_SECONDS = 60;

    private final MemoryWallet wallet = Scenes.everyday();
    private final Work work = new Work();
    private final Told told = new Told();
    private final Feed feed = new Feed(wallet, Abilities.NONE, work, told);

    private static final class Told implements Feed.Listener {
        private final BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();
        private final BlockingQueue<WalletProblem> problems = new LinkedBlockingQueue<>();
        private final BlockingQueue<WalletEvent> events = new LinkedBlockingQueue<>();
        private volatile boolean elsewhere;

        @Override
        public void snapshot(Snapshot fresh) {
            here();
            snapshots.add(fresh);
        }

        @Override
        public void unreadable(WalletProblem problem) {
            here();
            problems.add(problem);
        }

        @Override
        public void event(WalletEvent event) {
            here();
            events.add(event);
        }

        private void here() {
            elsewhere |= !Platform.isFxApplicationThread();
        }

        private void until(Predicate<Snapshot> wanted) throws InterruptedException {
            Snapshot next;
            do {
                next = snapshots.poll(LONG_SECONDS, TimeUnit.SECONDS);
                assertNotNull(next, "the window was never told");
            } while (!wanted.test(next));
        }
    }

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        feed.close();
        work.close();
        assertEquals(false, told.elsewhere, "a screen was told on another thread");
    }

    private static Overview onChain(String ether) {
        return new Overview(Samples.eth(ether), Samples.eth("0"), Samples.eth("0"), Samples.eth("0"));
    }

    private static Predicate<Snapshot> has(String ether) {
        return snapshot -> snapshot.overview().onChain().equals(Samples.eth(ether));
    }

    @Test
    void theFirstSnapshotComesWithoutAnEvent() throws InterruptedException {
        told.until(snapshot -> snapshot.contacts().size() == 4
                && snapshot.questions().size() == 1
                && snapshot.recent().size() == 6);
    }

    /** While the window stands still the wallet tells its news and goes on; afterwards the window knows the newest. */
    @Test
    @Tag("threat-32")
    @Timeout(LONG_SECONDS)
    void aFrozenWindowHoldsUpNothing() throws InterruptedException {
        told.until(snapshot -> true);
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        Platform.runLater(() -> {
            frozen.countDown();
            try {
                thaw.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        frozen.await();
        for (int i = 1; i <= 2_000; i++) {
            wallet.overview = onChain(Integer.toString(i));
            wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
            wallet.tell(new WalletEvent.Trouble(Samples.problem(WalletProblem.Code.FEES_MISSING)));
        }
        assertEquals(0, told.events.size(), "the window does stand still");
        thaw.countDown();
        told.until(has("2000"));
    }

    @Test
    void eachEventLeadsToASnapshotThatHoldsIt() throws InterruptedException {
        for (String amount : List.of("1", "2", "3")) {
            wallet.overview = onChain(amount);
            wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
            told.until(has(amount));
        }
    }

    @Test
    void whatChangesDuringAReadingIsReadInTheNextOne() throws InterruptedException {
        told.until(snapshot -> true);
        wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
        wallet.overview = onChain("7");
        wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
        told.until(has("7"));
    }

    @Test
    void aStormOfPaymentsIsAFewReadingsAndTheLastStateIsAmongThem() throws InterruptedException {
        told.until(snapshot -> true);
        long begun = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            wallet.tell(new WalletEvent.PaymentChanged(wallet.payments.getFirst()));
        }
        wallet.overview = onChain("9");
        wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
        int before = told.snapshots.size();
        told.until(has("9"));
        long most = 3 + (System.nanoTime() - begun) / 50_000_000;
        assertTrue(before <= most, before + " readings for 20,000 payments, at most " + most + " were due");
        assertTrue(told.events.isEmpty(), "payments are no news: the snapshot says them");
    }

    @Test
    void newsIsWhatNoSnapshotSays() throws InterruptedException {
        WalletEvent question = new WalletEvent.QuestionAsked(Samples.question("q9", Samples.ILYA));
        WalletEvent trouble = new WalletEvent.Trouble(Samples.problem(WalletProblem.Code.CONTACT_WRONG_KEY));
        WalletEvent request = new WalletEvent.RequestChanged(wallet.requests.getFirst());
        for (WalletEvent event : List.of(
                new WalletEvent.ChannelChanged("c1"),
                question,
                new WalletEvent.ContactChanged(Samples.CAFE),
                new WalletEvent.HealthChanged(wallet.health),
                trouble,
                new WalletEvent.QuestionGone("q9"),
                request)) {
            wallet.tell(event);
        }
        assertEquals(question, told.events.poll(LONG_SECONDS, TimeUnit.SECONDS));
        assertEquals(trouble, told.events.poll(LONG_SECONDS, TimeUnit.SECONDS));
        assertEquals(request, told.events.poll(LONG_SECONDS, TimeUnit.SECONDS));
        assertTrue(told.events.isEmpty());
    }

    @Test
    void aWalletThatCannotBeReadSaysSoAndIsReadAgainLater() throws InterruptedException {
        told.until(snapshot -> true);
        WalletProblem gone = Samples.problem(WalletProblem.Code.STORE_TROUBLE);
        wallet.unreadable = Optional.of(gone);
        feed.refresh();
        assertEquals(gone, told.problems.poll(LONG_SECONDS, TimeUnit.SECONDS));
        wallet.overview = onChain("5");
        wallet.unreadable = Optional.empty();
        feed.refresh();
        told.until(has("5"));
    }

    @Test
    void closingEndsTheSubscription() throws InterruptedException {
        told.until(snapshot -> true);
        assertEquals(1, wallet.listeners());
        feed.close();
        assertEquals(0, wallet.listeners());
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(200);
        told.snapshots.clear();
        wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
        assertEquals(null, told.snapshots.poll(200, TimeUnit.MILLISECONDS));
    }
}
