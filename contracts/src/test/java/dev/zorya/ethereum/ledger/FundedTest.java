package dev.zorya.ethereum.ledger;

import org.junit.jupiter.api.BeforeEach;

/** Begins with a channel of Alice and Bob that both have paid into, 40 and 60. */
abstract class FundedTest extends ChainTest {
    EthereumLedger alices;
    EthereumLedger bobs;
    TestChannel channel;

    @BeforeEach
    void fund() throws Exception {
        alices = ledger(alice);
        bobs = ledger(bob);
        channel = channel(40, 60);
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(40, 60));
        awaitHeld(bob, single(40, 60));
    }
}
