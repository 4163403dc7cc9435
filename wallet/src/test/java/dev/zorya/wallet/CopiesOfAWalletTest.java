package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.RestoreOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken disk, an old file, and the way back: on real sockets, a real chain and real files. */
@Tag("slow")
class CopiesOfAWalletTest {
    @TempDir
    Path data;

    private TwoWallets two;

    @BeforeEach
    void start() throws Exception {
        two = new TwoWallets(data.resolve("computer"));
    }

    @AfterEach
    void end() {
        two.close();
    }

    @Test
    @Tag("threat-45")
    void fromAnOldCopyTheOtherSideBringsTheNewestBalanceBack() throws Exception {
        ChannelView channel = two.channel("2", "1");
        Instant open = Instant.now();
        Wait.until(() -> two.alice.health().copies().newest().isAfter(open)
                && two.alice.health().copies().state() == CopyHealth.State.CURRENT);
        CopyView old = two.alice.backups().copies().getFirst();
        assertEquals(1, old.channels());
        pay(two.alice, channel, "0.5");
        pay(two.bob, channel, "0.2");
        Wait.until(() -> two.alice.health().copies().state() == CopyHealth.State.BEHIND);

        try (Wallet restored = restored(old)) {
            assertEquals(two.alice.did(), restored.did());
            Wait.until(() -> restored.channel(channel.key()).channel().status() == ChannelView.Status.OPEN);
            assertEquals(
                    Money.of(restored, "1.7"),
                    restored.channel(channel.key()).channel().mine());
            pay(restored, channel, "0.1");
            pay(two.bob, channel, "0.1");
            assertTrue(restored.contacts().stream()
                    .anyMatch(contact -> contact.name().equals("Bob")));
        }
    }

    @Test
    @Tag("threat-45")
    void whileTheOtherSideIsAwayAnOldCopyPaysAndClosesNothing() throws Exception {
        ChannelView channel = two.channel("2", "1");
        CopyView old = two.alice.backups().copyNow();
        pay(two.alice, channel, "0.5");
        two.bob.close();
        try (Wallet restored = restored(old)) {
            assertEquals(
                    ChannelView.Status.STALE,
                    restored.channel(channel.key()).channel().status());
            PayOrder order = new PayOrder(channel.key(), Money.of(restored, "0.1"), "", "");
            assertEquals(
                    Code.CHANNEL_STALE,
                    Wait.problem(() -> Wait.done(restored.pay(order))).code());
            assertEquals(
                    Code.CHANNEL_STALE,
                    Wait.problem(() -> Wait.done(restored.closeAlone(channel.key())))
                            .code());
        }
    }

    @Test
    @Tag("threat-46")
    void otherWordsADamagedFileAndAWalletThatIsHereAreRefused() throws Exception {
        CopyView copy = two.alice.backups().copyNow();
        assertEquals(copy, two.alice.backups().test(copy.file()));
        assertEquals(copy, two.wallets.lookAt(copy.file()));
        List<String> words = two.alice.words(TwoWallets.passphrase());
        assertEquals(Code.WALLET_IS_HERE, refusal(copy.file(), words));

        Path damaged = Files.write(data.resolve("damaged.copy"), bytesWithout(copy.file(), 1));
        String folder = two.alice.info().id();
        two.alice.close();
        lose(folder);
        assertEquals(Code.COPY_DAMAGED, refusal(copy.file(), two.wallets.newWords(12)));
        assertEquals(Code.COPY_DAMAGED, refusal(damaged, words));
        assertEquals(Code.COPY_DAMAGED, refusal(Files.writeString(data.resolve("letter"), "Dear Bob"), words));
        assertEquals(
                List.of("Bob"),
                two.wallets.list().stream().map(info -> info.name()).toList());
        try (Stream<Path> left = Files.list(wallets())) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith("alice-again")));
        }
    }

    @Test
    void aFolderThatIsGoneIsToldAndNotMadeAnew() throws Exception {
        Path stick = Files.createDirectory(data.resolve("stick"));
        CopyView first = two.alice.backups().moveTo(stick);
        assertEquals(stick, two.alice.backups().folder());
        assertEquals(stick, first.file().getParent());
        Files.delete(first.file());
        Files.delete(stick);
        assertEquals(
                Code.COPY_FOLDER_GONE,
                Wait.problem(() -> two.alice.backups().copyNow()).code());
        two.alice.renameContact(two.bob.did(), "Bob from the mill");
        Wait.until(() -> two.alice.health().copies().state() == CopyHealth.State.FAILED);
        assertFalse(Files.exists(stick));
        Files.createDirectory(stick);
        assertTrue(two.alice.backups().copyNow().file().startsWith(stick));
        assertEquals(CopyHealth.State.CURRENT, two.alice.health().copies().state());
    }

    private Wallet restored(CopyView copy) throws Exception {
        List<String> words = two.alice.words(TwoWallets.passphrase());
        String folder = two.alice.info().id();
        two.alice.close();
        lose(folder);
        return two.wallets.restore(order(copy.file(), words), (phase, done) -> {});
    }

    private static RestoreOrder order(Path copy, List<String> words) {
        return new RestoreOrder(copy, "Alice again", words, TwoWallets.passphrase());
    }

    private Code refusal(Path copy, List<String> words) {
        return Wait.problem(() -> two.wallets.restore(order(copy, words), (phase, done) -> {}))
                .code();
    }

    /** The disk with the wallet breaks. */
    private void lose(String folder) throws IOException {
        Files.move(wallets().resolve(folder), data.resolve("lost"));
    }

    private Path wallets() {
        return data.resolve("computer").resolve("wallets");
    }

    private static byte[] bytesWithout(Path file, int last) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return java.util.Arrays.copyOf(all, all.length - last);
    }

    private static void pay(Wallet from, ChannelView channel, String amount) throws Exception {
        Wait.done(from.pay(new PayOrder(channel.key(), Money.of(from, amount), "", "")));
    }
}
