package dev.zorya.wallet;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two wallets on a practice network, and a word with its node. */
abstract class OnChainTest {
    @TempDir
    Path data;

    TwoWallets two;
    Node node;

    @BeforeEach
    void begin() throws Exception {
        two = new TwoWallets(data);
        node = new Node(two.wallets.practiceChain().orElseThrow().node());
    }

    @AfterEach
    void end() {
        two.close();
    }
}
