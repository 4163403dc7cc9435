package dev.zorya.channel.sim.judge;

import static dev.zorya.channel.sim.judge.Court.DURATION;
import static dev.zorya.channel.sim.judge.Court.ETH;
import static dev.zorya.channel.sim.judge.Court.START;
import static dev.zorya.channel.sim.judge.Court.TOKEN;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;

/** The groups "register", "register-tree" and "duration". */
final class RegisterRules {
    private final Court court;

    RegisterRules(Court court) {
        this.court = court;
    }

    void play() {
        court.group("register");
        versions();
        refusals();
        signatures();
        finalStates();
        court.group("register-tree");
        misfits();
        trees();
        virtual();
        court.group("duration");
        Params endless = court.params(-1, App.NONE, true, false);
        court.row("duration 2^64-1 overflows", court.register(court.signed(endless, court.state(endless, 1))));
    }

    private void versions() {
        Params channel = court.channel();
        Filing first = court.signed(channel, court.state(channel, 1));
        court.at(START).row("fresh ledger channel", court.register(first));
        long timeout = court.dispute(channel).timeout();
        court.value("timeout is block time + challengeDuration", timeout - START);
        Filing second = court.signed(channel, court.state(channel, 2));
        court.at(START + 10).row("newer version during the dispute phase", court.register(second));
        court.value(
                "refutation leaves the timeout unchanged",
                court.dispute(channel).timeout() == timeout);
        court.row("older version", court.register(first));
        court.row(
                "same version, different state",
                court.register(court.signed(channel, court.state(channel, 2, 50, 50))));
        Court.Answer again = court.row("identical state again: accepted", court.register(second));
        court.value("identical state again: number of events", again.events().size());
        Filing third = court.signed(channel, court.state(channel, 3));
        court.at(timeout - 1).row("newer version at timeout-1", court.register(third));
        court.at(timeout)
                .row("newer version at timeout", court.register(court.signed(channel, court.state(channel, 4))));
        court.at(timeout + 1).row("identical state after the timeout", court.register(third));
    }

    private void refusals() {
        Params sub = court.sub();
        court.row("root that is not a ledger channel", court.register(court.signed(sub, court.state(sub, 1))));
        Params channel = court.channel();
        Filing good = court.signed(channel, court.state(channel, 1));
        court.row(
                "params that do not hash to the channel id",
                court.register(new Filing(court.channel(), good.state(), good.signatures())));
        court.row(
                "one signature missing",
                court.register(new Filing(
                        channel, good.state(), List.of(good.signatures().getFirst()))));
        court.row(
                "signatures in the wrong order",
                court.register(
                        new Filing(channel, good.state(), good.signatures().reversed())));
    }

    private void signatures() {
        variant("canonical", (byte) 0, false);
        variant("v-0-or-1", (byte) -27, false);
        variant("high-s", (byte) 0, true);
        variant("flipped-v", (byte) 1, false);
    }

    private void variant(String name, byte shift, boolean high) {
        Params channel = court.channel();
        Filing good = court.signed(channel, court.state(channel, 1));
        byte[] bytes = good.signatures().getFirst().bytes().toArray();
        bytes[64] = shift == 1 ? (byte) (55 - bytes[64]) : (byte) (bytes[64] + shift);
        if (high) {
            bytes[64] = (byte) (55 - bytes[64]);
            BigInteger order = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
            BigInteger s = order.subtract(new BigInteger(
                    1, good.signatures().getFirst().bytes().slice(32, 64).toArray()));
            byte[] number = s.toByteArray();
            System.arraycopy(number, number.length - 32, bytes, 32, 32);
        }
        Signature changed = new Signature(Bytes.wrap(bytes));
        court.row(
                "signature variant " + name,
                court.register(new Filing(
                        channel,
                        good.state(),
                        List.of(changed, good.signatures().getLast()))));
    }

    private void finalStates() {
        Params channel = court.channel();
        State last = Court.last(court.state(channel, 7));
        court.at(START).row("final state via register", court.register(court.signed(channel, last)));
        court.value(
                "final state via register: timeout is the block time",
                court.dispute(channel).timeout() - START);
        court.row("final state via register: concludable at once", court.conclude(channel, last));
        court.row("newer version after conclusion", court.register(court.signed(channel, court.state(channel, 8))));
        Params refuted = court.channel();
        court.registered(refuted, court.state(refuted, 1));
        court.at(START + 5)
                .row(
                        "refutation by a final state",
                        court.register(court.signed(refuted, Court.last(court.state(refuted, 9)))));
        court.value(
                "refutation by a final state: timeout becomes the block time",
                court.dispute(refuted).timeout() - court.now());
    }

    private State parent(Params parent, Params child) {
        return court.locking(court.state(parent, 1, 30, 30), child, 40, 0, 1);
    }

    private void misfits() {
        Params child = court.sub();
        Params parent = court.channel();
        Filing root = court.signed(parent, parent(parent, child));
        court.row("sub-channel missing", court.register(root));
        Params stranger = court.sub();
        court.row("wrong sub-channel", court.register(root, court.signed(stranger, court.state(stranger, 1, 10, 30))));
        State right = court.state(child, 1, 10, 30);
        misfit("sub-channel total differs from the locked amount", root, child, court.state(child, 1, 10, 31));
        misfit("sub-channel with another asset holder", root, child, in(right, List.of(TOKEN)));
        Asset elsewhere = Court.asset(Court.CHAIN.add(BigInteger.ONE), 1);
        misfit("sub-channel with another chain id", root, child, in(right, List.of(elsewhere)));
        misfit("sub-channel with an extra asset", root, child, in(right, List.of(ETH, TOKEN)));
        Params other = court.channel();
        State foreign = court.locking(court.state(other, 1, 30, 30), child, 40, 0, 1);
        Allocation as = foreign.allocation();
        Filing second = court.signed(
                other,
                Court.with(
                        foreign,
                        new Allocation(List.of(new Asset(7, Bytes.of((byte) 1))), as.balances(), as.locked())));
        misfit("sub-channel with another ccHolder", second, child, in(right, List.of(new Asset(7, Bytes.of((byte)
                2)))));
    }

    private static State in(State state, List<Asset> assets) {
        return Court.with(state, Court.outcome(assets, 10, 30));
    }

    private void misfit(String rule, Filing root, Params child, State state) {
        court.row(rule, court.register(root, court.signed(child, state)));
    }

    private void trees() {
        Params child = court.sub();
        Params parent = court.channel();
        Filing root = court.signed(parent, parent(parent, child));
        Court.Answer both = court.at(START)
                .row(
                        "parent with its sub-channel",
                        court.register(root, court.signed(child, court.state(child, 1, 10, 30))));
        court.events("events of parent with its sub-channel", both);
        court.row(
                "refuting only the sub-channel (same parent state)",
                court.register(root, court.signed(child, court.state(child, 2, 20, 20))));
        Params lone = court.channel();
        Params extra = court.sub();
        court.row(
                "superfluous sub-channels are ignored",
                court.register(
                        court.signed(lone, court.state(lone, 1)), court.signed(extra, court.state(extra, 1, 10, 30))));
        court.value(
                "superfluous sub-channels are not registered",
                court.dispute(extra).version());
        Params grandchild = court.sub();
        Params middle = court.sub();
        Params top = court.channel();
        court.row(
                "nested sub-channel missing",
                court.register(
                        court.signed(top, parent(top, middle)),
                        court.signed(middle, court.locking(court.state(middle, 1, 10, 20), grandchild, 10, 0, 1))));
        Params sub = court.sub();
        court.row(
                "sub-channel registered by a root that is not the parent",
                court.register(court.signed(sub, court.state(sub, 1, 10, 30))));
    }

    private void virtual() {
        Params app = court.params(DURATION, Court.TRIVIAL, false, true);
        Params parent = court.channel();
        court.row(
                "virtual channel with an app",
                court.register(
                        court.signed(parent, parent(parent, app)), court.signed(app, court.state(app, 1, 10, 30))));
        Params virtual = court.params(DURATION, App.NONE, false, true);
        Params child = court.sub();
        Params other = court.channel();
        court.row(
                "virtual channel with locked funds",
                court.register(
                        court.signed(other, parent(other, virtual)),
                        court.signed(virtual, court.locking(court.state(virtual, 1, 10, 20), child, 10, 0, 1)),
                        court.signed(child, court.state(child, 1, 5, 5))));
    }
}
