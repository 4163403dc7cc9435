package dev.zorya.ethereum.own;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;
import static dev.zorya.ethereum.chain.World.CAROL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A state that could never be concluded is not registered, so that an older one keeps its chance. */
class RegistrationTest extends ContractTest {
    RegistrationTest() throws Exception {}

    /** The state is refused, and the one before it can still be registered and concluded. */
    private void refusedButTheOlderOneCounts(Channel channel, String text, ChannelState bad, Channel.Signed... children)
            throws Exception {
        var good = state(channel, 1);
        well(world.register(channel.sign(good)));
        long timeout = world.dispute(channel).timeout();
        assertEquals(Outcome.reverted(text), world.register(channel.sign(bad), children));
        well(world.at(timeout).conclude(channel, good));
    }

    @Test
    void aRowForEachAsset() throws Exception {
        Channel channel = world.channel();
        refusedButTheOlderOneCounts(
                channel, "balances length mismatch", state(channel, 2).withBalances());
        channel = world.channel();
        refusedButTheOlderOneCounts(
                channel,
                "balances length mismatch",
                state(channel, 2).withBalances(List.of(60L, 40L), List.of(0L, 0L)));
    }

    @Test
    void aBalanceForEachParticipant() throws Exception {
        Channel channel = world.channel();
        refusedButTheOlderOneCounts(channel, "balances per asset mismatch", channel.state(2, world.eth(), 100));
        channel = world.channel();
        refusedButTheOlderOneCounts(channel, "balances per asset mismatch", channel.state(2, world.eth(), 60, 40, 0));
    }

    @Test
    void aHolderOnce() throws Exception {
        Channel channel = world.channel();
        refusedButTheOlderOneCounts(
                channel,
                "duplicate asset",
                state(channel, 2)
                        .withAssets(world.eth(), world.eth())
                        .withBalances(List.of(60L, 40L), List.of(0L, 0L)));
    }

    @Test
    @Tag("threat-10")
    void sumsWithin256Bits() throws Exception {
        Channel channel = world.channel();
        BigInteger most = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        var bad = state(channel, 2);
        refusedButTheOlderOneCounts(
                channel,
                "Panic(0x11)",
                new ChannelState(
                        bad.channelId(),
                        2,
                        bad.assets(),
                        bad.backends(),
                        List.of(List.of(most, BigInteger.ONE)),
                        List.of(),
                        new byte[0],
                        false));
    }

    @Test
    @Tag("threat-12")
    void anIndexForEachParticipantOfTheChild() throws Exception {
        Channel child = world.channel().asSub();
        var childState = child.sign(child.state(1, world.eth(), 10, 30));
        Channel channel = world.channel();
        refusedButTheOlderOneCounts(
                channel,
                "index map too short",
                channel.state(2, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0)),
                childState);
        channel = world.channel();
        refusedButTheOlderOneCounts(
                channel,
                "index map out of range",
                channel.state(2, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 65535, 0)),
                childState);
    }

    /** The Go backend pads maps with zeros up to the parent's participants. */
    @Test
    void aLongerIndexMapIsFine() throws Exception {
        Channel child = world.channel().asSub().withMembers(ALICE, BOB);
        Channel channel = world.channel().withMembers(ALICE, CAROL, BOB);
        for (var member : channel.members()) {
            well(world.depositEth(channel.fundingId(member), 40));
        }
        var childState = child.state(1, world.eth(), 10, 30);
        var state = channel.state(1, world.eth(), 30, 30, 20).withLocked(Lock.of(child, 40, 0, 2, 0));
        well(world.register(channel.sign(state), child.sign(childState)));
        well(world.at(world.dispute(channel).timeout()).conclude(channel, state, childState));
        assertEquals(BigInteger.valueOf(40), world.holding(world.ethHolder(), channel.fundingId(ALICE)));
        assertEquals(BigInteger.valueOf(30), world.holding(world.ethHolder(), channel.fundingId(CAROL)));
        assertEquals(BigInteger.valueOf(50), world.holding(world.ethHolder(), channel.fundingId(BOB)));
    }

    /** The official contract cuts the duration to 64 bits: this one would be zero, and the dispute over at once. */
    @Test
    @Tag("threat-15")
    void aDurationBeyond64BitsIsNotCut() throws Exception {
        Channel channel = world.channel().withDuration(BigInteger.TWO.pow(64));
        assertEquals(Outcome.reverted("challenge duration too long"), world.register(channel.sign(state(channel, 1))));
        assertEquals(
                Outcome.reverted("challenge duration too long"),
                world.concludeFinal(channel.sign(state(channel, 1).asFinal())));
    }

    @Test
    @Tag("threat-31")
    void aStateThatIsRegisteredNeedsNoSignaturesAgainAndChangesNothing() throws Exception {
        Channel channel = world.channel();
        var signed = channel.sign(state(channel, 1));
        well(world.register(signed));
        var before = world.dispute(channel);
        assertEquals(Outcome.acceptedWith(), world.register(signed.withSignatures(List.of())));
        assertEquals(before, world.dispute(channel));
        var forged = new Channel.Signed(channel, state(channel, 2), signed.signatures());
        assertEquals(Outcome.reverted("invalid signature"), world.register(forged));
    }

    @Test
    void everyFieldOfADisputeIsReadBack() throws Exception {
        Channel plain = world.channel();
        assertEquals(0, world.dispute(plain).timeout());
        well(world.register(plain.sign(state(plain, 1))));
        var dispute = world.dispute(plain);
        assertEquals(world.now() + World.DURATION, dispute.timeout());
        assertEquals(World.DURATION, dispute.duration());
        assertEquals(1, dispute.version());
        assertEquals(0, dispute.phase());
        assertEquals(false, dispute.hasApp());

        long longest = 1L << 62;
        Channel channel =
                world.channel().withApp(world.deploy(Contract.TRIVIAL_APP)).withDuration(BigInteger.valueOf(longest));
        well(world.register(channel.sign(state(channel, Long.MAX_VALUE))));
        var extreme = world.dispute(channel);
        assertEquals(world.now() + longest, extreme.timeout());
        assertEquals(longest, extreme.duration());
        assertEquals(Long.MAX_VALUE, extreme.version());
        assertEquals(true, extreme.hasApp());
        assertEquals(
                world.view(world.adjudicator(), Calls.hashState(state(channel, Long.MAX_VALUE))), extreme.stateHash());
    }
}
