package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.NodeView.State;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet with more than one node: checked, kept, used at once, told apart. */
@Tag("slow")
@Tag("threat-28")
class NodesTest {
    @TempDir
    Path data;

    private WalletsOnDisk host;
    private Runnable leave;
    private Wallet hosts;
    private PracticeChain chain;
    private Relay first;

    @BeforeEach
    void begin() throws Exception {
        host = WalletsOnDisk.amongThemselves(data.resolve("host"));
        leave = host.startPractice();
        NewWallet spec = new NewWallet("Host", host.newWords(12), TwoWallets.passphrase(), new Network.Practice());
        hosts = host.create(spec, (phase, done) -> {});
        chain = host.practiceChain().orElseThrow();
        first = new Relay(chain.node());
    }

    @AfterEach
    void end() throws Exception {
        hosts.close();
        leave.run();
        first.close();
    }

    private Wallet guest() throws Exception {
        return Payer.open(
                data.resolve("guest"),
                new PracticeChain(first.uri(), chain.chainId(), chain.adjudicator(), chain.etherHolder()));
    }

    private static List<State> states(Wallet wallet) {
        return wallet.nodes().stream().map(NodeView::state).toList();
    }

    @Test
    void aSecondNodeTakesOverAtOnceAndIsKept() throws Exception {
        try (Wallet guest = guest()) {
            Wait.until(() -> states(guest).equals(List.of(State.USED)));
            guest.addNode("  " + chain.node() + " ");
            Wait.until(() -> states(guest).equals(List.of(State.USED, State.READY)));
            first.cut();
            Wait.until(() -> states(guest).equals(List.of(State.IGNORED, State.USED)));
            assertEquals(Health.ChainState.GOOD, guest.health().chain());
            NodeView away = guest.nodes().getFirst();
            assertTrue(away.first());
            assertTrue(away.sentence().startsWith("The chain does not answer at"), away.sentence());
            assertTrue(guest.nodes().getLast().block() > 0);
            assertEquals("", guest.nodes().getLast().sentence());
        }
        WalletsOnDisk wallets = new WalletsOnDisk(data.resolve("guest"));
        WalletInfo info = wallets.list().getFirst();
        try (Wallet again = wallets.unlock(info.id(), Payer.passphrase(), (phase, done) -> {})) {
            Wait.until(() -> states(again).equals(List.of(State.IGNORED, State.USED)));
            first.restore();
            Wait.until(() -> !states(again).contains(State.IGNORED));
            again.removeNode(URI.create("http://127.0.0.1:1"));
            assertEquals(2, again.nodes().size(), "one that is not there changes nothing");
            again.removeNode(chain.node());
            Wait.until(() -> states(again).equals(List.of(State.USED)));
            again.removeNode(first.uri());
            assertEquals(first.uri(), again.nodes().getFirst().uri(), "the first one stays");
        }
        assertTrue(WalletFile.read(info.folder()).network() instanceof Network.Ethereum kept
                && kept.further().isEmpty());
    }

    @Test
    void whatIsNoNodeOfThisChainIsRefusedAndChangesNothing() throws Exception {
        try (Wallet guest = guest();
                Anvil elsewhere =
                        Anvil.start(AnvilOptions.practice().withChainId(99).withDevAccounts(1));
                Anvil empty = Anvil.start(AnvilOptions.practice().withDevAccounts(1))) {
            for (String typed : List.of("", "nonsense", "ftp://127.0.0.1:21", "http://", "wss://127.0.0.1:1", "a b")) {
                assertEquals(
                        Code.NODE_ADDRESS,
                        Wait.problem(() -> guest.addNode(typed)).code(),
                        typed);
            }
            assertEquals(
                    Code.NODE_KNOWN,
                    Wait.problem(() -> guest.addNode(first.uri().toString())).code());
            String nobody = "http://127.0.0.1:" + freePort();
            var silent = Wait.problem(() -> guest.addNode(nobody));
            assertEquals(Code.NODE_SILENT, silent.code());
            assertTrue(silent.what().contains(nobody.substring("http://".length())), silent.what());
            assertEquals(
                    Code.CHAIN_WRONG_ID,
                    Wait.problem(() -> guest.addNode(elsewhere.http().toString()))
                            .code());
            assertEquals(
                    Code.CHAIN_UNKNOWN_CONTRACTS,
                    Wait.problem(() -> guest.addNode(empty.http().toString())).code());
            assertEquals(1, guest.nodes().size());
        }
        assertEquals(
                Code.NODE_PRACTICE,
                Wait.problem(() -> hosts.addNode("https://node.example.org")).code());
        assertEquals(1, hosts.nodes().size());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
