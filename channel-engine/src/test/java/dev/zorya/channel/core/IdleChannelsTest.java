package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Scene.Side;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.sim.MemoryStore;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many channels that nobody uses at the moment cost some memory, and nothing else. Prints the figures. */
@Tag("slow")
class IdleChannelsTest {
    private static final int CHANNELS = 10_000;
    private static final long HEAP = 256L << 20;
    /** As long as a real one: a name and an RSA key of 2048 bits (OFFCHAIN.md 3). */
    private static final int WIRE_IDENTITY = 330;

    private final Scene scene = new Scene();
    private final RecordCodec codec = new RecordCodec(new Perunio(id -> false));

    @Test
    void tenThousandFitIntoAModestHeapAndComeBackAfterARestart() throws Exception {
        MemoryStore store = new MemoryStore();
        for (int number = 0; number < CHANNELS; number++) {
            store.write(List.of(channel(number))).toCompletableFuture().join();
        }
        try (SimWorld world = new SimWorld()) {
            int threads = Thread.activeCount();
            long without = used();
            long begin = System.nanoTime();
            try (Engine engine = Engine.start(config(world, store), event -> {})) {
                long took = (System.nanoTime() - begin) / 1_000_000;
                long heap = used() - without;
                assertEquals(
                        CHANNELS,
                        engine.channels().stream()
                                .filter(channel -> channel.status() == Status.OPEN)
                                .count());
                System.out.printf(
                        "%,d open idle channels: %,d kB of heap, %,d bytes for each; all taken up in %,d ms%n",
                        CHANNELS, heap >> 10, heap / CHANNELS, took);
                assertTrue(heap < HEAP, "bytes: " + heap);
                assertTrue(Thread.activeCount() < threads + 10, "no channel holds a thread");
            }
        }
    }

    /** With a peer, a key and a nonce of its own. */
    private ChannelWrite channel(int number) {
        Bytes seed = Hashes.keccak256(("channel " + number).getBytes(StandardCharsets.UTF_8));
        var base = new ProposalBase(
                new ProposalId(seed),
                3600,
                seed,
                App.NONE,
                Bytes.EMPTY,
                scene.allocation(600, 400),
                scene.allocation(600, 400).balances(),
                Capabilities.aux());
        Side alice = scene.alice;
        var parts = List.of(alice.env().self(), scene.bob.env().self());
        var params = Opening.params(base, parts, Scene.SHARE_B, true);
        Terms terms = new Terms(alice.env().scheme().channelId(params), params, base.fundingAgreement());
        State initial = new State(terms.id(), 0, base.initialBalances(), false, App.NONE, Bytes.EMPTY);
        byte[] wire = new byte[WIRE_IDENTITY];
        new Random(number).nextBytes(wire);
        Dossier dossier = new Dossier(base.proposalId(), WireIdentity.single(Bytes.wrap(wire)), true, 0, Scene.NOW);
        var accept = new ProposalAnswer.LedgerAccept(
                base.proposalId(), Scene.SHARE_B, scene.bob.env().self());
        var stored = codec.terms(new InitSigning(
                dossier, terms, accept, initial, alice.env().scheme().digest(initial), alice.sign(initial)));
        Open open = new Open(Live.fresh(dossier, terms, scene.complete(initial)));
        return new ChannelWrite(
                base.proposalId(),
                terms.id(),
                Objects.requireNonNull(stored),
                "OPEN",
                0,
                codec.body(open),
                false,
                List.of(),
                List.of());
    }

    private EngineConfig config(SimWorld world, MemoryStore store) {
        Side alice = scene.alice;
        return new EngineConfig(
                alice.env().wire(),
                world.ledger().account(alice.env().self(), SimWorld.PURSE),
                alice.key(),
                world.network().plug(alice.env().wire()),
                store,
                question -> CompletableFuture.completedFuture(new Decision.Accept()),
                world.clock(),
                new Random(1),
                Limits.REAL,
                Apps.NONE);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
