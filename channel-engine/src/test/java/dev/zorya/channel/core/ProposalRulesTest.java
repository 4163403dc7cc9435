package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.SHARE_A;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody is asked, of others and of ourselves. */
class ProposalRulesTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;

    private void refused(String why, ChannelProposal.Ledger proposal) {
        assertEquals(
                why, Opening.refusal(bob.env(), alice.env().wire(), proposal).orElse("nothing"));
    }

    private ProposalBase base(long challenge, App app, Bytes data, Allocation initial, Balances agreement) {
        return new ProposalBase(KEY, challenge, SHARE_A, app, data, initial, agreement, Capabilities.aux());
    }

    private void limited(String why, ProposalBase base) {
        refused(why, scene.proposal(base));
        assertEquals(why, Opening.limits(alice.env(), base).orElse("nothing"), "our own proposals too");
    }

    @Test
    void nothingAgainstAGoodOne() {
        refused("nothing", scene.proposal());
    }

    @Test
    void anAgreementMayLetOneSidePayForBoth() {
        Balances all = Balances.single(BigInteger.valueOf(1000), BigInteger.ZERO);
        refused("nothing", scene.proposal(base(3600, App.NONE, Bytes.EMPTY, scene.allocation(600, 400), all)));
    }

    @Test
    void peersThatAreNotTheTwoOfUs() {
        String why = "the proposal names other peers";
        var a = alice.env().wire();
        var b = bob.env().wire();
        refused(why, new ChannelProposal.Ledger(scene.base(), alice.env().self(), List.of(b, a)));
        refused(why, new ChannelProposal.Ledger(scene.base(), alice.env().self(), List.of(a)));
        refused(why, new ChannelProposal.Ledger(scene.base(), alice.env().self(), List.of(a, b, a)));
        assertEquals(
                why, Opening.refusal(bob.env(), b, scene.proposal()).orElse("nothing"), "somebody else's proposal");
    }

    @Test
    void participantsWithoutAnAddressHereOrOurselves() {
        var peers = scene.proposal().peers();
        var none = new Participant(new dev.zorya.channel.value.AddressMap(new java.util.TreeMap<>()));
        refused("the other side has no address on this ledger", new ChannelProposal.Ledger(scene.base(), none, peers));
        refused(
                "both participants would be the same",
                new ChannelProposal.Ledger(scene.base(), bob.env().self(), peers));
    }

    @ParameterizedTest
    @Tag("threat-15")
    @ValueSource(longs = {0, 1, 10, 599, 30L * 86_400 + 1, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void protectionPeriodsOutsideTheWindow(long seconds) {
        limited(
                "the protection period must be between 10 minutes and 30 days",
                base(
                        seconds,
                        App.NONE,
                        Bytes.EMPTY,
                        scene.allocation(1, 1),
                        Balances.single(BigInteger.ONE, BigInteger.ONE)));
    }

    @Test
    void protectionPeriodsAtTheEdgesAreFine() {
        for (long seconds : List.of(600L, 30L * 86_400)) {
            limited(
                    "nothing",
                    base(
                            seconds,
                            App.NONE,
                            Bytes.EMPTY,
                            scene.allocation(1, 0),
                            scene.allocation(1, 0).balances()));
        }
    }

    @Test
    @Tag("threat-16")
    void whatARegistrationCouldNotCarry() {
        var one = Collections.nCopies(2, BigInteger.ONE);
        var assets = java.util.stream.IntStream.range(0, LIMITS.maxAssets() + 1)
                .mapToObj(n -> new dev.zorya.channel.value.Asset(1, Bytes.of((byte) n)))
                .toList();
        Allocation many = new Allocation(assets, new Balances(Collections.nCopies(assets.size(), one)), List.of());
        limited("more than 16 assets", base(3600, App.NONE, Bytes.EMPTY, many, many.balances()));
        Allocation fine = scene.allocation(1, 1);
        limited("more than 4096 bytes of app data", base(3600, App.NONE, Bytes.zero(4097), fine, fine.balances()));
    }

    @Test
    void appsThatNobodyKnowsAndDataThatCouldNeverBeUpdated() {
        Allocation fine = scene.allocation(1, 1);
        App unknown = new App.Contract(Bytes.zero(20));
        limited("an app that this wallet does not know", base(3600, unknown, Bytes.EMPTY, fine, fine.balances()));
        limited("data without an app", base(3600, App.NONE, Bytes.of((byte) 1), fine, fine.balances()));
        Bytes id = Bytes.zero(20);
        Env paying = new Env(
                alice.env().scheme(),
                alice.env().signer(),
                alice.env().self(),
                alice.env().wire(),
                LIMITS,
                new Apps(Map.of(id, new PaymentApp())));
        ProposalBase withData = base(3600, new App.Contract(id), Bytes.of((byte) 1), fine, fine.balances());
        assertEquals(
                "the payment app has no data", Opening.limits(paying, withData).orElse("nothing"));
    }

    @Test
    void agreementsThatDoNotFit() {
        Allocation fine = scene.allocation(2, 1);
        String shape = "the funding agreement has another shape than the balances";
        limited(shape, base(3600, App.NONE, Bytes.EMPTY, fine, new Balances(List.of())));
        limited(shape, base(3600, App.NONE, Bytes.EMPTY, fine, Balances.single(BigInteger.TWO)));
        limited(
                "the funding agreement does not add up to the balances",
                base(3600, App.NONE, Bytes.EMPTY, fine, Balances.single(BigInteger.TWO, BigInteger.TWO)));
        limited("nothing", base(3600, App.NONE, Bytes.EMPTY, fine, Balances.single(BigInteger.ONE, BigInteger.TWO)));
    }

    @Test
    @Tag("threat-10")
    void balancesThatNoContractCouldPayOut() {
        Allocation three = new Allocation(
                List.of(SimWorld.COIN), Balances.single(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE), List.of());
        limited(
                "balances for 3 instead of 2 participants",
                base(3600, App.NONE, Bytes.EMPTY, three, Balances.single(BigInteger.ONE, BigInteger.TWO)));
        BigInteger huge = BigInteger.ONE.shiftLeft(255);
        Allocation above = new Allocation(List.of(SimWorld.COIN), Balances.single(huge, huge), List.of());
        limited("a total is above 2^256", base(3600, App.NONE, Bytes.EMPTY, above, above.balances()));
        Allocation twice = new Allocation(
                List.of(SimWorld.COIN, SimWorld.COIN),
                new Balances(Collections.nCopies(2, Collections.nCopies(2, BigInteger.ONE))),
                List.of());
        limited("an asset stands there twice", base(3600, App.NONE, Bytes.EMPTY, twice, twice.balances()));
    }

    @Test
    @Tag("threat-12")
    void lockedFundsAtTheStart() {
        Allocation locked = new Allocation(
                List.of(SimWorld.COIN),
                Balances.single(BigInteger.ONE, BigInteger.ONE),
                List.of(new SubAllocation(new ChannelId(Bytes.zero(32)), List.of(BigInteger.ONE), List.of())));
        limited(
                "a new channel cannot have locked funds",
                base(3600, App.NONE, Bytes.EMPTY, locked, Balances.single(BigInteger.ONE, BigInteger.TWO)));
    }
}
