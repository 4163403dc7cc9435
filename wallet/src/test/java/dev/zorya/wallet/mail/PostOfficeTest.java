package dev.zorya.wallet.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.letter.Letter;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two wallets' posts on real databases. */
class PostOfficeTest {
    private static final WireIdentity ALICE = WireIdentity.single(Bytes.fromHex("000161"));
    private static final WireIdentity BOB = WireIdentity.single(Bytes.fromHex("000162"));
    private static final WireIdentity MALLORY = WireIdentity.single(Bytes.fromHex("00016d"));
    private static final EmbeddedIdentity ALICE_ID = identity(1);
    private static final EmbeddedIdentity BOB_ID = identity(2);
    private static final EmbeddedIdentity MALLORY_ID = identity(3);
    private static final Map<WireIdentity, String> DIDS = Map.of(ALICE, ALICE_ID.did(), BOB, BOB_ID.did());

    @TempDir
    Path folder;

    private final LooseWire wire = new LooseWire();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.now();
    private PostOffice alice;
    private WalletStore bobStore;
    private PostOffice bob;

    private static EmbeddedIdentity identity(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return EmbeddedIdentity.of(bytes);
    }

    private record People(boolean takeLetters) implements Correspondents {
        @Override
        public Optional<String> did(WireIdentity wire) {
            return Optional.ofNullable(DIDS.get(wire));
        }

        @Override
        public Optional<WireIdentity> wire(String did) {
            return DIDS.entrySet().stream()
                    .filter(entry -> takeLetters && entry.getValue().equals(did))
                    .findFirst()
                    .map(Map.Entry::getKey);
        }

        @Override
        public String name(String did) {
            return "Bob";
        }
    }

    private final class Engine implements Bus.Receiver {
        @Override
        public void received(Envelope envelope) {
            heard.add("engine " + envelope.message().type());
        }

        @Override
        public void connection(WireIdentity peer, boolean up) {}
    }

    private PostOffice office(WireIdentity own, EmbeddedIdentity identity, WalletStore store, boolean takeLetters)
            throws StoreException {
        InstantSource clock = () -> now;
        PostOffice office = new PostOffice(
                wire.end(own), store.letters(), new People(takeLetters), identity, identity.did()::equals, clock);
        open.addFirst(office);
        office.bus().subscribe(new Engine());
        return office;
    }

    private WalletStore store(String name) throws Exception {
        WalletStore store = WalletStore.open(Files.createDirectories(folder.resolve(name)));
        open.addLast(store);
        return store;
    }

    @BeforeEach
    void open() throws Exception {
        alice = office(ALICE, ALICE_ID, store("alice"), true);
        bobStore = store("bob");
        bob = office(BOB, BOB_ID, bobStore, true);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    private void bobHears() {
        bob.on("note", (did, kind, body) -> heard.add(kind + " " + body));
    }

    private static void arrived(CompletionStage<Void> letter) throws Exception {
        letter.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Code problem(CompletionStage<Void> letter) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> letter.toCompletableFuture().get(20, TimeUnit.SECONDS));
        return assertInstanceOf(WalletException.class, failure.getCause())
                .problem()
                .code();
    }

    @Test
    void comeInOrderAndNeverReachTheEngine() throws Exception {
        bobHears();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(alice.send(BOB_ID.did(), "note/a", "{\"n\":" + i + "}").toCompletableFuture());
            expected.add("note/a {\"n\":" + i + "}");
        }
        arrived(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)));
        assertEquals(expected, heard);
        wire.deliver(ALICE, BOB, new Control.Ping(1));
        assertTrue(heard.contains("engine 0"), "everything else does");
    }

    @Test
    void areSentAgainUntilAcknowledgedAndHandedOverOnce() throws Exception {
        bobHears();
        AtomicInteger letters = new AtomicInteger();
        // the first letter, then the first acknowledgement
        wire.lose(message -> letters.getAndIncrement() < 2);
        CompletableFuture<Void> first =
                alice.send(BOB_ID.did(), "note", "{\"n\":1}").toCompletableFuture();
        while (letters.get() < 1) {
            Thread.sleep(5);
        }
        assertFalse(first.isDone());
        wire.join();
        while (letters.get() < 2) {
            Thread.sleep(5);
        }
        wire.join();
        arrived(first);
        assertEquals(List.of("note {\"n\":1}"), heard);
    }

    @Test
    void aHandlerThatCannotKeepItGetsItAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        bob.on("note", (did, kind, body) -> {
            if (calls.getAndIncrement() == 0) {
                throw new StoreException(StoreException.Reason.DISK_FULL, "full");
            }
            heard.add(did);
        });
        CompletableFuture<Void> letter = alice.send(BOB_ID.did(), "note", "{}").toCompletableFuture();
        while (calls.get() < 1) {
            Thread.sleep(5);
        }
        wire.join();
        arrived(letter);
        assertEquals(List.of(ALICE_ID.did()), heard);
    }

    @Test
    void whatNobodyKnowsOrStumblesOverDoesNotStandInTheWay() throws Exception {
        bobHears();
        bob.on("bad", (did, kind, body) -> {
            throw new IllegalStateException("cannot read this");
        });
        arrived(alice.send(BOB_ID.did(), "unknown", "{}"));
        arrived(alice.send(BOB_ID.did(), "bad", "{}"));
        arrived(alice.send(BOB_ID.did(), "note", "{}"));
        assertEquals(List.of("note {}"), heard);
    }

    /** A part that takes its time holds up neither acknowledgements nor the network. */
    @Test
    void acknowledgementsPassASlowPart() throws Exception {
        bobHears();
        CountDownLatch go = new CountDownLatch(1);
        alice.on("slow", (did, kind, body) -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletableFuture<Void> slow = bob.send(ALICE_ID.did(), "slow", "{}").toCompletableFuture();
        arrived(alice.send(BOB_ID.did(), "note", "{}"));
        assertFalse(slow.isDone());
        go.countDown();
        arrived(slow);
    }

    @Test
    void goOnAfterARestart() throws Exception {
        wire.cut();
        bob.send(ALICE_ID.did(), "note", "{\"n\":1}");
        bob.send(ALICE_ID.did(), "note", "{\"n\":2}");
        bob.close();
        bobStore.close();
        alice.on("note", (did, kind, body) -> heard.add(body));
        PostOffice again = office(BOB, BOB_ID, store("bob"), true);
        wire.join();
        again.start();
        while (heard.size() < 2) {
            Thread.sleep(5);
        }
        assertEquals(List.of("{\"n\":1}", "{\"n\":2}"), heard);
    }

    @Test
    @Tag("threat-55")
    void aRecordedLetterIsRefusedAlsoAfterARestart() throws Exception {
        bobHears();
        arrived(alice.send(BOB_ID.did(), "note", "{}"));
        Extension.Letter recorded = wire.carried.getFirst();
        wire.deliver(ALICE, BOB, recorded);
        bob.close();
        bobStore.close();
        bob = office(BOB, BOB_ID, store("bob"), true);
        bobHears();
        wire.deliver(ALICE, BOB, recorded);
        arrived(alice.send(BOB_ID.did(), "note", "{\"last\":1}"));
        assertEquals(List.of("note {}", "note {\"last\":1}"), heard);
    }

    /** Well signed, but not by whom the connection proved; or on the connection of nobody we know. */
    @Test
    @Tag("threat-54")
    @Tag("threat-49")
    void lettersOfOthersAreRefused() throws Exception {
        bobHears();
        wire.deliver(ALICE, BOB, letter(MALLORY_ID, BOB_ID.did(), "0123456789abcdef0"));
        wire.deliver(MALLORY, BOB, letter(ALICE_ID, BOB_ID.did(), "0123456789abcdef1"));
        wire.deliver(ALICE, BOB, letter(ALICE_ID, MALLORY_ID.did(), "0123456789abcdef2"));
        wire.deliver(ALICE, BOB, new Extension.Letter(Bytes.fromHex("00ff")));
        arrived(alice.send(BOB_ID.did(), "note", "{\"last\":1}"));
        assertEquals(List.of("note {\"last\":1}"), heard);
    }

    private Extension.Letter letter(EmbeddedIdentity from, String to, String id) throws Exception {
        Instant date = now.truncatedTo(ChronoUnit.SECONDS);
        Letter letter = new Letter(from.did(), to, id, "note", "{\"bad\":1}", date, date.plusSeconds(60));
        return new Extension.Letter(Bytes.wrap(letter.sign(from).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @Tag("threat-52")
    void aFloodIsDropped() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        bob.on("note", (did, kind, body) -> {
            atOnce.incrementAndGet();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 1000; i++) {
            wire.deliver(ALICE, BOB, letter(ALICE_ID, BOB_ID.did(), "0123456789abcdef" + i));
        }
        go.countDown();
        Thread.sleep(300);
        assertTrue(atOnce.get() >= 1 && atOnce.get() <= 8, atOnce + " of 1000 were in work at once");
    }

    @Test
    void tooMuchForOneContactIsRefused() throws Exception {
        wire.cut();
        for (int i = 0; i < 200; i++) {
            alice.send(BOB_ID.did(), "note", "{}");
        }
        assertEquals(Code.LETTERS_WAITING, problem(alice.send(BOB_ID.did(), "note", "{}")));
        assertThrows(
                IllegalArgumentException.class,
                () -> alice.send(BOB_ID.did(), "note", "x".repeat(Letter.MAX_BODY + 1)));
    }

    @Test
    void expireUndelivered() throws Exception {
        bobHears();
        wire.cut();
        CompletableFuture<Void> letter = alice.send(BOB_ID.did(), "note", "{}").toCompletableFuture();
        now = now.plus(Letter.LIFETIME).plus(Duration.ofSeconds(1));
        wire.join();
        assertEquals(Code.LETTER_NOT_TAKEN, problem(letter));
        assertEquals(List.of(), heard);
    }

    @Test
    void nothingGoesToThoseWhoAreNoContactsOrTakeNone() throws Exception {
        assertEquals(Code.PEER_WITHOUT_LETTERS, problem(alice.send(MALLORY_ID.did(), "note", "{}")));
        PostOffice toGo = office(ALICE, ALICE_ID, store("other"), false);
        assertEquals(Code.PEER_WITHOUT_LETTERS, problem(toGo.send(BOB_ID.did(), "note", "{}")));
        wire.cut();
        CompletableFuture<Void> waiting = alice.send(BOB_ID.did(), "note", "{}").toCompletableFuture();
        alice.forget(BOB_ID.did());
        assertEquals(Code.CONTACT_UNKNOWN, problem(waiting));
        assertEquals(0, wire.carried.size());
    }

    /** A letter that is not answered goes out again by itself, although no connection changed. */
    @Test
    @Tag("slow")
    void areSentAgainAfterAWhile() throws Exception {
        bobHears();
        AtomicInteger letters = new AtomicInteger();
        wire.lose((Message message) -> letters.getAndIncrement() < 1);
        long begin = System.nanoTime();
        arrived(alice.send(BOB_ID.did(), "note", "{}"));
        assertTrue(System.nanoTime() - begin >= TimeUnit.SECONDS.toNanos(2));
        assertEquals(List.of("note {}"), heard);
    }
}
