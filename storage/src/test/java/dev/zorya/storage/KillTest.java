package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoredChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it pays; what it said was saved is saved, once, and nothing is half there. */
@Tag("slow")
@Tag("threat-41")
class KillTest {
    private static final int KILLS = 35;
    private static final int CHANNELS = 3;

    @TempDir
    Path folder;

    /** Newest payment that was acknowledged, by channel. */
    private final long[] acknowledged = new long[CHANNELS];

    @Test
    void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child child = Child.start(Payer.class, folder.toString(), Integer.toString(CHANNELS))) {
                note(child.line());
                Thread.sleep(random.nextInt(250));
                child.kill();
                child.rest().forEach(this::note);
            }
            check("seed " + seed + ", kill " + kill);
            long now = Arrays.stream(acknowledged).sum();
            assertTrue(now > before, "the child paid before it was killed");
            before = now;
        }
    }

    private void note(String line) {
        String[] parts = line.split(" ");
        acknowledged[Integer.parseInt(parts[0])] = Long.parseLong(parts[1]);
    }

    private void check(String when) throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            for (ChannelOverview channel : store.channels().overview()) {
                int number = numberOf(channel);
                long version = channel.version();
                assertTrue(version >= acknowledged[number], () -> when + ": lost " + acknowledged[number]);
                var book = store.activity()
                        .page(
                                new ActivityFilter(channel.key(), null, null, null, ""),
                                Activity.NEWEST,
                                Integer.MAX_VALUE);
                // payments 1 to version, each once, written together with the state that carries it
                assertEquals(version, book.size(), when);
                for (int i = 0; i < book.size(); i++) {
                    assertEquals(Samples.done(version - i), book.get(i).entry(), when);
                }
                StoredChannel stored = store.channels().find(channel.key()).orElseThrow();
                assertEquals(Samples.bytes(1000, version == 0 ? number : version), stored.body(), when);
            }
        }
    }

    private static int numberOf(ChannelOverview channel) {
        for (int number = 0; number < CHANNELS; number++) {
            if (channel.key().equals(Samples.key(number))) {
                return number;
            }
        }
        throw new AssertionError("unknown channel " + channel.key());
    }
}
