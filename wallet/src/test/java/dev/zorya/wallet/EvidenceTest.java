package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.crypto.Secp256k1;
import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.wallet.api.ChannelView.Status;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exported file proves by itself who signed what: it is read here with nothing but a hash and a curve. */
@Tag("slow")
class EvidenceTest extends OnChainTest {
    @Test
    void aCheatIsProvenByTheFileAlone() throws Exception {
        String key = two.shortChannel("2", "1").key();
        ChannelSnapshot old = engineOf(two.bob, key);
        for (int i = 0; i < 3; i++) {
            Wait.done(two.bob.pay(new PayOrder(key, Money.of(two.bob, "0.1"), "", "")));
        }
        Wait.until(() -> two.alice.channel(key).channel().version() == 3);
        Path file = data.resolve("evidence.json");
        assertEquals(
                Code.CHANNEL_UNDISPUTED,
                Wait.problem(() -> two.alice.exportEvidence(key, file)).code());
        assertFalse(Files.exists(file));

        two.bob.close();
        SignedState first =
                new SignedState(Objects.requireNonNull(old.params()), Objects.requireNonNull(old.current()));
        String adjudicator = two.wallets.practiceChain().orElseThrow().adjudicator();
        node.send(adjudicator, "0x" + AdjudicatorCalls.register(first, List.of()));
        Wait.until(() -> answered(key));

        two.alice.exportEvidence(key, file);
        JsonNode read = new JsonMapper().readTree(Files.readString(file));
        assertEquals("zorya-dispute-evidence", read.path("format").asString());
        assertEquals(adjudicator, read.path("adjudicator").asString());
        assertEquals(31337, read.path("chainId").asInt());
        assertTrue(read.path("chainAnswered").asBoolean());

        JsonNode channel = read.path("channel");
        assertEquals(
                bytes(channel.path("id")),
                Hashes.keccak256(bytes(channel.path("encoded")).toArray()),
                "the channel's id is the hash of its params");
        Set<String> parties = new HashSet<>();
        channel.path("participants").forEach(party -> parties.add(party.asString()));
        assertEquals(
                Set.of(
                        two.alice.address(),
                        AddressText.of(first.params().parts().getLast().on(1).orElseThrow())),
                parties);

        assertEquals("3", read.path("newest").path("version").asString());
        signedByBoth(read.path("newest"), parties);
        JsonNode registered = read.path("registered");
        assertEquals(2, registered.size());
        assertEquals("0", registered.get(0).path("version").asString());
        assertEquals("3", registered.get(1).path("version").asString());
        signedByBoth(registered.get(0).path("state"), parties);
        signedByBoth(registered.get(1).path("state"), parties);
        assertEquals(
                read.path("newest").path("hash"),
                registered.get(1).path("state").path("hash"));
        assertEquals(
                "[[\"2000000000000000000\",\"1000000000000000000\"]]",
                registered.get(0).path("state").path("balances").toString());
        assertTrue(registered.get(0).path("block").asLong()
                <= registered.get(1).path("block").asLong());
        assertEquals(
                registered.get(0).path("timeout"), registered.get(1).path("timeout"), "an answer moves no deadline");

        JsonNode seen = read.path("seen");
        assertEquals("THEY_CHEATED", seen.get(0).path("what").asString());
        assertEquals(registered.get(0).path("state").path("hash"), seen.get(0).path("stateHash"));
        assertEquals("WE_ANSWERED", seen.get(1).path("what").asString());
        JsonNode own = read.path("ownTransactions");
        assertEquals("deposit", own.get(0).path("purpose").asString());
        assertEquals("register", own.get(1).path("purpose").asString());
        assertEquals(
                registered.get(1).path("transaction"),
                own.get(1).path("hashes").get(own.get(1).path("hashes").size() - 1));

        String text = Files.readString(file);
        KeyRing keys = ((OpenWallet) two.alice).parts().keys();
        assertFalse(text.contains(Bytes.wrap(keys.secret()).hex()), "no key");
        assertFalse(text.contains(String.join(" ", two.alice.words(TwoWallets.passphrase()))), "no words");

        Wait.until(() -> two.alice.channel(key).channel().status() == Status.SETTLED);
        two.alice.exportEvidence(key, file);
        JsonNode after = new JsonMapper().readTree(Files.readString(file));
        assertEquals("concluded", after.path("registered").get(2).path("phase").asString());
        assertEquals(
                Code.FILE_NOT_WRITTEN,
                Wait.problem(() -> two.alice.exportEvidence(
                                key, data.resolve("nowhere").resolve("e.json")))
                        .code());
        assertEquals(
                Code.CHANNEL_UNKNOWN,
                Wait.problem(() -> two.alice.exportEvidence("00", file)).code());
    }

    private static void signedByBoth(JsonNode state, Set<String> parties) {
        Bytes hash = Hashes.keccak256(bytes(state.path("encoded")).toArray());
        assertEquals(bytes(state.path("hash")), hash);
        Bytes digest = EthereumEncoding.signedMessage(hash);
        Set<String> signed = new HashSet<>();
        for (JsonNode signature : state.path("signatures")) {
            String by = signature.path("by").asString();
            assertTrue(
                    Secp256k1.get()
                            .verify(
                                    digest,
                                    new Signature(bytes(signature.path("signature"))),
                                    Bytes.fromHex(by.substring(2))),
                    "the signature of " + by);
            signed.add(by);
        }
        assertEquals(parties, signed);
    }

    private static Bytes bytes(JsonNode hex) {
        return Bytes.fromHex(hex.asString().substring(2));
    }

    private boolean answered(String key) throws Exception {
        DisputeView dispute = two.alice.channel(key).channel().dispute();
        return dispute != null && dispute.step() == DisputeView.Step.CONCLUDE;
    }

    private static ChannelSnapshot engineOf(Wallet wallet, String key) {
        ProposalId id = new ProposalId(Ids.parse(key).orElseThrow());
        return ((OpenWallet) wallet).parts().engine().channel(id).orElseThrow();
    }
}
