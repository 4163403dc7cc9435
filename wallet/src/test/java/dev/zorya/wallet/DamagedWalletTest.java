package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.DamagedWallet;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet whose description cannot be read does not vanish without a word. */
class DamagedWalletTest {
    @TempDir
    Path data;

    private void wallet(String id, String description) throws Exception {
        Path folder = Files.createDirectories(data.resolve("wallets").resolve(id));
        Files.writeString(folder.resolve("wallet.properties"), description);
    }

    @Test
    void itIsNamedWithWhatToDoAndTheOthersStay() throws Exception {
        wallet("good", "name=Good\nnetwork=practice\nopened=2026-11-23T10:00:00Z\n");
        wallet("studio", "name=Studio\nnetwork=practice\n");
        wallet("empty", "");
        Files.createDirectories(data.resolve("wallets/no-wallet"));
        WalletsOnDisk wallets = new WalletsOnDisk(data);

        assertEquals(
                List.of("Good"), wallets.list().stream().map(WalletInfo::name).toList());
        List<DamagedWallet> damaged = wallets.damaged();
        assertEquals(
                List.of("empty", "studio"),
                damaged.stream().map(DamagedWallet::id).toList());
        DamagedWallet studio = damaged.getLast();
        assertEquals(Code.WALLET_DAMAGED, studio.problem().code());
        assertTrue(studio.problem().what().contains("\"studio\""));
        assertEquals(data.resolve("wallets/studio"), studio.folder());
        assertTrue(studio.problem().details().contains("opened is missing"));
        assertEquals(
                Code.WALLET_UNKNOWN,
                Wait.problem(() -> wallets.unlock("studio", "any words".toCharArray(), (phase, done) -> {}))
                        .code());
    }

    @Test
    void nothingIsDamagedWhereNothingIs() throws Exception {
        assertEquals(List.of(), new WalletsOnDisk(data.resolve("nowhere")).damaged());
    }
}
