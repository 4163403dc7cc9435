package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.TransactionPage;
import dev.zorya.wallet.api.TransactionView;
import dev.zorya.wallet.api.TransactionView.State;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own transactions in words. */
class OwnBookTest {
    private static final String CHAIN = "1:31337";
    private static final Instant TIME = Instant.parse("2026-11-23T10:00:00Z");
    private static final String CHANNEL = "5b".repeat(32);

    @TempDir
    Path folder;

    private WalletStore store;
    private OwnBook book;

    @BeforeEach
    void open() throws Exception {
        store = WalletStore.open(folder);
        Coins coins = new Coins(List.of(new HeldAsset.Ether(Bytes.zero(20))), 31337, true);
        book = new OwnBook(store.ledger(), CHAIN, List::of, Contacts.load(store.contacts()), coins);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void save(String key, Status status, int sent, long block, String reason, int second) throws Exception {
        List<Bytes> hashes = IntStream.range(0, sent)
                .mapToObj(i -> Bytes.fromHex(("a" + i).repeat(32)))
                .toList();
        store.ledger()
                .save(new OwnTransaction(
                        CHAIN,
                        key,
                        Bytes.zero(20),
                        Bytes.zero(20),
                        7,
                        BigInteger.ZERO,
                        Bytes.EMPTY,
                        BigInteger.valueOf(100_000),
                        BigInteger.valueOf(3_000_000_000L),
                        BigInteger.ONE,
                        Bytes.EMPTY,
                        hashes,
                        status,
                        block,
                        block > 0 ? 60_000 : 0,
                        block > 0 ? BigInteger.valueOf(60_000_000_000L) : BigInteger.ZERO,
                        reason,
                        TIME.plusSeconds(second)));
    }

    private TransactionView newest() throws Exception {
        return book.newest(1).rows().getFirst();
    }

    @Test
    void eachStateSaysWhyAndWhatItCosts() throws Exception {
        save("deposit/" + CHANNEL + "/0", Status.PLANNED, 1, 0, "", 0);
        TransactionView view = newest();
        assertEquals(State.PLANNED, view.state());
        assertEquals("Is signed and goes out as soon as a node takes it.", view.why());
        assertEquals("Pays your deposit into the channel with A removed contact", view.sentence());
        assertEquals(BigInteger.valueOf(300_000_000_000_000L), view.fee().units(), "at most");
        assertFalse(view.paid());
        assertEquals("0x" + "a0".repeat(32), view.hash());
        assertEquals(7, view.number());
        assertEquals("", view.channelKey(), "of a channel that is not here");

        save("register/" + CHANNEL + "/9-00", Status.SENT, 1, 0, "", 1);
        assertEquals(State.SENT, newest().state());
        assertEquals("Waits for its turn in a block.", newest().why());
        save("register/" + CHANNEL + "/9-00", Status.SENT, 3, 0, "", 2);
        assertEquals(State.REPLACED, newest().state());
        assertTrue(newest().why().contains("2 times"), newest().why());
        assertEquals("0x" + "a2".repeat(32), newest().hash());
        assertEquals(List.of("0x" + "a0".repeat(32), "0x" + "a1".repeat(32)), newest().replaced());

        save("register/" + CHANNEL + "/9-00", Status.MINED, 1, 12, "", 3);
        assertEquals(State.MINED, newest().state());
        assertEquals("Is in block 12 and waits until that block is final.", newest().why());
        assertTrue(newest().paid());
        assertEquals(BigInteger.valueOf(60_000_000_000L), newest().fee().units());
        save("register/" + CHANNEL + "/9-00", Status.FINAL, 1, 12, "", 4);
        assertEquals("Is in block 12, for good.", newest().why());
        assertEquals(12, newest().block());

        save("withdraw/" + CHANNEL + "/0", Status.FAILED, 1, 13, "reverted", 5);
        assertEquals(State.FAILED, newest().state());
        assertTrue(newest().why().contains("the contract refused") && newest().paid(), newest().why());
        save("gap/4", Status.FAILED, 1, 0, "another transaction has its number", 6);
        assertEquals("Never came into a block (another transaction has its number). It cost nothing.", newest().why());
        assertEquals(BigInteger.ZERO, newest().fee().units());
    }

    @Test
    void everyPurposeHasItsWords() throws Exception {
        List<String> keys = List.of(
                "deposit/" + CHANNEL + "/0/approve",
                "progress/" + CHANNEL + "/1-00",
                "conclude/" + CHANNEL,
                "withdraw/" + CHANNEL + "/0",
                "gap/3",
                "news/1");
        for (String key : keys) {
            save(key, Status.SENT, 1, 0, "", keys.indexOf(key));
        }
        assertEquals(
                List.of(
                        "Something else",
                        "Uses a number that was left free, so that later ones can go on",
                        "Takes your part of the channel with A removed contact to your account",
                        "Closes the channel with A removed contact on the chain",
                        "Makes your move in the app with A removed contact",
                        "Lets the channel contract take your deposit for A removed contact"),
                book.newest(100).rows().stream().map(TransactionView::sentence).toList());
    }

    @Test
    void pagesSayWhetherThereIsMore() throws Exception {
        assertEquals(new TransactionPage(List.of(), false), book.newest(5));
        for (int i = 0; i < 6; i++) {
            save("gap/" + i, Status.FINAL, 1, 5, "", i);
        }
        TransactionPage five = book.newest(5);
        assertEquals(5, five.rows().size());
        assertTrue(five.more());
        assertEquals("gap/5", five.rows().getFirst().key(), "the newest first");
        assertFalse(book.newest(6).more());
        assertEquals(1, book.newest(-3).rows().size());
    }
}
