package dev.zorya.wallet.mail;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Buses of several wallets that are joined by a wire which can be cut, and which loses what a test wants it to lose. */
final class LooseWire {
    private final Map<WireIdentity, End> ends = new ConcurrentHashMap<>();
    private volatile Predicate<Message> loses = message -> false;
    private volatile boolean cut;
    final List<Extension.Letter> carried = new CopyOnWriteArrayList<>();

    Bus end(WireIdentity own) {
        End end = new End(own);
        ends.put(own, end);
        return end;
    }

    void lose(Predicate<Message> which) {
        loses = which;
    }

    void cut() {
        cut = true;
    }

    void join() {
        cut = false;
        ends.keySet()
                .forEach(one -> ends.forEach((other, end) -> {
                    if (!one.equals(other)) {
                        end.told(one);
                    }
                }));
    }

    /** As somebody sends who says what he wants. */
    void deliver(WireIdentity sender, WireIdentity recipient, Message message) {
        Objects.requireNonNull(ends.get(recipient)).receiver().received(new Envelope(sender, recipient, message));
    }

    private final class End implements Bus {
        private final WireIdentity own;
        private volatile @Nullable Receiver receiver;

        End(WireIdentity own) {
            this.own = own;
        }

        Receiver receiver() {
            return Objects.requireNonNull(receiver);
        }

        void told(WireIdentity other) {
            receiver().connection(other, true);
        }

        @Override
        public void subscribe(Receiver subscriber) {
            receiver = subscriber;
        }

        @Override
        public CompletionStage<Void> connect(WireIdentity peer) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> send(WireIdentity recipient, Message message) {
            if (cut) {
                return CompletableFuture.failedFuture(new BusException(BusException.Reason.OFFLINE, "cut"));
            }
            if (message instanceof Extension.Letter letter) {
                carried.add(letter);
            }
            if (!loses.test(message)) {
                deliver(own, recipient, message);
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
