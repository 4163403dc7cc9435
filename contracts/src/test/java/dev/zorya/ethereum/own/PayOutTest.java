package dev.zorya.ethereum.own;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code concludeFinalAndPay}: one transaction ends a channel and pays everybody. */
class PayOutTest extends ContractTest {
    private static final String ENDED = "ChannelUpdate version=1 phase=2";

    /** What a greedy receiver notes of an attempt that failed. */
    private static final String REFUSED = "0x" + "0".repeat(63) + "2";

    private int names;

    PayOutTest() throws Exception {}

    private Key anybody() {
        return Key.of("payee " + ++names);
    }

    private Channel funded(Key... members) throws Exception {
        Channel channel = world.channel().withMembers(members);
        for (Key member : members) {
            well(world.depositEth(channel.fundingId(member), 50));
        }
        return channel;
    }

    private ChannelState last(Channel channel, long... balances) {
        return channel.state(1, world.eth(), balances).asFinal();
    }

    private Outcome pay(Channel channel, long... balances) throws Exception {
        return world.concludeFinalAndPay(channel.sign(last(channel, balances)));
    }

    private BigInteger held(Channel channel, Key member) throws Exception {
        return world.holding(world.ethHolder(), channel.fundingId(member));
    }

    private boolean settled(String holder, Channel channel) throws Exception {
        return world.view(holder, Abi.call("settled(bytes32)", Abi.word(channel.id())))
                .endsWith("1");
    }

    private static void assertAmount(long expected, BigInteger amount) {
        assertEquals(BigInteger.valueOf(expected), amount);
    }

    @Test
    void everybodyIsPaidAndTheBooksAreEmpty() throws Exception {
        Key one = anybody();
        Key two = anybody();
        Channel channel = funded(one, two);
        assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet", "Withdrawn", "Withdrawn"), pay(channel, 60, 40));
        assertAmount(60, world.balance(one.address()));
        assertAmount(40, world.balance(two.address()));
        assertAmount(0, held(channel, one));
        assertAmount(0, held(channel, two));
        var dispute = world.dispute(channel);
        assertEquals(2, dispute.phase());
        assertEquals(1, dispute.version());
        assertEquals(world.now(), dispute.timeout());
        assertEquals("0x" + "0".repeat(64), dispute.stateHash());
        assertEquals(true, settled(world.ethHolder(), channel));
    }

    @Test
    void whoGetsNothingIsNotPaid() throws Exception {
        Key rich = anybody();
        Key poor = anybody();
        Channel channel = funded(rich, poor);
        assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet", "Withdrawn"), pay(channel, 100, 0));
        assertAmount(100, world.balance(rich.address()));
        assertAmount(0, world.balance(poor.address()));
    }

    /** The words are those of concludeFinal: it is the same check. */
    @Test
    void onlyAFinalStateThatAllHaveSignedAndThatLocksNothing() throws Exception {
        Channel channel = funded(ALICE, BOB);
        var state = channel.state(1, world.eth(), 60, 40);
        assertEquals(Outcome.reverted("state not final"), world.concludeFinalAndPay(channel.sign(state)));
        var signed = channel.sign(state.asFinal());
        var once = List.of(signed.signatures().getFirst());
        assertEquals(
                Outcome.reverted("signatures length mismatch"), world.concludeFinalAndPay(signed.withSignatures(once)));
        var twice = List.of(once.getFirst(), once.getFirst());
        assertEquals(Outcome.reverted("invalid signature"), world.concludeFinalAndPay(signed.withSignatures(twice)));
        Channel child = world.channel().asSub();
        assertEquals(
                Outcome.reverted("has sub-channels"),
                world.concludeFinalAndPay(
                        channel.sign(state.withLocked(Lock.of(child, 10, 0, 1)).asFinal())));
        assertEquals(Outcome.reverted("not ledger"), pay(child, 60, 40));
        assertEquals(
                Outcome.reverted("invalid params"),
                world.concludeFinalAndPay(new Channel.Signed(world.channel(), signed.state(), signed.signatures())));
        assertAmount(50, held(channel, ALICE));
    }

    @Test
    void onceAndThenNothingElse() throws Exception {
        Channel channel = funded(ALICE, BOB);
        well(pay(channel, 60, 40));
        assertEquals(Outcome.reverted("concluded already"), pay(channel, 60, 40));
        assertEquals(Outcome.reverted("concluded already"), world.concludeFinal(channel.sign(last(channel, 60, 40))));
        assertEquals(
                Outcome.reverted("incorrect phase"),
                world.register(channel.sign(channel.state(2, world.eth(), 50, 50))));
        assertEquals(
                Outcome.reverted("invalid version"),
                world.register(channel.sign(channel.state(0, world.eth(), 50, 50))));
        assertEquals(Outcome.reverted("invalid version"), world.register(channel.sign(last(channel, 40, 60))));
        assertEquals(Outcome.reverted("already concluded"), world.conclude(channel, last(channel, 60, 40)));
        assertEquals(
                Outcome.reverted("invalid phase"),
                world.progress(channel, last(channel, 60, 40), channel.state(2, world.eth(), 50, 50), 0));
    }

    @Test
    void notAfterTheOutcomeIsSet() throws Exception {
        Channel channel = funded(ALICE, BOB);
        well(world.concludeFinal(channel.sign(last(channel, 60, 40))));
        assertEquals(Outcome.reverted("concluded already"), pay(channel, 60, 40));
        assertAmount(60, held(channel, ALICE));
    }

    @Test
    void aRegisteredChannelKeepsTheHashOfWhatWasPaid() throws Exception {
        Channel channel = funded(ALICE, BOB);
        well(world.register(channel.sign(channel.state(7, world.eth(), 50, 50))));
        var state = last(channel, 60, 40);
        well(world.concludeFinalAndPay(channel.sign(state)));
        assertEquals(
                world.view(world.adjudicator(), Calls.hashState(state)),
                world.dispute(channel).stateHash());
        assertEquals(Outcome.reverted("already concluded"), world.conclude(channel, state));
        assertEquals(true, settled(world.ethHolder(), channel));
    }

    @Test
    void whoRefusesMoneyHoldsUpNobodyAndCanWithdraw() throws Exception {
        for (String kind : List.of("RefusingReceiver", "BurningReceiver")) {
            Key refusing = anybody();
            Key other = anybody();
            Channel channel = funded(refusing, other);
            world.setCode(refusing.address(), world.code(world.deployForTest(kind)));
            assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet", "Withdrawn"), pay(channel, 60, 40));
            assertAmount(40, world.balance(other.address()));
            assertAmount(60, held(channel, refusing));
            Key elsewhere = anybody();
            var order = Calls.Order.of(channel, refusing, elsewhere.address(), 60);
            assertEquals(Outcome.acceptedWith("Withdrawn"), world.withdraw(world.ethHolder(), order, refusing));
            assertAmount(60, world.balance(elsewhere.address()));
        }
    }

    @Test
    void aContractWalletThatNotesWhatItGetsIsPaid() throws Exception {
        Key counting = anybody();
        Channel channel = funded(counting, BOB);
        world.setCode(counting.address(), world.code(world.deployForTest("CountingReceiver")));
        well(pay(channel, 60, 40));
        assertAmount(60, world.balance(counting.address()));
    }

    @Test
    void aReceiverThatComesBackWhileItIsPaidGetsNothingMore() throws Exception {
        Key thief = anybody();
        Channel channel = funded(thief, BOB);
        well(world.depositEth(world.channel().fundingId(ALICE), 1000));
        var order = Calls.Order.of(channel, thief, anybody().address(), 60);
        String orderAt = anybody().address();
        world.setCode(orderAt, Calls.withdraw(order, order.signedBy(thief)));
        String comingBack = world.deployForTest("GreedyReceiver", Abi.word(world.ethHolder()), Abi.word(orderAt));
        world.setCode(thief.address(), world.code(comingBack));
        assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet", "Withdrawn", "Withdrawn"), pay(channel, 60, 40));
        assertAmount(60, world.balance(thief.address()));
        assertAmount(0, world.balance(order.receiver()));
        assertEquals(REFUSED, world.view(thief.address(), Abi.call("answer()")));
        assertAmount(0, held(channel, thief));
    }

    @Test
    @Tag("threat-22")
    void anUnderfundedChannelPaysBackTheDeposits() throws Exception {
        Key one = anybody();
        Key two = anybody();
        Channel channel = world.channel().withMembers(one, two);
        well(world.depositEth(channel.fundingId(one), 50));
        well(world.depositEth(channel.id(), 3));
        assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet", "Withdrawn"), pay(channel, 10, 90));
        assertAmount(50, world.balance(one.address()));
        assertAmount(0, world.balance(two.address()));
        assertAmount(3, world.holding(world.ethHolder(), channel.id()));
    }

    @Test
    void whatIsHeldForTheChannelItselfCounts() throws Exception {
        Key one = anybody();
        Channel channel = world.channel().withMembers(one, BOB);
        well(world.depositEth(channel.id(), 20));
        well(pay(channel, 8, 12));
        assertAmount(8, world.balance(one.address()));
        assertAmount(0, world.holding(world.ethHolder(), channel.id()));
    }

    @Test
    @Tag("threat-22")
    void theSameParticipantTwiceIsFundedOnceAndPaidBothBalances() throws Exception {
        Key one = anybody();
        Channel channel = world.channel().withMembers(one, one);
        well(world.depositEth(channel.fundingId(one), 30));
        well(pay(channel, 10, 20));
        assertAmount(30, world.balance(one.address()));
        Channel poor = world.channel().withMembers(one, one);
        well(world.depositEth(poor.fundingId(one), 5));
        well(pay(poor, 5, 5));
        assertAmount(35, world.balance(one.address()));
    }

    /** Whoever pays in when all is over gets it back, as with any other settlement. */
    @Test
    void aLateDepositCanBeWithdrawn() throws Exception {
        Channel channel = funded(ALICE, BOB);
        well(pay(channel, 60, 40));
        well(world.depositEth(channel.fundingId(ALICE), 7));
        Key elsewhere = anybody();
        var order = Calls.Order.of(channel, ALICE, elsewhere.address(), 7);
        assertEquals(Outcome.acceptedWith("Withdrawn"), world.withdraw(world.ethHolder(), order, ALICE));
        assertAmount(7, world.balance(elsewhere.address()));
    }

    @Test
    void coinAndTokenInOneChannel() throws Exception {
        Key one = anybody();
        Key two = anybody();
        Channel channel = funded(one, two);
        well(world.depositToken(channel.fundingId(one), 9));
        var state = last(channel, 60, 40)
                .withAssets(world.eth(), world.tokenCoin())
                .withBackends(1L, 1L)
                .withBalances(List.of(60L, 40L), List.of(2L, 7L));
        var events = List.of(
                ENDED,
                "OutcomeSet",
                "Withdrawn",
                "Withdrawn",
                "OutcomeSet",
                "Transfer",
                "Withdrawn",
                "Transfer",
                "Withdrawn");
        assertEquals(new Outcome(true, "", events), world.concludeFinalAndPay(channel.sign(state)));
        assertAmount(60, world.balance(one.address()));
        assertAmount(7, world.tokenBalance(two.address()));
    }

    /** Until all holders know the outcome, what lies in them are deposits, and nobody gets a deposit back. */
    @Test
    void nobodyTakesADepositOutOfOneHolderWhileAnotherPays() throws Exception {
        String token = world.deployForTest("CallingToken", Abi.word(world.sender()), Abi.word(50));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token));
        Key thief = anybody();
        Key owner = anybody();
        Channel channel = funded(thief, owner);
        well(world.send(holder, Calls.deposit(channel.fundingId(thief), BigInteger.TEN)));
        var order = Calls.Order.of(channel, thief, thief.address(), 50);
        well(world.send(
                token,
                Abi.call(
                        "callWith(address,bytes)",
                        Abi.word(world.ethHolder()),
                        Abi.blob(HexFormat.of()
                                .parseHex(Calls.withdraw(order, order.signedBy(thief))
                                        .substring(2))))));
        var state = last(channel, 0, 100)
                .withAssets(Coin.of(world.eth().chainId(), holder), world.eth())
                .withBackends(1L, 1L)
                .withBalances(List.of(3L, 7L), List.of(0L, 100L));
        well(world.concludeFinalAndPay(channel.sign(state)));
        assertAmount(0, world.balance(thief.address()));
        assertAmount(100, world.balance(owner.address()));
    }

    @Test
    @Tag("threat-18")
    void aTokenThatSaysNoLeavesTheMoneyWithdrawable() throws Exception {
        String token = world.deployForTest("DenyingToken", Abi.word(world.sender()), Abi.word(50));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token));
        Channel channel = world.channel();
        well(world.send(holder, Calls.deposit(channel.fundingId(ALICE), BigInteger.TEN)));
        well(world.send(token, Abi.call("deny()")));
        var state =
                channel.state(1, Coin.of(world.eth().chainId(), holder), 3, 7).asFinal();
        assertEquals(Outcome.acceptedWith(ENDED, "OutcomeSet"), world.concludeFinalAndPay(channel.sign(state)));
        assertAmount(3, world.holding(holder, channel.fundingId(ALICE)));
        assertAmount(7, world.holding(holder, channel.fundingId(BOB)));
    }

    @Test
    void onlyAHolderAndEachOnce() throws Exception {
        Channel channel = funded(ALICE, BOB);
        var state = last(channel, 60, 40);
        assertEquals(
                Outcome.reverted("(no data)"),
                world.concludeFinalAndPay(
                        channel.sign(state.withAssets(Coin.of(world.eth().chainId(), ALICE.address())))));
        assertEquals(
                Outcome.reverted("duplicate asset"),
                world.concludeFinalAndPay(channel.sign(state.withAssets(world.eth(), world.eth())
                        .withBackends(1L, 1L)
                        .withBalances(List.of(60L, 40L), List.of(0L, 0L)))));
        assertEquals(
                Outcome.reverted("participants length should equal balances"),
                world.concludeFinalAndPay(channel.sign(last(channel, 100))));
        String strangers = Calls.setOutcome(channel.id(), channel.members(), 1, 1);
        String payOut = Abi.call("payOut(bytes32,(address,bytes)[],uint256[])").substring(0, 10);
        assertEquals(
                Outcome.reverted("can only be called by the adjudicator"),
                world.send(world.ethHolder(), payOut + strangers.substring(10)));
    }

    /** A ledger channel may be part of another one as well. Its hash is then stored with the registration of that one. */
    @Test
    void anotherChannelThatLocksAPaidOneCanStillBeConcluded() throws Exception {
        Channel paid = funded(ALICE, BOB);
        var state = last(paid, 60, 40);
        Channel parent = funded(ALICE, BOB);
        var outer = parent.state(1, world.eth(), 0, 0).withLocked(Lock.of(paid, 100, 0, 1));
        well(world.concludeFinalAndPay(paid.sign(state)));
        assertEquals(
                Outcome.acceptedWith("ChannelUpdate version=1 phase=0"),
                world.register(parent.sign(outer), paid.sign(state)));
        well(world.at(world.dispute(parent).timeout()).conclude(parent, outer, state));
        assertAmount(60, held(parent, ALICE));
        assertAmount(40, held(parent, BOB));
        assertAmount(0, held(paid, ALICE));
        assertEquals(true, settled(world.ethHolder(), paid));
    }

    @Test
    void aHolderWithAPlainAccountInTheAdjudicatorsPlaceHasPaidNobody() throws Exception {
        String holder = world.deploy(Contract.ASSET_HOLDER_ETH, Abi.word(world.sender()));
        assertEquals(false, settled(holder, world.channel()));
    }
}
