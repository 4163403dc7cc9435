package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * How fast two of the same kind pay each other: first two Zoryas, then two go-perun clients, on one machine and in one run, two processes
 * each, TLS and perunio. Ours make each payment durable; go-perun's store does what it does. A measurement, so it runs on request only:
 * {@code -Dinterop.rates=3000} is the number of payments of the one channel, and of each of the ten.
 */
@Tag("slow")
class RatesTest {
    private static final int PAYMENTS = Integer.getInteger("interop.rates", 0);
    private static final int CHANNELS = 10;
    private static final String MUCH = "1000000000";

    /** The optimising compilers of both are warm after so many. */
    private static final int WARM_UP = 3;

    @TempDir
    Path folder;

    @Test
    void payments() throws Exception {
        assumeTrue(PAYMENTS > 0, "Nothing is measured without -Dinterop.rates=NUMBER.");
        List<String> go = List.of(GoProgram.path().toString());
        try (LiveChain chain = new LiveChain()) {
            measure(chain, "zorya", ZoryaProgram.optimised());
            measure(chain, "goperun", go);
        }
    }

    private void measure(LiveChain chain, String kind, List<String> program) throws Exception {
        try (Peer payer = start(chain, kind + "-payer", program);
                Peer payee = start(chain, kind + "-payee", program)) {
            Introduction.of(chain, payer, payee);
            List<String> channels = new ArrayList<>();
            for (int i = 0; i < CHANNELS; i++) {
                channels.add(open(payer, payee));
            }
            for (int i = 0; i < WARM_UP; i++) {
                pay(payer, channels);
            }
            JsonNode one = payer.ok("pay-many", "channel", channels.getFirst(), "count", PAYMENTS);
            System.out.printf(
                    "%-8s one channel   %,6.0f payments/s, p50 %.2f ms, p99 %.2f ms%n",
                    kind,
                    one.path("per_second").asDouble(),
                    one.path("p50_ms").asDouble(),
                    one.path("p99_ms").asDouble());
            System.out.printf("%-8s ten channels  %,6.0f payments/s%n", kind, pay(payer, channels));
            long sent = WARM_UP + 2L;
            assertEquals(
                    sent * PAYMENTS,
                    payee.ok("state", "channel", channels.getFirst())
                            .path("version")
                            .asLong());
        }
    }

    private Peer start(LiveChain chain, String name, List<String> program) throws Exception {
        return Peer.start(
                name,
                CommandLine.of(program, name, chain, folder.resolve(name))
                        .with("-quiet", "true")
                        .words());
    }

    private static String open(Peer payer, Peer payee) throws InterruptedException {
        String channel = payer.ok("propose", "peer", payee.name(), "balances", List.of(List.of(MUCH, "0")))
                .path("channel")
                .asString();
        payee.event("funded", channel);
        return channel;
    }

    /** In all of them at once; the answer is payments in a second. */
    private static double pay(Peer payer, List<String> channels) throws InterruptedException {
        long begin = System.nanoTime();
        List<CompletableFuture<JsonNode>> sent = channels.stream()
                .map(channel -> payer.send("pay-many", "channel", channel, "count", PAYMENTS))
                .toList();
        for (CompletableFuture<JsonNode> each : sent) {
            payer.succeeded(each);
        }
        return sent.size() * PAYMENTS / ((System.nanoTime() - begin) / 1e9);
    }
}
