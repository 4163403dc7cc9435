package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.KeptDecision.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    @TempDir
    Path folder;

    private WalletStore store;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static KeptDecision decision(int number, Verdict verdict, boolean byPerson) {
        return new KeptDecision(
                Samples.AT.plusSeconds(number),
                "did:key:z" + number,
                "Nadia",
                "pETH",
                Samples.LARGEST.toString(),
                verdict,
                byPerson,
                "You said yes.");
    }

    @Test
    void theNewestComeFirstThroughReopening() throws StoreException {
        List<KeptDecision> made = List.of(
                decision(1, Verdict.ACCEPTED, true),
                decision(2, Verdict.DECLINED, false),
                new KeptDecision(Samples.AT, "", "", "", "", Verdict.UNANSWERED, true, "Nobody answered."));
        for (KeptDecision decision : made) {
            store.decisions().add(decision);
        }
        store.close();
        open();
        assertEquals(made.reversed(), store.decisions().recent(10));
        assertEquals(made.subList(2, 3), store.decisions().recent(1));
    }

    @Test
    void whoProposesOftenDoesNotFillTheDisk() throws StoreException {
        for (int i = 0; i < Decisions.KEPT + 5; i++) {
            store.decisions().add(decision(i, Verdict.DECLINED, false));
        }
        List<KeptDecision> kept = store.decisions().recent(10_000);
        assertEquals(Decisions.KEPT, kept.size());
        assertEquals(decision(Decisions.KEPT + 4, Verdict.DECLINED, false), kept.getFirst());
        assertEquals(decision(5, Verdict.DECLINED, false), kept.getLast());
    }
}
