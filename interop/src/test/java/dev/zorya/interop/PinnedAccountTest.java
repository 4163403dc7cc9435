package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The programmable peer keeps the account that a wire address showed first: whoever copied a go-perun user's wire key gets no channel. */
@Tag("slow")
@Tag("threat-49")
class PinnedAccountTest {
    private static final List<List<String>> BALANCES = List.of(List.of("100", "100"));

    @TempDir
    Path folder;

    @Test
    void anotherAccountIsRefusedInWordsAndTheChannelGoesOn() throws Exception {
        try (LiveChain chain = new LiveChain();
                Peer zorya = start(CommandLine.of(ZoryaProgram.words(), "zorya", chain, folder.resolve("zorya")))) {
            JsonNode contracts;
            String channel;
            String first;
            try (Peer gopher = start(gopher(chain))) {
                contracts = Introduction.of(chain, gopher, zorya);
                channel = propose(gopher, zorya).path("channel").asString();
                gopher.ok("pay", "channel", channel, "amount", "30");
                first = Introduction.address(gopher);
            }
            try (Peer thief = start(gopher(chain)
                    .with("-persist", folder.resolve("thief").toString())
                    .with("-key", CommandLine.key("a thief"))
                    .again(contracts))) {
                chain.fund(Introduction.address(thief));
                Introduction.meet(thief, zorya);
                JsonNode asked = thief.refused("propose", "peer", "zorya", "balances", BALANCES, "challenge", 60);
                assertEquals("rejected", asked.path("kind").asString(), asked::toString);
                String said = asked.path("error").asString();
                assertTrue(
                        said.contains("gopher was " + first + " before and is now " + Introduction.address(thief)),
                        said);
                JsonNode asking = zorya.refused(
                        "propose", "peer", "gopher", "balances", BALANCES, "challenge", 60, "timeout", 10);
                assertEquals("rejected", asking.path("kind").asString(), asking::toString);
                assertEquals(
                        "somebody else than the contact accepted",
                        asking.path("error").asString());
                assertEquals(1, zorya.ok("channels").path("channels").size());
            }
            try (Peer gopher = start(gopher(chain).again(contracts))) {
                Introduction.meet(gopher, zorya);
                gopher.ok("pay", "channel", channel, "amount", "5");
                zorya.ok("pay", "channel", channel, "amount", "1");
                assertEquals(
                        "[[\"66\",\"134\"]]",
                        zorya.ok("state", "channel", channel).path("balances").toString());
            }
        }
    }

    private CommandLine gopher(LiveChain chain) throws Exception {
        List<String> program = List.of(GoProgram.path().toString());
        return CommandLine.of(program, "gopher", chain, folder.resolve("gopher"))
                .with("-wirekey", folder.resolve("wire.pem").toString());
    }

    private static Peer start(CommandLine command) throws Exception {
        String name = command.words().contains("-name=zorya") ? "zorya" : "gopher";
        return Peer.start(name, command.words());
    }

    private static JsonNode propose(Peer from, Peer to) throws InterruptedException {
        JsonNode opened = from.ok("propose", "peer", to.name(), "balances", BALANCES, "challenge", 60);
        to.event("funded", opened.path("channel").asString());
        return opened;
    }
}
