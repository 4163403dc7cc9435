package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wallet in a process of its own pays without pause and is killed at random moments, again and again. Whatever it had been told is
 * done is done; nothing is lost and nothing happens twice, in either book.
 */
@Tag("slow")
@Tag("threat-41")
class KillTest {
    private static final int KILLS = Integer.getInteger("zorya.kills", 50);
    private static final long SEED = Long.getLong("zorya.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void booksAgreeAfterEveryKill() throws Exception {
        System.out.println("KillTest: " + KILLS + " kills, -Dzorya.seed=" + SEED);
        Random random = new Random(SEED);
        Set<String> confirmed = new HashSet<>();
        WalletsOnDisk wallets = new WalletsOnDisk(folder.resolve("host"));
        try (Wallet receiver = wallets.tryItNow((phase, done) -> {})) {
            receiver.subscribe(event -> {
                if (event instanceof WalletEvent.QuestionAsked asked) {
                    receiver.answer(asked.question().id(), true);
                }
            });
            Exchange exchange =
                    new Exchange(folder, receiver, wallets.practiceChain().orElseThrow());
            for (int kill = 0; kill < KILLS; kill++) {
                try (Child child = new Child(exchange.arguments())) {
                    exchange.meet(child);
                    child.awaitPayments(1, confirmed);
                    // from the middle of a payment to some hundred of them
                    Thread.sleep(random.nextInt(400));
                    child.kill(confirmed);
                }
            }
            int before = confirmed.size();
            assertTrue(before >= KILLS, "it did pay: " + before);
            exchange.compare(receiver, confirmed);
            System.out.println("KillTest: " + before + " payments confirmed between " + KILLS + " kills");
        }
    }

    /** What host and child tell each other by files, and the comparison at the end. */
    private record Exchange(Path folder, Wallet receiver, PracticeChain chain) {
        List<String> arguments() {
            return List.of(
                    folder.toString(),
                    chain.node().toString(),
                    chain.adjudicator(),
                    chain.etherHolder(),
                    receiver.did());
        }

        /** The child's card may be new after each start. */
        void meet(Child child) throws Exception {
            Files.writeString(folder.resolve("receiver.card"), receiver.ownContactText());
            String payer = child.await("card ");
            receiver.addContact(receiver.readContact(payer), "Payer");
        }

        void compare(Wallet receiver, Set<String> confirmed) throws Exception {
            Wallet payer = Payer.open(folder.resolve("guest"), chain);
            try (payer) {
                receiver.addContact(receiver.readContact(payer.ownContactText()), "Payer");
                payer.addContact(payer.readContact(receiver.ownContactText()), "Receiver");
                ChannelView mine = payer.channels().getFirst();
                // what was under way at the last kill comes to its end by itself
                Wait.until(() -> same(payer, receiver, mine.key()));
                Map<String, PaymentView> out = book(payer);
                Map<String, PaymentView> in = book(receiver);
                assertTrue(out.keySet().containsAll(confirmed), "confirmed payments are in the book");
                assertEquals(out.keySet(), in.keySet());
                for (PaymentView paid : out.values()) {
                    PaymentView received = Objects.requireNonNull(in.get(paid.id()));
                    assertEquals(PaymentView.Status.DONE, paid.status());
                    assertEquals(PaymentView.Status.DONE, received.status());
                    assertEquals(paid.version(), received.version());
                    assertEquals(paid.amount(), received.amount());
                }
                ChannelView end = payer.channel(mine.key()).channel();
                assertEquals(
                        Money.ether("1").subtract(Payer.EACH.multiply(BigInteger.valueOf(out.size()))),
                        end.mine().units());
                assertEquals(0, end.pending().units().signum());
            }
        }

        private static boolean same(Wallet payer, Wallet receiver, String key) throws Exception {
            ChannelView left = payer.channel(key).channel();
            ChannelView right = receiver.channel(key).channel();
            return left.version() == right.version()
                    && left.status() == ChannelView.Status.OPEN
                    && right.status() == ChannelView.Status.OPEN
                    && book(payer).size() == book(receiver).size();
        }

        private static Map<String, PaymentView> book(Wallet wallet) throws Exception {
            Map<String, PaymentView> book = new HashMap<>();
            String cursor = "";
            do {
                ActivityPage page = wallet.activity(ActivityFilter.ALL, cursor, 1000);
                for (PaymentView row : page.rows()) {
                    assertEquals(null, book.put(row.id(), row), "a payment stands twice in a book");
                }
                cursor = page.next();
            } while (!cursor.isEmpty());
            return book;
        }
    }

    /** The process that pays. */
    private static final class Child implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(60);
        private final Process process;
        private final BufferedReader lines;

        Child(List<String> arguments) throws IOException {
            process = Programs.start(Payer.class, arguments);
            lines = process.inputReader();
        }

        String await(String start) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            throw new IOException("the payer ended by itself");
        }

        void awaitPayments(int count, Set<String> confirmed) throws IOException {
            for (int i = 0; i < count; i++) {
                confirmed.add(await("done "));
            }
        }

        /** Kills, then reads what it had still said: a line that is out was confirmed before. */
        void kill(Set<String> confirmed) throws IOException, InterruptedException {
            // by its handle: Process.destroyForcibly would close the pipe that still holds lines
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            try (Stream<String> rest = lines.lines()) {
                rest.filter(line -> line.matches("done [0-9a-f]{32}"))
                        .map(line -> line.substring(5))
                        .forEach(confirmed::add);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
