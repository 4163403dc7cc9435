package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.net.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagValuesTest {
    private static final String KEY = "11".repeat(32);
    private static final String JUDGE = "0x" + "aa".repeat(20);
    private static final String HOLDER = "0x" + "bb".repeat(20);
    private static final String TOKEN = "0x" + "cc".repeat(20);

    private static Settings settings(String... more) throws UsageException {
        List<String> args = new ArrayList<>(List.of("-name", "alice", "-key", KEY));
        args.addAll(List.of(more));
        return Settings.of(FlagValues.parse(args));
    }

    private static String refusal(String... args) {
        return String.valueOf(
                assertThrows(UsageException.class, () -> settings(args)).getMessage());
    }

    @Test
    void whatIsNotSaidIsAsTheProtocolHasIt() throws Exception {
        Settings settings = settings();
        assertEquals(new Endpoint("127.0.0.1", 0), settings.listen());
        assertEquals(Settings.Serializer.PERUNIO, settings.serializer());
        assertEquals(Settings.Transport.TLS, settings.transport());
        assertEquals(Rule.AUTO, settings.policy());
        assertTrue(settings.watch());
        assertFalse(settings.restore());
        assertFalse(settings.quiet());
        assertEquals(256, settings.history());
        assertEquals(1, settings.finality());
        assertEquals(Duration.ofSeconds(60), settings.timeout());
        assertTrue(settings.contracts().isEmpty());
        assertTrue(settings.peers().isEmpty());
    }

    @Test
    void bothFormsAndSwitches() throws Exception {
        Settings settings = settings(
                "-watch=false",
                "-restore",
                "-quiet",
                "false",
                "-serializer=protobuf",
                "-transport",
                "plain",
                "-history=3",
                "-timeout",
                "1m30s",
                "-rpc",
                "wss://node.example/x",
                "-listen",
                "[::1]:7001");
        assertFalse(settings.watch());
        assertTrue(settings.restore());
        assertFalse(settings.quiet());
        assertEquals(Settings.Serializer.PROTOBUF, settings.serializer());
        assertEquals(Settings.Transport.PLAIN, settings.transport());
        assertEquals(3, settings.history());
        assertEquals(Duration.ofSeconds(90), settings.timeout());
        assertEquals(URI.create("https://node.example/x"), settings.chain().http());
        assertEquals(URI.create("wss://node.example/x"), settings.chain().webSocket());
        assertEquals(new Endpoint("::1", 7001), settings.listen());
        assertTrue(settings("-quiet").quiet());
        assertEquals(Duration.ofMillis(500), settings("-timeout=500ms").timeout());
        assertEquals(Duration.ofSeconds(7), settings("-timeout=7").timeout());
    }

    @Test
    void contractsAndPeersAsLists() throws Exception {
        Settings settings = settings(
                "-adjudicator",
                JUDGE,
                "-app=",
                "-assets",
                "eth=" + HOLDER + ",tok0=" + HOLDER + "/" + TOKEN,
                "-peers",
                "bob=0003626f62@127.0.0.1:7002,carol=00056361726f6c@");
        Contracts contracts = settings.contracts().orElseThrow();
        assertEquals(AddressText.parse(JUDGE), contracts.adjudicator());
        assertEquals(Bytes.EMPTY, contracts.app());
        assertEquals(
                List.of(
                        new Contracts.Named("eth", new HeldAsset.Ether(AddressText.parse(HOLDER))),
                        new Contracts.Named(
                                "tok0",
                                new HeldAsset.Token(AddressText.parse(HOLDER), AddressText.parse(TOKEN), "tok0", 18))),
                contracts.assets());
        assertEquals(
                List.of("bob", "carol"),
                settings.peers().stream().map(PeerEntry::name).toList());
        assertEquals(
                new Endpoint("127.0.0.1", 7002), settings.peers().getFirst().address());
        assertEquals(null, settings.peers().getLast().address());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertEquals("There is no flag -frobnicate.", refusal("-frobnicate"));
        assertEquals("There is no flag --watch.", refusal("--watch"));
        assertEquals("There is no flag word.", refusal("word"));
        assertEquals("The flag -listen needs a value.", refusal("-listen"));
        assertEquals("The flag -watch is true or false, not \"maybe\".", refusal("-watch=maybe"));
        assertEquals("The flag -policy is auto or all or ask or reject, not \"no\".", refusal("-policy", "no"));
        assertEquals("The flag -history is a number from 1 on, not \"0\".", refusal("-history=0"));
        assertEquals("Zorya's wire addresses are of the kind simple.", refusal("-wireid=eth"));
        assertEquals("The flags -tls-cert and -tls-key belong together.", refusal("-tls-cert=x.pem"));
        assertEquals("A duration looks like 90s, 1m30s or 500ms, not \"soon\".", refusal("-timeout=soon"));
        assertEquals("The flag -assets is needed.", refusal("-adjudicator", JUDGE));
        assertTrue(refusal("-adjudicator", JUDGE, "-assets", "eth").contains("NAME=HOLDER"));
        assertTrue(refusal("-adjudicator", JUDGE, "-assets", "a=" + HOLDER + ",a=" + HOLDER)
                .contains("one name"));
        assertTrue(refusal("-peers", "bob").contains("HOST:PORT"));
        assertTrue(refusal("-listen", "nowhere").contains("HOST:PORT"));
        assertTrue(refusal("-rpc", "ftp://x").contains("ws://"));
    }

    /** It is secret: an error must not show it. */
    @Test
    void aWrongKeyIsNotRepeated() {
        String wrong = "12".repeat(31);
        String said = String.valueOf(assertThrows(UsageException.class, () -> settings("-key", wrong))
                .getMessage());
        assertFalse(said.contains("1212"), said);
    }

    @Test
    void theHelpNamesEachFlag() {
        for (Flag flag : Flag.values()) {
            assertTrue(flag.help().contains("-" + flag.text()), flag.name());
        }
    }
}
