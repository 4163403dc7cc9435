package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two chains with the same contracts at the same addresses and the same people. A channel that both would have to settle is
 * refused (safety rule 12), and what is registered on one says nothing on the other, although the signatures are good on both.
 */
@Tag("threat-39")
class TwoChainsTest extends ChainTest {
    private static final String FOREIGN = "This channel would hold something that this wallet does not know.";
    private static final long OTHER = 31_338;

    private Anvil there;
    private EthereumConfig thereConfig;
    private Asset foreignEther;

    @BeforeEach
    void startTheOtherChain() throws Exception {
        var rich = Map.of(alice.text(), FORTUNE, bob.text(), FORTUNE, deployer.text(), FORTUNE);
        there = closing(Anvil.start(AnvilOptions.practice().withChainId(OTHER).withFunded(rich)));
        thereConfig = Deployer.deploy(
                        there.http(),
                        deployer.key,
                        new Deployer.PracticeToken(List.of(alice.address(), bob.address()), TOKENS))
                .practice(there.http(), there.webSocket());
        foreignEther = thereConfig.assets().getFirst().on(OTHER);
        assertEquals(config().adjudicator(), thereConfig.adjudicator(), "the same address on both");
    }

    private long sentThere(Party party) throws Exception {
        return Long.decode(there.control()
                .request("eth_getTransactionCount", party.text(), "latest")
                .asString());
    }

    @Test
    void aChannelWithAssetsOfTwoChainsIsRefusedByBothBeforeAnybodyPays() throws Exception {
        EthereumLedger here = ledger(alice);
        Party alsoAlice = new Party("alice");
        EthereumLedger overThere = ledger(alsoAlice, thereConfig);
        Balances paidIn = new Balances(List.of(row(10, 10), row(5, 5)));
        TestChannel both = new TestChannel(List.of(alice, bob), List.of(ether(), foreignEther), paidIn);
        assertEquals(Optional.of(FOREIGN), here.refusal(both.params, both.initial));
        assertEquals(Optional.of(FOREIGN), overThere.refusal(both.params, both.initial));

        watch(here, both, alice);
        here.submit(both.deposit(1, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.UNKNOWN_CONTRACTS, stuck.reason());
        watch(overThere, both, alsoAlice);
        overThere.submit(both.deposit(0, 0));
        assertEquals(
                Reason.UNKNOWN_CONTRACTS,
                alsoAlice.witness.await(LedgerEvent.Stuck.class).reason());
        assertEquals(0, sent(alice));
        assertEquals(0, sentThere(alice));
    }

    /** Bob's version 4 is settled on the other chain first; here version 5 pays, and there is nothing to be had there. */
    @Test
    void aStateOnTheOtherChainIsNoEvidenceHere() throws Exception {
        TestChannel channel = channel(40, 60);
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(40, 60));
        Party alsoBob = new Party("bob");
        EthereumLedger bobsThere = ledger(alsoBob, thereConfig);
        watch(bobsThere, channel, alsoBob);
        State four = channel.state(4, single(0, 100));
        bobsThere.submit(new Intent.Register(channel.signed(four), List.of()));
        LedgerEvent.Registered registered = alsoBob.witness.await(LedgerEvent.Registered.class);
        assertEquals(4, registered.version());
        bobsThere.submit(new Intent.Conclude(channel.params, four, List.of()));
        bobsThere.submit(channel.withdraw(0, 1));
        there.control().increaseTime(Duration.ofSeconds(60));
        there.control().mine(1);
        Until.isTrue("settled there", () -> sentThere(bob) == 2);

        assertTrue(!dispute(channel).isRegistered(), "nothing has happened here");
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Registered.class));
        State five = channel.state(5, single(90, 10));
        alices.submit(new Intent.Register(channel.signed(five), List.of()));
        awaitVersion(channel, 5);
        alices.submit(new Intent.Conclude(channel.params, five, List.of()));
        alices.submit(channel.withdraw(0, 0));
        bobs.submit(channel.withdraw(0, 1));
        anvil.control().increaseTime(Duration.ofSeconds(60));
        anvil.control().mine(1);
        assertEquals(5, alice.witness.await(LedgerEvent.Concluded.class).version());
        for (int part = 0; part < 2; part++) {
            int index = part;
            LedgerEvent.Withdrawn left =
                    alice.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == index);
            assertEquals(single(90, 10).of(0, part), left.amount());
        }
        assertEquals(2, sentThere(bob), "registration and conclusion: there was nothing to withdraw");
        assertEquals(
                FORTUNE.subtract(fees(alsoBob)), there.control().balance(bob.text()), "he paid fees for it, no more");
        assertEquals(BigInteger.ZERO, held(channel, bob));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }
}
