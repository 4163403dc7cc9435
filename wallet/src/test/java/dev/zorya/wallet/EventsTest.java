package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.WalletEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final List<WalletEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void inOrderOnOneVirtualThread() throws Exception {
        try (Events events = new Events()) {
            List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
            events.subscribe(event -> {
                threads.add(Thread.currentThread());
                heard.add(event);
            });
            List<WalletEvent> told = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                told.add(new WalletEvent.ContactChanged("did:" + i));
            }
            told.forEach(events::publish);
            Wait.until(() -> heard.size() == 500);
            assertEquals(told, heard);
            assertEquals(1, threads.stream().distinct().count());
            assertTrue(threads.getFirst().isVirtual());
        }
    }

    @Test
    void waitingNewsAreToldOnceAndWithTheNewestFacts() throws Exception {
        try (Events events = new Events()) {
            CountDownLatch busy = new CountDownLatch(1);
            AtomicInteger facts = new AtomicInteger();
            events.subscribe(event -> {
                heard.add(event);
                try {
                    busy.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            events.publish(new WalletEvent.ContactChanged("first"));
            Wait.until(() -> heard.size() == 1);
            for (int i = 0; i < 1000; i++) {
                facts.incrementAndGet();
                events.publishOnce("key", () -> Optional.of(new WalletEvent.ChannelChanged("" + facts.get())));
            }
            busy.countDown();
            events.publish(new WalletEvent.ContactChanged("last"));
            Wait.until(() -> heard.size() == 3);
            assertEquals(new WalletEvent.ChannelChanged("1000"), heard.get(1));
        }
    }

    @Test
    void aFailingListenerStopsNobody() throws Exception {
        try (Events events = new Events()) {
            events.subscribe(event -> {
                throw new IllegalStateException("listener");
            });
            events.subscribe(heard::add);
            events.publish(new WalletEvent.ContactChanged("a"));
            events.publish(new WalletEvent.ContactChanged("b"));
            Wait.until(() -> heard.size() == 2);
        }
    }

    @Test
    void whoLeavesHearsNoMore() throws Exception {
        try (Events events = new Events()) {
            AutoCloseable leaving = events.subscribe(event -> heard.add(new WalletEvent.ContactChanged("leaving")));
            events.subscribe(heard::add);
            leaving.close();
            events.publish(new WalletEvent.ContactChanged("x"));
            Wait.until(() -> !heard.isEmpty());
            assertEquals(List.of(new WalletEvent.ContactChanged("x")), heard);
        }
    }
}
