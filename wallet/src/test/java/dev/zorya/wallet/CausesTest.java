package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.StoreException;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A failure far below keeps its own sentence on the way up to the person. */
class CausesTest {
    @Test
    void whatTheStoreRefusedUnderAChannelIsNamed() {
        Map.of(
                        StoreException.Reason.DISK_FULL, Code.STORE_FULL,
                        StoreException.Reason.READ_ONLY, Code.STORE_READ_ONLY,
                        StoreException.Reason.CORRUPT, Code.STORE_CORRUPT,
                        StoreException.Reason.IO, Code.STORE_TROUBLE,
                        StoreException.Reason.CLOSED, Code.LOCKED)
                .forEach((reason, code) -> assertEquals(
                        code, problem(new StoreException(reason, "details")).code()));
    }

    @Test
    void theStoresWordsAreInTheDetails() {
        WalletProblem problem = problem(new StoreException(StoreException.Reason.DISK_FULL, "no room on /"));
        assertEquals("The disk is full.", problem.what());
        assertEquals("no room on /", problem.details());
    }

    @Test
    void aStoreThatSaysNothingIsInTrouble() {
        assertEquals(
                Code.STORE_TROUBLE,
                Causes.of(new EngineException(Reason.STORE, "unknown"), "Nadia", Code.INTERNAL)
                        .problem()
                        .code());
    }

    private static WalletProblem problem(StoreException trouble) {
        EngineException above = new EngineException(Reason.STORE, String.valueOf(trouble.getMessage()), trouble);
        return Causes.ofStage(new CompletionException(above), "Nadia", Code.INTERNAL)
                .problem();
    }
}
