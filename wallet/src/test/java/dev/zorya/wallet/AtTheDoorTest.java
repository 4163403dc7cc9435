package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong before a wallet is open. Files are as before after each. */
@Tag("slow")
class AtTheDoorTest {
    private static final String NODE = "ZORYA_ANVIL";

    @TempDir
    Path data;

    @AfterEach
    void reset() {
        System.clearProperty(NODE);
    }

    @Test
    void newWalletsThatCannotBe() throws Exception {
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        List<String> words = wallets.newWords(12);
        assertEquals(
                Code.NAME_EMPTY,
                create(wallets, " \u200b", words, "long enough").code());
        assertEquals(Code.PASSPHRASE_WEAK, create(wallets, "a", words, "short").code());
        assertEquals(
                Code.WORDS_NOT_A_PHRASE,
                create(wallets, "a", words.reversed(), "long enough").code());
        assertEquals(
                Code.WORDS_NOT_A_PHRASE,
                create(wallets, "a", List.of(), "long enough").code());
        assertEquals(List.of(), wallets.list());
        assertEquals(
                Code.WALLET_UNKNOWN, unlock(wallets, "../../etc", "long enough").code());
        assertTrue(content().isEmpty());
    }

    @Test
    void noNodeProgram() throws Exception {
        System.setProperty(NODE, data.resolve("missing").toString());
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        assertEquals(
                Code.NODE_MISSING,
                Wait.problem(() -> wallets.tryItNow((phase, done) -> {})).code());
        assertEquals(List.of(), wallets.list());
        assertTrue(content().isEmpty(), content().keySet().toString());
    }

    @Test
    void chainsThatAreNotWhatTheyShouldBe() throws Exception {
        WalletsOnDisk host = new WalletsOnDisk(data.resolve("host"));
        WalletsOnDisk wallets = new WalletsOnDisk(data.resolve("guest"));
        try (Wallet running = host.tryItNow((phase, done) -> {})) {
            Wait.until(() -> running.health().chain() == Health.ChainState.GOOD);
            PracticeChain chain = host.practiceChain().orElseThrow();
            assertEquals(
                    Code.CHAIN_WRONG_ID,
                    guest(wallets, chain.node(), 1, chain.adjudicator(), chain).code());
            assertEquals(
                    Code.CHAIN_UNKNOWN_CONTRACTS,
                    guest(wallets, chain.node(), 31337, chain.etherHolder(), chain)
                            .code());
            assertEquals(
                    Code.CHAIN_UNKNOWN_CONTRACTS,
                    guest(wallets, chain.node(), 31337, "0xnonsense", chain).code());
            URI nobody = URI.create("http://127.0.0.1:" + freePort());
            assertEquals(
                    Code.CHAIN_UNREACHABLE,
                    guest(wallets, nobody, 31337, chain.adjudicator(), chain).code());
        }
        assertTrue(Files.notExists(data.resolve("guest")));
    }

    @Test
    @Tag("threat-66")
    void wrongPassphrases() throws Exception {
        String id = made();
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        Map<String, String> before = content();
        char[] typed = "not this one".toCharArray();
        assertEquals(
                Code.PASSPHRASE_WRONG,
                Wait.problem(() -> wallets.unlock(id, typed, (phase, done) -> {}))
                        .code());
        assertArrayEquals(new char[typed.length], typed, "wiped");
        asBefore(before);
        for (int i = 0; i < 3; i++) {
            unlock(wallets, id, "not this one");
        }
        WalletProblem wait = unlock(wallets, id, "correct horse");
        assertEquals(Code.PASSPHRASE_WAIT, wait.code());
        asBefore(before);
    }

    @Test
    @Tag("threat-48")
    void databasesOfANewerProgramOrDamaged() throws Exception {
        String id = made();
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        Path file = data.resolve("wallets").resolve(id).resolve("wallet.db");
        byte[] good = Files.readAllBytes(file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        Map<String, String> newer = content();
        assertEquals(Code.STORE_NEWER, unlock(wallets, id, "correct horse").code());
        assertEquals(newer, content());

        byte[] damaged = good.clone();
        System.arraycopy("not a database".getBytes(StandardCharsets.US_ASCII), 0, damaged, 0, 14);
        Files.write(file, damaged);
        assertEquals(Code.STORE_CORRUPT, unlock(wallets, id, "correct horse").code());
        assertArrayEquals(damaged, Files.readAllBytes(file));

        Files.write(file, good);
        wallets.unlock(id, "correct horse".toCharArray(), (phase, done) -> {}).close();
    }

    /** An empty one in its place would look like a wallet without channels, and nobody would watch over the old ones. */
    @Test
    @Tag("threat-46")
    void aDatabaseThatIsGoneIsNotMadeAnew() throws Exception {
        String id = made();
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        Path file = data.resolve("wallets").resolve(id).resolve("wallet.db");
        Path aside = Files.move(file, data.resolve("aside.db"));
        Map<String, String> before = content();
        WalletProblem gone = unlock(wallets, id, "correct horse");
        assertEquals(Code.STORE_CORRUPT, gone.code());
        assertTrue(gone.details().contains("is gone"), gone.details());
        assertEquals(before, content());

        Files.move(aside, file);
        wallets.unlock(id, "correct horse".toCharArray(), (phase, done) -> {}).close();
    }

    @Test
    @Tag("threat-44")
    void aSecondInstanceStaysOut() throws Exception {
        String id = made();
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        try (Wallet first = wallets.unlock(id, "correct horse".toCharArray(), (phase, done) -> {})) {
            WalletsOnDisk second = new WalletsOnDisk(data);
            assertEquals(Code.WALLET_IN_USE, unlock(second, id, "correct horse").code());
            assertEquals(
                    Code.PRACTICE_IN_USE,
                    create(second, "Other", second.newWords(12), "correct horse")
                            .code());
            assertEquals(
                    Code.NAME_IN_USE,
                    create(second, "door", second.newWords(12), "correct horse").code());
            assertEquals(1, second.list().size());
            assertEquals(first.info(), second.list().getFirst());
        }
    }

    @Test
    void aTakenPortStopsARealWalletAndMovesAPlayOne() throws Exception {
        String id = made();
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        int port = WalletFile.read(data.resolve("wallets").resolve(id)).port();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Wallet moved = wallets.unlock(id, "correct horse".toCharArray(), (phase, done) -> {})) {
            assertTrue(!moved.health().listening().endsWith(":" + other.getLocalPort()));
            // the card was made anew and the practice contact has it
            Wait.until(() -> moved.contacts().getFirst().online());
        }
    }

    /** Its contacts have the port in their cards, so it does not move by itself. */
    @Test
    void aTakenPortKeepsAWalletOfRealMoneyClosed() throws Exception {
        String id = made();
        Path folder = data.resolve("wallets").resolve(id);
        WalletFile practice = WalletFile.read(folder);
        Network real = new Network.Ethereum(
                "real",
                URI.create("http://127.0.0.1:" + freePort()),
                null,
                1,
                "0x" + "11".repeat(20),
                "0x" + "22".repeat(20));
        new WalletFile(practice.name(), real, false, practice.port(), practice.opened()).write(folder);
        Map<String, String> before = content();
        try (ServerSocket other = new ServerSocket(practice.port(), 1, InetAddress.getLoopbackAddress())) {
            WalletProblem taken = unlock(new WalletsOnDisk(data), id, "correct horse");
            assertEquals(Code.PORT_TAKEN, taken.code());
            assertTrue(taken.what().contains(":" + other.getLocalPort()), taken.what());
        }
        asBefore(before);
    }

    /** A closed wallet named Door. */
    private String made() throws Exception {
        WalletsOnDisk wallets = new WalletsOnDisk(data);
        NewWallet spec =
                new NewWallet("Door", wallets.newWords(24), "correct horse".toCharArray(), new Network.Practice());
        try (Wallet wallet = wallets.create(spec, (phase, done) -> {})) {
            return wallet.info().id();
        }
    }

    private static WalletProblem create(WalletsOnDisk wallets, String name, List<String> words, String passphrase) {
        NewWallet spec = new NewWallet(name, words, passphrase.toCharArray(), new Network.Practice());
        return Wait.problem(() -> wallets.create(spec, (phase, done) -> {}));
    }

    private static WalletProblem unlock(WalletsOnDisk wallets, String id, String passphrase) {
        return Wait.problem(() -> wallets.unlock(id, passphrase.toCharArray(), (phase, done) -> {}));
    }

    private static WalletProblem guest(
            WalletsOnDisk wallets, URI node, long chainId, String adjudicator, PracticeChain chain) {
        Network network = new Network.Ethereum("guest", node, null, chainId, adjudicator, chain.etherHolder());
        NewWallet spec = new NewWallet("Guest", wallets.newWords(12), "correct horse".toCharArray(), network);
        WalletProblem problem = Wait.problem(() -> wallets.create(spec, (phase, done) -> {}));
        assertEquals("", String.join("", names(wallets)));
        return problem;
    }

    private static List<String> names(WalletsOnDisk wallets) {
        try {
            return wallets.list().stream().map(WalletInfo::name).toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The store is opened while the passphrase is stretched; a refusal closes it in the background. */
    private void asBefore(Map<String, String> before) throws Exception {
        Wait.until(() -> content().equals(before));
    }

    /** What the wallets' folders hold, without locks and counters of attempts. */
    private Map<String, String> content() throws IOException {
        Path wallets = data.resolve("wallets");
        if (Files.notExists(wallets)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(wallets)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock")
                            && !file.toString().endsWith(".attempts")
                            && !file.toString().endsWith("-shm"))
                    .collect(Collectors.toMap(
                            file -> wallets.relativize(file).toString(),
                            AtTheDoorTest::hash,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String hash(Path file) {
        try {
            return Hashes.keccak256(Files.readAllBytes(file)).hex();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
