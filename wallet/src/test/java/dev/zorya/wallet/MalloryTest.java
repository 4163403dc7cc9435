package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zorya.ethereum.anvil.AnvilOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mallory pays a hundred times and then registers the balance from before. The victim, a process of its own, ends with the newest
 * balance on the chain, whatever happens meanwhile (threats 26 to 34).
 */
@Tag("slow")
@Tag("threat-26")
class MalloryTest {
    @TempDir
    Path folder;

    @Test
    void theVictimIsThere() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.mallory().cheat();
            crime.endsWithTheNewestBalance();
            assertEquals(4, crime.transactions(), "deposit, refutation, conclusion, payout");
        }
    }

    @Test
    @Tag("threat-27")
    void theVictimComesBackFiveSecondsBeforeTheTimeout() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.kill();
            crime.mallory().cheat();
            crime.awaitRegistered(0);
            long timeout = crime.dispute().timeout();
            crime.chain().setNextBlockTime(timeout - 5);
            crime.chain().mine(1);
            // a slow computer must not decide: the next block is the last one that counts
            crime.chain().setNextBlockTime(timeout - 1);
            crime.start("wallet");
            crime.endsWithTheNewestBalance();
        }
    }

    @Test
    @Tag("threat-32")
    @Tag("threat-41")
    void theVictimIsKilledTwentyTimes() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            long seed = Long.getLong("zorya.seed", System.nanoTime());
            System.out.println("MalloryTest: -Dzorya.seed=" + seed);
            Random random = new Random(seed);
            crime.kill();
            crime.mallory().cheat();
            crime.awaitRegistered(0);
            crime.chain().setInstantMining(false);
            for (int kill = 0; kill < 20; kill++) {
                crime.start("wallet");
                if (kill % 2 == 0) {
                    // from the wallet's opening to the refutation on its way
                    crime.victim().await(Victim.CARD);
                }
                Thread.sleep(random.nextInt(600));
                crime.kill();
            }
            crime.chain().mine(1);
            crime.chain().setInstantMining(true);
            crime.start("wallet");
            crime.endsWithTheNewestBalance();
            assertEquals(4, crime.transactions(), "nothing is done twice");
        }
    }

    /** The window asks for nothing and never comes back from what it is told; the service goes on without it. */
    @Test
    @Tag("threat-32")
    void theVictimsWindowIsFrozen() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.kill();
            crime.start("frozen");
            crime.victim().await(Victim.CARD);
            crime.mallory().cheat();
            crime.victim().await(Victim.FROZEN);
            crime.endsWithTheNewestBalance();
            assertEquals(4, crime.transactions(), "deposit, refutation, conclusion, payout");
        }
    }

    @Test
    @Tag("threat-28")
    void theChainIsOutOfReachWhileSheRegisters() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.way().cut();
            crime.mallory().cheat();
            crime.awaitRegistered(0);
            Thread.sleep(1000);
            assertEquals(0, crime.dispute().version());
            crime.way().restore();
            crime.endsWithTheNewestBalance();
        }
    }

    @Test
    @Tag("threat-34")
    void threeHundredBlocksHavePassed() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.kill();
            crime.mallory().cheat();
            crime.awaitRegistered(0);
            crime.chain().mine(300);
            crime.start("wallet");
            crime.endsWithTheNewestBalance();
        }
    }

    /** With the depths of a chain with real money: what is not final can vanish. */
    @Test
    @Tag("threat-29")
    void registrationAndRefutationVanishAndComeBack() throws Exception {
        try (Crime crime = new Crime(
                folder,
                AnvilOptions.practice()
                        .withChainId(AnvilOptions.PRACTICE_CHAIN_ID + 1)
                        .withInterval(Duration.ofSeconds(1)))) {
            crime.mallory().cheat();
            crime.awaitRegistered(Crime.PAYMENTS);
            crime.chain().request("anvil_reorg", 6, List.of());
            assertFalse(crime.dispute().isRegistered(), "both are gone");
            crime.endsWithTheNewestBalance();
        }
    }

    /** The wallet, and a guard on a copy of it: both pay from the same account and answer at the same moment. */
    @Test
    @Tag("threat-35")
    void twoWatchersActAtOnce() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.kill();
            crime.copy();
            crime.start("wallet");
            try (VictimProcess second = crime.second("guard")) {
                second.await("guarding");
                crime.victim().await(Victim.CARD);
                crime.mallory().cheat();
                crime.endsWithTheNewestBalance();
                second.await(Victim.CHANNEL + "SETTLED " + Crime.PAYMENTS);
            }
        }
    }

    @Test
    @Tag("threat-35")
    void onlyAGuardIsThere() throws Exception {
        try (Crime crime = new Crime(folder, AnvilOptions.practice())) {
            crime.kill();
            crime.start("guard");
            crime.victim().await("guarding");
            crime.mallory().cheat();
            crime.endsWithTheNewestBalance();
        }
    }
}
