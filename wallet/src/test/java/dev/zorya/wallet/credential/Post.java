package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries notes between desks as letters would: kept, in order, delivered when the test says so, doubled or cut off when it says so. */
final class Post {
    private final Deque<Letter> queue = new ArrayDeque<>();
    private final Map<String, CredentialCarrier.Receiver> receivers = new HashMap<>();
    private final Set<String> away = new HashSet<>();
    final List<Letter> carried = new ArrayList<>();
    private boolean doubled;
    private int sendsUntilDeath = -1;
    private boolean queuedBeforeDeath;

    record Letter(String from, String to, String kind, String body, CompletableFuture<Void> arrived) {}

    /** The program of whoever was sending dies. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String who;

        Died(String who) {
            super(who);
            this.who = who;
        }
    }

    void doubled() {
        doubled = true;
    }

    /**
     * Somebody dies soon.
     *
     * @param sends that go well before
     * @param queued the last one is on its way all the same
     */
    void dieAfter(int sends, boolean queued) {
        sendsUntilDeath = sends;
        queuedBeforeDeath = queued;
    }

    void away(String did, boolean is) {
        if (is) {
            away.add(did);
        } else {
            away.remove(did);
        }
    }

    /** Letters of this kind on their way to somebody are lost. */
    synchronized void dropped(String to, String kind) {
        queue.removeIf(letter -> letter.to().equals(to) && letter.kind().equals(kind));
    }

    CredentialCarrier of(String did) {
        return new CredentialCarrier() {
            @Override
            public CompletionStage<Void> send(String to, Note note) {
                return put(did, to, NoteJson.kind(note), NoteJson.body(note));
            }

            @Override
            public void deliverTo(Receiver receiver) {
                receivers.put(did, receiver);
            }
        };
    }

    synchronized CompletionStage<Void> put(String from, String to, String kind, String body) {
        boolean dies = sendsUntilDeath-- == 0;
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        if (!dies || queuedBeforeDeath) {
            Letter letter = new Letter(from, to, kind, body, arrived);
            carried.add(letter);
            queue.add(letter);
        }
        if (dies) {
            throw new Died(from);
        }
        return arrived;
    }

    /** Delivers until nothing can be delivered any more. @return who died on the way */
    synchronized Optional<String> pump() {
        Deque<Letter> later = new ArrayDeque<>();
        while (!queue.isEmpty()) {
            Letter letter = queue.remove();
            CredentialCarrier.Receiver receiver = receivers.get(letter.to());
            if (receiver == null || away.contains(letter.to())) {
                later.add(letter);
                continue;
            }
            try {
                deliver(receiver, letter);
                if (doubled) {
                    deliver(receiver, letter);
                }
                letter.arrived().complete(null);
            } catch (Died died) {
                // not acknowledged: it comes again
                queue.addFirst(letter);
                queue.addAll(later);
                return Optional.of(died.who);
            }
        }
        queue.addAll(later);
        return Optional.empty();
    }

    private static void deliver(CredentialCarrier.Receiver receiver, Letter letter) {
        NoteJson.read(letter.kind(), letter.body()).ifPresent(note -> {
            try {
                receiver.received(letter.from(), note);
            } catch (StoreException e) {
                throw new AssertionError(e);
            }
        });
    }
}
