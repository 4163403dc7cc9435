package dev.zorya.ethereum.own;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.Permit;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deposits beside the ABI: several at once, and with a signature instead of an allowance. */
class DepositTest extends ContractTest {
    private static final BigInteger TEN = BigInteger.TEN;

    DepositTest() throws Exception {}

    private Calls.Deposit coins(Channel channel, long amount) {
        var wei = BigInteger.valueOf(amount);
        return new Calls.Deposit(world.ethHolder(), wei, channel.fundingId(ALICE), wei);
    }

    private Calls.Deposit tokens(Channel channel, long amount) {
        return new Calls.Deposit(
                world.tokenHolder(), BigInteger.ZERO, channel.fundingId(ALICE), BigInteger.valueOf(amount));
    }

    private Outcome all(long value, Calls.Deposit... deposits) throws Exception {
        return world.send(world.adjudicator(), Calls.depositAll(deposits), BigInteger.valueOf(value));
    }

    private void assertHeld(String holder, Channel channel, long amount) throws Exception {
        assertEquals(BigInteger.valueOf(amount), world.holding(holder, channel.fundingId(ALICE)));
    }

    @Test
    void severalChannelsAndCurrenciesInOneTransaction() throws Exception {
        Channel one = world.channel();
        Channel two = world.channel();
        well(world.send(world.token(), Calls.approve(world.tokenHolder(), BigInteger.valueOf(12))));
        var outcome = all(12, coins(one, 5), tokens(one, 10), coins(two, 7), tokens(two, 2));
        assertEquals(
                Outcome.acceptedWith(
                        "Deposited",
                        "Approval",
                        "Transfer",
                        "Deposited",
                        "Deposited",
                        "Approval",
                        "Transfer",
                        "Deposited"),
                outcome);
        assertHeld(world.ethHolder(), one, 5);
        assertHeld(world.ethHolder(), two, 7);
        assertHeld(world.tokenHolder(), one, 10);
        assertHeld(world.tokenHolder(), two, 2);
    }

    @Test
    void allOrNone() throws Exception {
        Channel one = world.channel();
        well(world.send(world.token(), Calls.approve(world.tokenHolder(), BigInteger.ONE)));
        assertEquals(
                Outcome.reverted("ERC20: transfer amount exceeds allowance"), all(5, coins(one, 5), tokens(one, 10)));
        assertHeld(world.ethHolder(), one, 0);
    }

    @Test
    void notAWeiMoreOrLessThanTheDeposits() throws Exception {
        Channel one = world.channel();
        assertEquals(Outcome.reverted("wrong amount of ETH for deposits"), all(6, coins(one, 5)));
        assertEquals(Outcome.reverted("(no data)"), all(4, coins(one, 5)));
        var less = new Calls.Deposit(world.ethHolder(), TEN, one.fundingId(ALICE), BigInteger.valueOf(11));
        assertEquals(Outcome.reverted("wrong amount of ETH for deposit"), all(10, less));
        assertHeld(world.ethHolder(), one, 0);
    }

    /** Only the caller's tokens move, and nobody but the adjudicator may name a payer. */
    @Test
    @Tag("threat-18")
    void nobodyDepositsTheTokensOfAnother() throws Exception {
        Channel one = world.channel();
        well(world.send(world.token(), Calls.approve(world.tokenHolder(), TEN)));
        assertEquals(
                Outcome.reverted("ERC20: transfer amount exceeds allowance"),
                world.as(BOB).send(world.adjudicator(), Calls.depositAll(tokens(one, 10))));
        String from = Abi.call(
                "depositFrom(address,bytes32,uint256)",
                Abi.word(world.sender()),
                Abi.word(one.fundingId(BOB)),
                Abi.word(TEN));
        assertEquals(
                Outcome.reverted("can only be called by the adjudicator"),
                world.as(BOB).send(world.tokenHolder(), from));
    }

    /** A token with signatures, and its holder. */
    private record Permits(String token, String holder) {}

    private Permits permits(Key owner) throws Exception {
        String token =
                world.deployForTest("PermitToken", Abi.array(Stream.of(Abi.word(owner.address()))), Abi.word(1000));
        return new Permits(
                token, world.deploy(Contract.ASSET_HOLDER_ERC20, Abi.word(world.adjudicator()), Abi.word(token)));
    }

    private byte[] permit(Permits at, Key owner, BigInteger amount, BigInteger deadline) throws Exception {
        return Permit.sign(world, at.token(), at.holder(), owner, amount, deadline);
    }

    private Outcome deposit(Permits at, Key from, Channel channel, BigInteger deadline, byte[] signature)
            throws Exception {
        return world.as(from)
                .send(at.holder(), Calls.depositWithPermit(channel.fundingId(ALICE), TEN, deadline, signature));
    }

    @Test
    void aSignatureInsteadOfAnAllowance() throws Exception {
        Channel channel = world.channel();
        Permits at = permits(ALICE);
        assertEquals(
                Outcome.acceptedWith("Approval", "Approval", "Transfer", "Deposited"),
                deposit(at, ALICE, channel, Permit.LATER, permit(at, ALICE, TEN, Permit.LATER)));
        assertHeld(at.holder(), channel, 10);
    }

    /** Somebody else brings the signature to the token first: the deposit goes on with the allowance that this made. */
    @Test
    void aPermitThatSomebodyElseHasUsedIsNoObstacle() throws Exception {
        Channel channel = world.channel();
        Permits at = permits(ALICE);
        byte[] signature = permit(at, ALICE, TEN, Permit.LATER);
        String words = Calls.depositWithPermit(channel.fundingId(ALICE), TEN, Permit.LATER, signature)
                .substring(10 + 64);
        String owner =
                HexFormat.of().formatHex(Abi.encode(Abi.tuple(Abi.word(ALICE.address()), Abi.word(at.holder()))));
        String selector = Abi.call("permit(address,address,uint256,uint256,uint8,bytes32,bytes32)");
        well(world.as(BOB).send(at.token(), selector + owner + words));
        well(deposit(at, ALICE, channel, Permit.LATER, signature));
        assertHeld(at.holder(), channel, 10);
    }

    @Test
    void aPermitOfAnotherOrALateOneIsNone() throws Exception {
        Channel channel = world.channel();
        Permits at = permits(ALICE);
        var refused = Outcome.reverted("ERC20: transfer amount exceeds allowance");
        assertEquals(refused, deposit(at, BOB, channel, Permit.LATER, permit(at, ALICE, TEN, Permit.LATER)));
        assertEquals(refused, deposit(at, ALICE, channel, Permit.LATER, permit(at, BOB, TEN, Permit.LATER)));
        assertEquals(refused, deposit(at, ALICE, channel, BigInteger.ONE, permit(at, ALICE, TEN, BigInteger.ONE)));
        assertHeld(at.holder(), channel, 0);
    }

    @Test
    void aTokenWithoutPermitsUsesTheAllowanceThatIsThere() throws Exception {
        Channel channel = world.channel();
        byte[] none = "-".repeat(65).getBytes(StandardCharsets.US_ASCII);
        well(world.send(world.token(), Calls.approve(world.tokenHolder(), TEN)));
        well(world.send(
                world.tokenHolder(), Calls.depositWithPermit(channel.fundingId(ALICE), TEN, Permit.LATER, none)));
        assertHeld(world.tokenHolder(), channel, 10);
    }
}
