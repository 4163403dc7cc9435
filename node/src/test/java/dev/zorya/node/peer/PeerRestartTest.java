package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What outlives a process. Over protobuf, and bare TCP where it does not matter. */
@Tag("slow")
class PeerRestartTest {
    private static final String[] NETWORK = {"-serializer=protobuf", "-transport", "plain"};

    @TempDir
    Path folder;

    @Test
    void aCrashLosesNothingAndAnotherKeyIsRefused() throws Exception {
        try (Rig rig =
                new Rig(NETWORK, List.of("-persist", folder.resolve("bob").toString()))) {
            ScriptedPeer bob = rig.bob;
            String channel = rig.alice
                    .call("propose", Map.of("peer", "bob", "balances", List.of(List.of("600", "400")), "challenge", 2))
                    .path("channel")
                    .asString();
            bob.await("funded", channel);
            rig.alice.call("pay", Map.of("channel", channel, "amount", "30"));
            bob.line("{\"id\":\"x\",\"cmd\":\"crash\",\"code\":3}");
            assertEquals(3, bob.exitCode());
            assertEquals(
                    "timeout",
                    rig.alice
                            .refused("pay", Map.of("channel", channel, "amount", "1", "timeout", 3))
                            .path("kind")
                            .asString());

            try (ScriptedPeer again = start(
                    rig,
                    "bob",
                    "-adjudicator",
                    text(rig, "adjudicator"),
                    "-app",
                    text(rig, "app"),
                    "-assets",
                    assets(rig),
                    "-restore")) {
                assertEquals(bob.info().path("address"), again.info().path("address"));
                JsonNode restored = again.await("restored", event -> true).path("channels");
                assertEquals(1, restored.size());
                assertEquals(channel, restored.get(0).path("channel").asString());
                assertEquals(1, restored.get(0).path("version").asInt());
                ScriptedPeer.introduce(rig.alice, again);
                JsonNode paid = again.call("pay", Map.of("channel", channel, "amount", "10"));
                assertEquals("[[\"580\",\"420\"]]", paid.path("balances").toString());
                assertEquals(1, again.call("restore", Map.of()).path("channels").size());
                assertEquals(0, again.count("funded", channel));
                rig.alice.call("settle", Map.of("channel", channel));
                again.await("withdrawn", channel);
            }
            assertOwnerOnly(folder.resolve("bob/wire.pem"));
            anotherKeyBehindTheSameWireAddress(rig);
        }
    }

    /** Who accepts is pinned by the wire identity that showed it first. */
    private void anotherKeyBehindTheSameWireAddress(Rig rig) throws Exception {
        try (ScriptedPeer mallory = ScriptedPeer.zorya(List.of(
                "-name",
                "bob",
                "-key",
                "11".repeat(32),
                "-rpc",
                rig.chain.webSocket().toString(),
                "-wirekey",
                folder.resolve("bob/wire.pem").toString(),
                "-serializer=protobuf",
                "-transport",
                "plain"))) {
            rig.agree(mallory);
            assertEquals("bob", mallory.name());
            JsonNode refused =
                    rig.alice.refused("propose", Map.of("peer", "bob", "balances", List.of(List.of("6", "0"))));
            assertEquals("rejected", refused.path("kind").asString());
            JsonNode proposed =
                    mallory.refused("propose", Map.of("peer", "alice", "balances", List.of(List.of("0", "6"))));
            assertEquals("rejected", proposed.path("kind").asString());
            assertTrue(proposed.path("error").asString().contains("bob was 0x"), proposed.toString());
        }
    }

    private static void assertOwnerOnly(Path file) throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private ScriptedPeer start(Rig rig, String name, String... more) throws Exception {
        List<String> flags = new ArrayList<>(List.of(NETWORK));
        flags.addAll(List.of("-persist", folder.resolve(name).toString()));
        flags.addAll(List.of(more));
        return rig.start(name, flags.toArray(String[]::new));
    }

    private static String text(Rig rig, String contract) {
        return rig.contracts.path(contract).asString();
    }

    private static String assets(Rig rig) {
        StringBuilder list = new StringBuilder();
        for (JsonNode asset : rig.contracts.path("assets")) {
            String token = asset.path("token").asString();
            list.append(list.isEmpty() ? "" : ",")
                    .append(asset.path("name").asString())
                    .append('=')
                    .append(asset.path("holder").asString())
                    .append(token.isEmpty() ? "" : "/" + token);
        }
        return list.toString();
    }

    @Test
    void wrongUsageAndNoChainAreSaidInWords() throws Exception {
        assertEquals(2, exit("-name", "alice", "-frobnicate", "1"));
        assertEquals(2, exit("-name", "alice"));
        assertEquals(1, exit("-name", "alice", "-key", "11".repeat(32), "-rpc", "ws://127.0.0.1:1"));
        assertEquals(0, exit("--help"));
    }

    private int exit(String... flags) throws Exception {
        List<String> command = new ArrayList<>(ScriptedPeer.zoryaCommand());
        command.addAll(List.of(flags));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        int code = process.waitFor();
        assertNotEquals(0, Files.size(folder.resolve("said")), "words");
        return code;
    }
}
