package dev.zorya.ethereum.anvil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.artifact.Artifact;
import dev.zorya.ethereum.artifact.Contract;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilTest {
    private static final String ACCOUNT = "0x00000000000000000000000000000000000a11ce";
    private static final BigInteger ONE_ETH = BigInteger.TEN.pow(18);

    @TempDir
    Path folder;

    @Test
    void answersWithItsChainIdAndFundedAccounts() throws Exception {
        var options = AnvilOptions.practice().withChainId(4711).withFunded(Map.of(ACCOUNT, ONE_ETH));
        try (var anvil = Anvil.start(options)) {
            assertEquals(4711, anvil.control().chainId());
            assertEquals(ONE_ETH, anvil.control().balance(ACCOUNT));
            assertEquals("127.0.0.1", anvil.http().getHost());
            assertEquals(anvil.http().getPort(), anvil.webSocket().getPort());
            assertEquals(10, anvil.control().request("eth_accounts").size());
        }
    }

    @Test
    void twoRunBesideEachOther() throws Exception {
        try (var one = Anvil.start(AnvilOptions.practice());
                var other = Anvil.start(AnvilOptions.practice().withDevAccounts(1))) {
            assertFalse(one.http().equals(other.http()));
            one.control().mine(3);
            assertEquals(3, one.control().blockNumber());
            assertEquals(0, other.control().blockNumber());
        }
    }

    @Test
    void timeAndBlocksObey() throws Exception {
        try (var anvil = Anvil.start(AnvilOptions.practice())) {
            var control = anvil.control();
            long start = control.blockTime();
            control.setNextBlockTime(start + 1000);
            control.mine(1);
            assertEquals(start + 1000, control.blockTime());

            String snapshot = control.snapshot();
            control.increaseTime(Duration.ofHours(1));
            control.mine(1);
            assertTrue(control.blockTime() >= start + 4600);
            control.revert(snapshot);
            assertEquals(start + 1000, control.blockTime());
            var again = assertThrows(AnvilException.class, () -> control.revert(snapshot));
            assertEquals(AnvilException.Reason.REFUSED, again.reason());
        }
    }

    @Test
    void intervalMiningMakesBlocksByItself() throws Exception {
        try (var anvil = Anvil.start(AnvilOptions.practice().withInterval(Duration.ofSeconds(1)))) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (anvil.control().blockNumber() < 2) {
                assertTrue(System.nanoTime() < deadline, "no two blocks within ten seconds");
                Thread.sleep(50);
            }
        }
    }

    @Test
    void closingEndsTheProcessAndIsNoDeath() throws Exception {
        var anvil = Anvil.start(AnvilOptions.practice());
        anvil.close();
        anvil.close();
        assertFalse(anvil.isAlive());
        assertFalse(anvil.death().toCompletableFuture().isDone());
        var refused = assertThrows(AnvilException.class, () -> anvil.control().chainId());
        assertEquals(AnvilException.Reason.NOT_ANSWERING, refused.reason());
    }

    @Test
    void deathIsTold() throws Exception {
        try (var anvil = Anvil.start(AnvilOptions.practice())) {
            var death = anvil.death().toCompletableFuture();
            assertFalse(death.isDone());
            anvil.process().destroyForcibly();
            assertEquals(128 + 9, death.get(10, TimeUnit.SECONDS).exitCode());
            assertFalse(anvil.isAlive());
        }
    }

    @Test
    void aKeptChainGoesOn() throws Exception {
        var options =
                AnvilOptions.practice().withFunded(Map.of(ACCOUNT, ONE_ETH)).keptIn(folder);
        String block;
        try (var anvil = Anvil.start(options)) {
            anvil.control().mine(2);
            anvil.control().setBalance(ACCOUNT, BigInteger.TWO);
            anvil.control().mine(1);
            block = anvil.control()
                    .request("eth_getBlockByNumber", "0x2", false)
                    .get("hash")
                    .stringValue();
            assertTrue(Files.exists(folder.resolve("anvil.pid")));
        }
        assertFalse(Files.exists(folder.resolve("anvil.pid")));
        try (var anvil = Anvil.start(options)) {
            assertEquals(3, anvil.control().blockNumber());
            assertEquals(BigInteger.TWO, anvil.control().balance(ACCOUNT), "funded once only");
            var again = anvil.control().request("eth_getBlockByNumber", "0x2", false);
            assertEquals(block, again.get("hash").stringValue());
        }
    }

    @Test
    void aBrokenSaveFallsBackToTheLastWholeOne() throws Exception {
        var options = AnvilOptions.practice().keptIn(folder);
        try (var anvil = Anvil.start(options)) {
            anvil.control().mine(2);
        }
        Anvil.start(options).close();
        Files.writeString(folder.resolve("saving.json"), "{\"block\": {\"num");
        try (var anvil = Anvil.start(options)) {
            assertEquals(2, anvil.control().blockNumber());
        }
    }

    @Test
    void aDamagedChainIsRefusedWithWords() throws Exception {
        Files.writeString(folder.resolve("chain.json"), "{\"block\": {\"num");
        var refused = assertThrows(
                AnvilException.class,
                () -> Anvil.start(AnvilOptions.practice().keptIn(folder)).close());
        assertEquals(AnvilException.Reason.STATE_UNREADABLE, refused.reason());
        assertTrue(refused.toString().contains("Move the file away"), refused.toString());
    }

    @Test
    void aChainThatTheNodeCannotReadIsRefusedWithItsWords() throws Exception {
        Files.writeString(folder.resolve("chain.json"), "{\"block\": 1}");
        Files.writeString(folder.resolve("chain.id"), "31337");
        var refused = assertThrows(
                AnvilException.class,
                () -> Anvil.start(AnvilOptions.practice().keptIn(folder)).close());
        assertEquals(AnvilException.Reason.NOT_STARTED, refused.reason());
    }

    @Test
    void aKeptChainOfAnotherIdIsRefused() throws Exception {
        var options = AnvilOptions.practice().keptIn(folder);
        try (var first = Anvil.start(options)) {
            first.control().mine(1);
            // anvil saves nothing if it is ended in its first moment
            Thread.sleep(1000);
        }
        var refused = assertThrows(
                AnvilException.class, () -> Anvil.start(options.withChainId(5)).close());
        assertEquals(AnvilException.Reason.STATE_UNREADABLE, refused.reason());
        assertTrue(refused.toString().contains("chain id 31337"), refused.toString());
        Anvil.start(options).close();
    }

    /** A wallet that was off while a chain was saved catches up from its logs and receipts. */
    @Test
    void logsReceiptsAndCodeOutliveTheProcess() throws Exception {
        var options = AnvilOptions.practice().keptIn(folder);
        String token = Artifact.of(Contract.PRACTICE_TOKEN)
                .deployment(word(0x40) + word(5) + word(1) + "0".repeat(24) + ACCOUNT.substring(2));
        String hash;
        String address;
        try (var anvil = Anvil.start(options)) {
            String from = anvil.control().request("eth_accounts").get(0).stringValue();
            hash = anvil.control()
                    .request("eth_sendTransaction", Map.of("from", from, "data", token))
                    .stringValue();
            anvil.control().mine(1);
            address = anvil.control()
                    .request("eth_getTransactionReceipt", hash)
                    .get("contractAddress")
                    .stringValue();
        }
        try (var anvil = Anvil.start(options)) {
            var receipt = anvil.control().request("eth_getTransactionReceipt", hash);
            assertEquals(address, receipt.get("contractAddress").stringValue());
            var logs = anvil.control().request("eth_getLogs", Map.of("fromBlock", "0x0", "address", address));
            assertEquals(1, logs.size());
            assertEquals(hash, logs.get(0).get("transactionHash").stringValue());
            String code =
                    anvil.control().request("eth_getCode", address, "latest").stringValue();
            assertTrue(Artifact.of(Contract.PRACTICE_TOKEN).isDeployedAs(code));
        }
    }

    private static String word(long value) {
        return String.format("%064x", value);
    }

    @Test
    void aTakenPortIsNamedAndAFreeOneKept() throws Exception {
        try (var first = Anvil.start(AnvilOptions.practice())) {
            int port = first.http().getPort();
            var refused = assertThrows(
                    AnvilException.class,
                    () -> Anvil.start(AnvilOptions.practice().onPort(port)).close());
            assertEquals(AnvilException.Reason.NOT_STARTED, refused.reason());
            assertTrue(refused.toString().contains("another program uses port " + port), refused.toString());
            first.close();
            try (var second = Anvil.start(AnvilOptions.practice().onPort(port))) {
                assertEquals(port, second.http().getPort());
            }
        }
    }
}
