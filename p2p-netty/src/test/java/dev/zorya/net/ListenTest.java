package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.net.ListenException.Reason;
import org.junit.jupiter.api.Test;

/** Where a wallet listens, and what it says if it cannot. */
class ListenTest {
    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (Wallet first = Wallet.tls("alice")) {
            int port = first.bus.port();
            ListenException refusal = assertThrows(
                    ListenException.class, () -> Wallet.tls("bob", TlsKey.create(), port, Wallet.DEFAULTS));
            assertEquals(Reason.PORT_TAKEN, refusal.reason());
            assertEquals(
                    "Another program uses port " + port
                            + ", so contacts cannot reach you. Your money is where it was."
                            + " Close the other program, or choose another port in the settings.",
                    refusal.getMessage());
        }
    }

    @Test
    void takesThePortOfTheRunBeforeAtOnce() throws Exception {
        TlsKey key = TlsKey.create();
        try (Wallet alice = Wallet.tls("alice")) {
            int port;
            try (Wallet bob = Wallet.tls("bob", key, 0, Wallet.DEFAULTS)) {
                port = bob.bus.port();
                Wallet.introduce(alice, bob);
                alice.send(bob, Wallet.message(1));
            }
            try (Wallet bob = Wallet.tls("bob", key, port, Wallet.DEFAULTS)) {
                assertEquals(port, bob.bus.port());
                assertNotEquals(0, port);
            }
        }
    }

    @Test
    void saysThatTheAddressIsNotHere() {
        assertEquals(Reason.NO_SUCH_ADDRESS, listenAt("192.0.2.1").reason());
        assertEquals(Reason.NO_SUCH_ADDRESS, listenAt("nowhere.invalid").reason());
    }

    private static ListenException listenAt(String host) {
        return assertThrows(
                ListenException.class, () -> Wallet.tls("alice", config -> config.with(new Endpoint(host, 0))));
    }

    @Test
    void withoutTlsItStaysOnThisComputer() throws Exception {
        ListenException refusal = assertThrows(
                ListenException.class, () -> Wallet.plain("alice", config -> config.with(new Endpoint("0.0.0.0", 0))));
        assertEquals(Reason.NOT_PROTECTED, refusal.reason());
        try (Wallet alice = Wallet.plain("alice", Wallet.DEFAULTS);
                Wallet bob = Wallet.plain("bob", Wallet.DEFAULTS)) {
            alice.contacts.put(bob.identity(), new KnownPeer(new Endpoint("192.0.2.1", 5750), null, true));
            BusException elsewhere = alice.refusal(bob.identity());
            assertEquals(BusException.Reason.OFFLINE, elsewhere.reason());
            assertTrue(String.valueOf(elsewhere.getMessage()).contains("stay on this computer"));
            alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), null, true));
            alice.send(bob, Wallet.message(1));
            assertEquals(1, bob.received());
        }
    }

    @Test
    void anEndpointIsAHostAndAPort() {
        assertEquals("wallet.example:5750", new Endpoint("wallet.example", 5750).toString());
        assertEquals("[::1]:5750", new Endpoint("::1", 5750).toString());
        assertThrows(MalformedException.class, () -> new Endpoint("", 5750));
        assertThrows(MalformedException.class, () -> new Endpoint("a b", 5750));
        assertThrows(MalformedException.class, () -> new Endpoint("a\n", 5750));
        assertThrows(MalformedException.class, () -> new Endpoint("a".repeat(254), 5750));
        assertThrows(MalformedException.class, () -> new Endpoint("a", -1));
        assertThrows(MalformedException.class, () -> new Endpoint("a", 65536));
    }
}
