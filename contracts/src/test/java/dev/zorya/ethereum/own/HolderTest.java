package dev.zorya.ethereum.own;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Outcome;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The holders' books, and what happens when money leaves them. */
class HolderTest extends ContractTest {
    HolderTest() throws Exception {}

    private BigInteger held(Channel channel, Key member) throws Exception {
        return world.holding(world.ethHolder(), channel.fundingId(member));
    }

    private void settle(Channel channel, long... balances) throws Exception {
        well(world.concludeFinal(
                channel.sign(channel.state(1, world.eth(), balances).asFinal())));
    }

    @Test
    @Tag("threat-22")
    void theSameParticipantTwiceGetsBothBalancesAndNotMore() throws Exception {
        Channel channel = world.channel().withMembers(ALICE, ALICE, BOB);
        well(world.depositEth(channel.fundingId(ALICE), 30));
        settle(channel, 10, 15, 5);
        assertEquals(BigInteger.valueOf(25), held(channel, ALICE));
        assertEquals(BigInteger.valueOf(5), held(channel, BOB));
    }

    /** One deposit must not count once for each time that its owner is listed. */
    @Test
    @Tag("threat-22")
    void theSameParticipantTwiceIsFundedOnce() throws Exception {
        Channel channel = world.channel().withMembers(ALICE, ALICE);
        well(world.depositEth(channel.fundingId(ALICE), 30));
        settle(channel, 30, 30);
        assertEquals(BigInteger.valueOf(30), held(channel, ALICE));
    }

    @Test
    @Tag("threat-22")
    void anUnderfundedChannelLeavesEveryDepositWhereItIs() throws Exception {
        Channel channel = world.channel();
        well(world.depositEth(channel.fundingId(ALICE), 7));
        well(world.depositEth(channel.id(), 3));
        settle(channel, 0, 11);
        assertEquals(BigInteger.valueOf(7), held(channel, ALICE));
        assertEquals(BigInteger.ZERO, held(channel, BOB));
        assertEquals(BigInteger.valueOf(3), world.holding(world.ethHolder(), channel.id()));
    }

    @Test
    void aReceiverThatComesBackWhileItIsPaidGetsNothingMore() throws Exception {
        Channel other = world.channel();
        well(world.depositEth(other.fundingId(BOB), 100));
        Channel channel = world.channel();
        well(world.depositEth(channel.fundingId(ALICE), 10));
        settle(channel, 10, 0);
        String receiver = world.deployForTest("ReenteringReceiver", Abi.word(world.ethHolder()));
        var order = Calls.Order.of(channel, ALICE, receiver, 10);
        String data = Calls.withdraw(order, order.signedBy(ALICE));
        byte[] call = HexFormat.of().parseHex(data.substring(2));
        well(world.send(receiver, Abi.call("start(bytes)", Abi.blob(call))));
        assertEquals(BigInteger.TEN, world.balance(receiver));
        assertEquals(BigInteger.ZERO, held(channel, ALICE));
        assertEquals(BigInteger.valueOf(100), held(other, BOB));
        assertEquals("0x" + "0".repeat(64), world.view(receiver, Abi.call("secondAccepted()")));
    }

    @Test
    @Tag("threat-18")
    void aTokenThatAnswersNothingCanBeUsed() throws Exception {
        String token = world.deployForTest("SilentToken", Abi.word(world.sender()), Abi.word(50));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token));
        Channel channel = world.channel();
        well(world.send(holder, Calls.deposit(channel.fundingId(ALICE), BigInteger.valueOf(50))));
        var state =
                channel.state(1, Coin.of(world.eth().chainId(), holder), 20, 30).asFinal();
        well(world.concludeFinal(channel.sign(state)));
        var order = Calls.Order.of(channel, BOB, BOB.address(), 30);
        assertEquals(Outcome.acceptedWith("Withdrawn"), world.withdraw(holder, order, BOB));
        assertEquals(
                BigInteger.valueOf(30),
                new BigInteger(world.view(token, Calls.balanceOf(BOB.address())).substring(2), 16));
    }

    @Test
    @Tag("threat-18")
    void aTokenThatSaysNoIsBelieved() throws Exception {
        String token = world.deployForTest("DenyingToken", Abi.word(world.sender()), Abi.word(50));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.sender()), Abi.word(token));
        Channel channel = world.channel();
        String deposit = Calls.deposit(channel.fundingId(ALICE), BigInteger.TEN);
        well(world.send(holder, deposit));
        well(world.send(holder, Calls.setOutcome(channel.id(), List.of(ALICE), 10)));
        well(world.send(token, Abi.call("deny()")));
        assertEquals(Outcome.reverted("transferFrom failed"), world.send(holder, deposit));
        assertEquals(
                Outcome.reverted("transfer failed"),
                world.withdraw(holder, Calls.Order.of(channel, ALICE, BOB.address(), 10), ALICE));
        assertEquals(BigInteger.TEN, world.holding(holder, channel.fundingId(ALICE)));
    }

    /** What a holder does not get, another channel would have to pay. */
    @Test
    @Tag("threat-18")
    void aTokenThatKeepsAFeeTakesNoDepositsFromThenOn() throws Exception {
        String token = world.deployForTest("FeeToken", Abi.word(world.sender()), Abi.word(100));
        String holder = world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token));
        Channel channel = world.channel();
        String deposit = Calls.deposit(channel.fundingId(ALICE), BigInteger.TEN);
        well(world.send(holder, deposit));
        well(world.send(token, Abi.call("take(uint256)", Abi.word(1))));
        assertEquals(Outcome.reverted("token delivers less"), world.send(holder, deposit));
        assertEquals(BigInteger.TEN, world.holding(holder, channel.fundingId(ALICE)));
    }

    @Test
    @Tag("threat-17")
    void aTokenWithoutCodeTakesNoDeposits() throws Exception {
        String holder =
                world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(ALICE.address()));
        String deposit = Calls.deposit(world.channel().fundingId(ALICE), BigInteger.TEN);
        assertEquals(Outcome.reverted("transferFrom failed"), world.send(holder, deposit));
    }

    @Test
    void theTokensWordsArePassedOn() throws Exception {
        String deposit = Calls.deposit(world.channel().fundingId(ALICE), BigInteger.TEN);
        well(world.send(world.token(), Calls.approve(world.tokenHolder(), BigInteger.ZERO)));
        assertEquals(
                Outcome.reverted("ERC20: transfer amount exceeds allowance"), world.send(world.tokenHolder(), deposit));
    }

    @Test
    void anOrderOfAnotherOrWithAnotherAmountIsRefused() throws Exception {
        Channel channel = world.channel();
        well(world.depositEth(channel.fundingId(ALICE), 10));
        settle(channel, 10, 0);
        var order = Calls.Order.of(channel, ALICE, BOB.address(), 5);
        assertEquals(Outcome.reverted("signature verification failed"), world.withdraw(world.ethHolder(), order, BOB));
        byte[] signature = order.signedBy(ALICE);
        var more = Calls.Order.of(channel, ALICE, BOB.address(), 10);
        assertEquals(
                Outcome.reverted("signature verification failed"),
                world.send(world.ethHolder(), Calls.withdraw(more, signature)));
    }
}
