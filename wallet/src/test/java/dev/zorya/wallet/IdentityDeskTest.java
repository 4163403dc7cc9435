package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.zorya.wallet.api.AgentOrder;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.IdentityView.Kind;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no agent: whatever stands at an address, a change that does not work out leaves the identity as it was. */
@Tag("slow")
class IdentityDeskTest {
    @TempDir
    static Path data;

    private static Wallet wallet;
    private static IdentityView before;

    @BeforeAll
    static void create() throws Exception {
        WalletsOnDisk wallets = WalletsOnDisk.amongThemselves(data);
        wallet = wallets.create(
                new NewWallet("Alice", wallets.newWords(12), TwoWallets.passphrase(), new Network.Practice()),
                (phase, done) -> {});
        before = wallet.identity().current();
    }

    @AfterAll
    static void close() {
        wallet.close();
    }

    private static Code refusal(URI admin) {
        Code code = Wait.problem(() -> Wait.done(
                        wallet.identity().useAgent(new AgentOrder(admin, "secret".toCharArray()), (phase, done) -> {})))
                .code();
        assertEquals(before, wallet.identity().current());
        assertEquals(before.did(), wallet.did());
        return code;
    }

    private static HttpServer server(int status, String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void theBuiltInIdentityIsThereFromTheBeginning() throws Exception {
        assertEquals(Kind.BUILT_IN, before.kind());
        assertEquals(IdentityView.State.READY, before.state());
        assertEquals(wallet.did(), before.did());
        assertEquals(List.of(wallet.did()), wallet.identity().dids());
        assertEquals(before, Wait.done(wallet.identity().useBuiltIn()));
    }

    @Test
    @Tag("threat-59")
    void nobodyAnswers() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertEquals(Code.AGENT_UNREACHABLE, refusal(at(port)));
    }

    @Test
    @Tag("threat-59")
    void theKeyIsRefused() throws Exception {
        HttpServer server = server(401, "401: Unauthorized");
        try {
            assertEquals(Code.AGENT_KEY_REFUSED, refusal(at(server.getAddress().getPort())));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void somethingElseAnswers() throws Exception {
        HttpServer server = server(404, "404: Not Found");
        try {
            assertEquals(Code.AGENT_TOO_OLD, refusal(at(server.getAddress().getPort())));
        } finally {
            server.stop(0);
        }
        HttpServer chatty = server(200, "<html>Welcome!</html>");
        try {
            assertEquals(Code.AGENT_REFUSED, refusal(at(chatty.getAddress().getPort())));
        } finally {
            chatty.stop(0);
        }
    }

    @Test
    void theKeyIsNotSentInTheClear() {
        assertEquals(Code.AGENT_ADDRESS, refusal(URI.create("http://agent.example.org:8031")));
    }

    @Test
    void aChangeCanBeCancelledAndOneIsEnough() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/", exchange -> asked.countDown());
        silent.start();
        try {
            CompletableFuture<IdentityView> change = wallet.identity()
                    .useAgent(
                            new AgentOrder(at(silent.getAddress().getPort()), "secret".toCharArray()),
                            (phase, done) -> {})
                    .toCompletableFuture();
            asked.await();
            assertEquals(
                    Code.IDENTITY_CHANGING,
                    Wait.problem(() -> Wait.done(wallet.identity().useBuiltIn()))
                            .code());
            assertTrue(change.cancel(true));
            assertThrows(CancellationException.class, change::join);
            Wait.until(() -> {
                CompletableFuture<IdentityView> next =
                        wallet.identity().useBuiltIn().toCompletableFuture();
                return next.handle((view, failure) -> failure == null).join();
            });
            assertEquals(before, wallet.identity().current());
        } finally {
            silent.stop(0);
        }
    }

    @Test
    void anAgentsInvitationNeedsAnAgent() {
        String invitation =
                "{\"@type\":\"https://didcomm.org/out-of-band/1.1/invitation\",\"@id\":\"1\",\"label\":\"x\","
                        + "\"services\":[],\"handshake_protocols\":[]}";
        String link = "https://example.org?oob="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(invitation.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Code.AGENT_NEEDED, Wait.problem(() -> wallet.readContact(link)).code());
    }
}
