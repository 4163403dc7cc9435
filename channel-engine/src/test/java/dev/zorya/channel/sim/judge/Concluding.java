package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What the outcome of a registered tree is (ONCHAIN.md 5, conclude). */
final class Concluding {
    private final StateScheme scheme;
    private final Docket docket;
    private final List<State> list;
    private int next;

    /** @param list the registered states of what is locked, depth first */
    Concluding(StateScheme scheme, Docket docket, List<State> list) {
        this.scheme = scheme;
        this.docket = docket;
        this.list = list;
    }

    /** The balances of the root with all that the children give back. */
    Balances root(State state) throws Reverted {
        Dispute before = registered(state);
        Reverted.unless(before.phase() != Docket.CONCLUDED, "already concluded");
        boolean grace = before.phase() == Docket.DISPUTE && before.hasApp();
        long timeout = grace ? Docket.after(before.timeout(), before.challengeDuration()) : before.timeout();
        Reverted.unless(Long.compareUnsigned(docket.time(), timeout) >= 0, "timeout not passed yet");
        conclude(state.id(), before, timeout);
        return new Balances(outcome(state));
    }

    private List<List<BigInteger>> outcome(State state) throws Reverted {
        List<List<BigInteger>> rows = new ArrayList<>();
        state.balances().rows().forEach(row -> rows.add(new ArrayList<>(row)));
        for (SubAllocation entry : state.allocation().locked()) {
            Reverted.unless(next < list.size(), "Panic(0x32)");
            State child = list.get(next++);
            Reverted.unless(child.id().equals(entry.id()), "invalid subchannel id");
            Dispute before = registered(child);
            if (before.phase() != Docket.CONCLUDED) {
                conclude(child.id(), before, before.timeout());
            }
            add(rows, outcome(child), entry.fullIndexMap(state.balances().participants()));
        }
        return rows;
    }

    private static void add(List<List<BigInteger>> to, List<List<BigInteger>> part, List<Integer> map) {
        for (int asset = 0; asset < part.size(); asset++) {
            for (int index = 0; index < part.get(asset).size(); index++) {
                List<BigInteger> row = to.get(asset);
                int there = map.get(index);
                row.set(there, row.get(there).add(part.get(asset).get(index)));
            }
        }
    }

    private Dispute registered(State state) throws Reverted {
        Dispute dispute = docket.of(state.id());
        Reverted.unless(dispute.isRegistered(), "not registered");
        Reverted.unless(dispute.stateHash().equals(scheme.stateHash(state)), "invalid state");
        return dispute;
    }

    private void conclude(ChannelId channel, Dispute before, long timeout) {
        docket.write(
                channel,
                new Dispute(
                        timeout,
                        before.challengeDuration(),
                        before.version(),
                        Docket.CONCLUDED,
                        before.stateHash(),
                        before.hasApp()));
    }
}
