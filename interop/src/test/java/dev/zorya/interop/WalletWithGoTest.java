package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.ContactView.Badge;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the wallet's window does with a go-perun user, without the window. */
@Tag("slow")
class WalletWithGoTest {
    @TempDir
    Path folder;

    @Test
    void aGoUserOpensPaysAndCloses() throws Exception {
        try (Acquaintance both = new Acquaintance(folder)) {
            Wallet zoe = both.zoe();
            String id = both.opened();
            assertEquals(id, both.channel().channelId());
            both.gopher().ok("pay", "channel", id, "amount", Acquaintance.wei("0.5"));
            both.pays("0.25");
            assertEquals(both.amount("1.25"), both.channel().mine());
            assertEquals(Acquaintance.wei("1.75"), both.theirs(id));
            Acquaintance.until(() -> contact(zoe)
                    .address()
                    .equalsIgnoreCase("0x" + Acquaintance.bare(Introduction.address(both.gopher()))));
            both.close(id);
        }
    }

    /** Zoe reached it once, and from then on only the TLS key counts that it showed then. */
    @Test
    @Tag("threat-49")
    void anotherTlsKeyIsRefusedAndShownAndTheChannelGoesOn() throws Exception {
        KeyFile other = KeyFile.make(folder, "other");
        try (Acquaintance both = new Acquaintance(folder)) {
            List<WalletProblem> troubles = troubles(both.zoe());
            Acquaintance.until(() -> contact(both.zoe()).online());
            String id = both.opened();
            both.pays("0.25");

            both.comesBack(other.in(both.command()));
            Acquaintance.until(() -> !troubles.isEmpty());
            WalletProblem said = troubles.getFirst();
            assertEquals(WalletProblem.Code.CONTACT_WRONG_KEY, said.code());
            assertEquals("Somebody answered for Gopher with another key.", said.what());
            assertEquals("Zorya refused. Nothing was sent.", said.meaning());
            assertEquals(Badge.WRONG_KEY, contact(both.zoe()).badge());
            assertEquals(both.amount("0.75"), both.channel().mine());

            both.comesBack(both.command());
            both.reachesOut();
            both.pays("0.25");
            Acquaintance.until(() -> contact(both.zoe()).badge() != Badge.WRONG_KEY);
            assertEquals(both.amount("0.5"), both.channel().mine());
            both.close(id);
        }
    }

    /** The wire key is the same, somebody copied it; the account is not the one that was in the first channel. */
    @Test
    @Tag("threat-49")
    void anotherAccountIsRefusedInWordsAndTheChannelGoesOn() throws Exception {
        try (Acquaintance both = new Acquaintance(folder)) {
            String id = both.opened();
            both.pays("0.25");
            Path keys = both.store().resolve("tls.pem");

            both.comesBack(both.command()
                    .with("-persist", folder.resolve("thief").toString())
                    .with("-tls-cert", keys.toString())
                    .with("-tls-key", keys.toString())
                    .with("-key", CommandLine.key("a thief")));
            both.reachesOut();
            JsonNode refusal = both.gopher().refused(both.proposed());
            assertEquals("rejected", refusal.path("kind").asString(), refusal::toString);
            assertTrue(
                    refusal.path("error")
                            .asString()
                            .contains("the address is not the one that this contact is known by"),
                    refusal::toString);
            assertEquals(List.of(), both.zoe().questions(), "nobody is bothered with it");
            assertEquals(Badge.WRONG_KEY, contact(both.zoe()).badge());

            both.comesBack(both.command());
            both.reachesOut();
            both.pays("0.25");
            assertEquals(both.amount("0.5"), both.channel().mine());
            both.close(id);
        }
    }

    private static ContactView contact(Wallet wallet) throws WalletException {
        return wallet.contacts().getFirst();
    }

    private static List<WalletProblem> troubles(Wallet wallet) {
        List<WalletProblem> said = new CopyOnWriteArrayList<>();
        var unused = wallet.subscribe(event -> {
            if (event instanceof WalletEvent.Trouble trouble) {
                said.add(trouble.problem());
            }
        });
        return said;
    }
}
