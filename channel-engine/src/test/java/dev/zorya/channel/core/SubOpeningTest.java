package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which sub-channels are not even asked about, ours and the peer's (OFFCHAIN.md 7.4). */
class SubOpeningTest {
    private final Grove grove = new Grove();
    private final Scene scene = grove.scene;
    private final Grove.Party alice = grove.alice;
    private final Grove.Party bob = grove.bob;

    /** Refused when Alice orders it, and by Bob when he hears of it. */
    private void refused(String reason, ProposalBase base) {
        alice.take(KEY, new Input.OpenSub(base));
        assertEquals(new Notice.OpenRefused(reason), alice.notices.getLast());
        hears(reason, base);
    }

    private void hears(String reason, ProposalBase base) {
        bob.hear(new ChannelProposal.Sub(base, bob.current(KEY).id()));
        assertEquals(new ProposalAnswer.Reject(base.proposalId(), reason), alice.inbox.getLast());
        assertEquals(1, bob.tree.members().size());
    }

    private ProposalBase base(long challenge, App app, Allocation initial, Balances agreement) {
        return new ProposalBase(
                Grove.key(1), challenge, Grove.share(1), app, Bytes.EMPTY, initial, agreement, Capabilities.aux());
    }

    @Test
    void moreThanEachOfTheTwoOwns() {
        refused("the balances of the channel do not suffice", grove.base(1, 601, 0));
        refused("the balances of the channel do not suffice", grove.base(1, 0, 401));
    }

    @Test
    void otherAssetsThanThoseOfTheParent() {
        Balances row = scene.allocation(1, 1).balances();
        refused(
                "a sub-channel has the assets of its parent",
                grove.base(1, new Allocation(List.of(SimWorld.TOKEN), row, List.of())));
    }

    @Test
    void anAgreementOfItsOwn() {
        Balances other = Balances.single(BigInteger.TWO, BigInteger.ZERO);
        refused(
                "a sub-channel is funded from the balances of its parent",
                base(3600, App.NONE, scene.allocation(1, 1), other));
    }

    @Test
    @Tag("threat-15")
    @Tag("threat-17")
    void whatNoChannelMayBe() {
        Allocation one = scene.allocation(1, 1);
        refused("the protection period must be between 10 minutes and 30 days", base(5, App.NONE, one, one.balances()));
        App app = new App.Contract(Bytes.zero(20));
        refused("an app that this wallet does not know", base(3600, app, one, one.balances()));
    }

    @Test
    void byTheSideThatDidNotOpenTheParent() {
        String reason = "only the side that opened a channel can open sub-channels in it";
        bob.take(KEY, new Input.OpenSub(grove.base(1, 1, 1)));
        assertEquals(new Notice.OpenRefused(reason), bob.notices.getLast());
        alice.hear(
                new ChannelProposal.Sub(grove.base(1, 1, 1), alice.current(KEY).id()));
        assertEquals(new ProposalAnswer.Reject(Grove.key(1), reason), bob.inbox.getLast());
    }

    @Test
    void inAChannelThatIsClosing() {
        alice.take(KEY, new Input.Close());
        alice.take(KEY, new Input.OpenSub(grove.base(1, 1, 1)));
        assertEquals(new Notice.OpenRefused("the channel is not open"), alice.notices.getLast());
    }

    @Test
    @Tag("threat-16")
    @Tag("threat-20")
    void moreThanCouldBeSettledTogether() {
        for (int number = 1; number < SubOpening.MAX_MEMBERS; number++) {
            grove.opened(KEY, number, 1, 1);
        }
        String reason = "more than 16 channels, or more than 8 inside each other, could not be settled together";
        alice.take(KEY, new Input.OpenSub(grove.base(40, 1, 1)));
        assertEquals(new Notice.OpenRefused(reason), alice.notices.getLast());
        bob.hear(new ChannelProposal.Sub(grove.base(40, 1, 1), bob.current(KEY).id()));
        assertEquals(new ProposalAnswer.Reject(Grove.key(40), reason), alice.inbox.getLast());
        grove.order(alice, Grove.key(1), new Input.Close());
        grove.opened(KEY, 41, 1, 1);
    }

    @Test
    @Tag("threat-16")
    void deeperThanCouldBeSettled() {
        ProposalId parent = KEY;
        for (int depth = 1; depth < SubOpening.MAX_DEPTH; depth++) {
            parent = grove.opened(parent, depth, 50, 50);
        }
        alice.take(parent, new Input.OpenSub(grove.base(30, 1, 1)));
        assertInstanceOf(Notice.OpenRefused.class, alice.notices.getLast());
    }

    @Test
    void whatSufficedWhenItWasAskedMayNotSufficeWhenItIsAnswered() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 600, 0)));
        bob.hear(bob.inbox.remove());
        alice.take(KEY, new Input.Pay(Scene.payment(1, 10)));
        grove.run();
        assertEquals(
                "the balances of the channel do not suffice",
                assertInstanceOf(Ended.class, alice.at(Grove.key(1))).reason());
        grove.agreed(KEY, 590, 410);
    }
}
