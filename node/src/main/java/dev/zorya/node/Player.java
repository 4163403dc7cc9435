package dev.zorya.node;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of the two people of the demonstration: a wallet whose owner says yes to the other's channel. */
final class Player {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final String name;
    private final Wallet wallet;

    Player(String name, Wallet wallet) {
        this.name = name;
        this.wallet = wallet;
        wallet.subscribe(event -> {
            if (event instanceof WalletEvent.QuestionAsked asked) {
                wallet.answer(asked.question().id(), true);
            }
        });
    }

    String name() {
        return name;
    }

    Wallet wallet() {
        return wallet;
    }

    void meets(Player other) throws WalletException {
        wallet.addContact(wallet.readContact(other.wallet.ownContactText()), other.name);
    }

    ChannelView open(OpenOrder order) throws WalletException, InterruptedException, TimeoutException {
        ChannelView channel = await(wallet.open(order));
        return until(channel.key(), ChannelView.Status.OPEN);
    }

    /**
     * Each payment counts when both have signed it and both have it on the disk.
     *
     * @param atOnce so many are on their way at any time, as at a shop with several tills
     */
    Latencies pay(PayOrder each, int count, int atOnce) throws WalletException, InterruptedException, TimeoutException {
        long[] nanos = new long[count];
        List<CompletionStage<?>> all = new ArrayList<>();
        Semaphore free = new Semaphore(atOnce);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            free.acquire();
            int number = i;
            long start = System.nanoTime();
            all.add(wallet.pay(each).whenComplete((paid, failure) -> {
                nanos[number] = System.nanoTime() - start;
                free.release();
            }));
        }
        for (CompletionStage<?> payment : all) {
            await(payment);
        }
        return new Latencies(nanos, (System.nanoTime() - begin) / 1e9);
    }

    void close(String key) throws WalletException, InterruptedException, TimeoutException {
        await(wallet.close(key));
    }

    /** The own key of the channel with this id. */
    ChannelView channel(String channelId) throws WalletException {
        return wallet.channels().stream()
                .filter(c -> c.channelId().equals(channelId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " does not know channel " + channelId));
    }

    ChannelView until(String key, ChannelView.Status status)
            throws WalletException, InterruptedException, TimeoutException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            ChannelView now = wallet.channel(key).channel();
            if (now.status() == status) {
                return now;
            }
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException(name + "'s channel is " + now.status() + " and not " + status + " after "
                        + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    List<TimelineEntry> transactions(String key) throws WalletException {
        return wallet.channel(key).timeline().reversed().stream()
                .filter(entry -> !entry.transaction().isEmpty())
                .toList();
    }

    static <T> T await(CompletionStage<T> stage) throws WalletException, InterruptedException, TimeoutException {
        try {
            return stage.toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case WalletException known -> throw known;
                case TimeoutException late -> throw late;
                case null -> throw e;
                default -> throw e;
            }
        }
    }
}
