package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators of both programs can set and the other tests leave alone: TLS keys with an authority, and finality. */
@Tag("slow")
class FlagsTest {
    private static final String FINALITY = "3";

    @TempDir
    Path folder;

    @Test
    void certificatesOfAnAuthorityAndThreeBlocksOfFinality() throws Exception {
        KeyFile zorya = KeyFile.make(folder, "zorya");
        KeyFile goperun = KeyFile.make(folder, "goperun");
        KeyFile stranger = KeyFile.make(folder, "stranger");
        List<String> go = List.of(GoProgram.path().toString());
        try (LiveChain chain = new LiveChain();
                Peer ours = start("zorya", trusting(command(ZoryaProgram.words(), "zorya", chain), zorya, goperun));
                Peer theirs = start("goperun", trusting(command(go, "goperun", chain), goperun, zorya));
                Peer other = start("stranger", trusting(command(go, "stranger", chain), stranger, zorya))) {
            var contracts = Introduction.of(chain, theirs, ours);
            chain.fund(Introduction.address(other));
            other.ok("contracts", "contracts", contracts);
            Introduction.meet(other, ours);

            String channel = opened(theirs, ours);
            theirs.ok("pay", "channel", channel, "amount", "30");
            ours.ok("disconnect");
            ours.ok("pay", "channel", channel, "amount", "10");
            ours.ok("finalize", "channel", channel);
            var settled = theirs.send("settle", "channel", channel);
            ours.ok("settle", "channel", channel);
            theirs.succeeded(settled);
            assertEquals(
                    "[[\"80\",\"120\"]]",
                    ours.ok("state", "channel", channel).path("balances").toString());

            var refusal = ours.refused(
                    "propose",
                    "peer",
                    "stranger",
                    "balances",
                    List.of(List.of("1", "1")),
                    "challenge",
                    60,
                    "timeout",
                    5);
            assertTrue(refusal.path("error").asString().contains("does not speak TLS"), refusal::toString);
            assertEquals(0, other.ok("channels").path("channels").size(), "nobody vouches for the stranger");
        }
    }

    private CommandLine command(List<String> program, String name, LiveChain chain) {
        return CommandLine.of(program, name, chain, folder.resolve(name + "-store"))
                .with("-finality", FINALITY);
    }

    private static CommandLine trusting(CommandLine command, KeyFile own, KeyFile other) {
        return own.in(command).with("-tls-ca", other.certificate().toString());
    }

    private static Peer start(String name, CommandLine command) throws Exception {
        return Peer.start(name, command.words());
    }

    private static String opened(Peer proposer, Peer responder) throws InterruptedException {
        String channel = proposer.ok(
                        "propose",
                        "peer",
                        responder.name(),
                        "balances",
                        List.of(List.of("100", "100")),
                        "challenge",
                        60)
                .path("channel")
                .asString();
        responder.event("funded", channel);
        return channel;
    }
}
