package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which moves of a single participant replace a registered state (ONCHAIN.md 5, progress). */
final class Progressing {
    private final StateScheme scheme;
    private final Map<Bytes, StateApp> apps;
    private final Docket docket;

    Progressing(StateScheme scheme, Map<Bytes, StateApp> apps, Docket docket) {
        this.scheme = scheme;
        this.apps = apps;
        this.docket = docket;
    }

    void move(Params params, State from, State to, int actor, Signature signature) throws Reverted {
        Dispute before = docket.of(to.id());
        Reverted.unless(before.isRegistered(), "not registered");
        time(before);
        Reverted.unless(before.hasApp(), "must have app");
        Reverted.unless(actor >= 0 && actor < params.parts().size(), "actorIdx out of range");
        Reverted.unless(scheme.channelId(params).equals(to.id()), "invalid params");
        Reverted.unless(scheme.stateHash(from).equals(before.stateHash()), "wrong old state");
        Reverted.unless(
                scheme.verify(scheme.digest(to), signature, params.parts().get(actor)), "invalid signature");
        kept(params, from, to);
        allowed(params, from, to, actor);
        long timeout = to.isFinal() ? docket.time() : Docket.after(docket.time(), before.challengeDuration());
        docket.show(scheme.stateHash(to), to);
        docket.write(
                to.id(),
                new Dispute(
                        timeout, before.challengeDuration(), to.version(), Docket.FORCED, scheme.stateHash(to), true));
    }

    private void time(Dispute before) throws Reverted {
        boolean passed = Long.compareUnsigned(docket.time(), before.timeout()) >= 0;
        Reverted.unless(before.phase() != Docket.CONCLUDED, "invalid phase");
        if (before.phase() == Docket.DISPUTE) {
            Reverted.unless(passed, "timeout not passed");
        } else {
            Reverted.unless(!passed, "timeout passed");
        }
    }

    private static void kept(Params params, State from, State to) throws Reverted {
        Reverted.unless(from.version() != -1, "Panic(0x11)");
        Reverted.unless(to.version() == from.version() + 1, "version must increment by one");
        Reverted.unless(!from.isFinal(), "cannot progress from final state");
        int rows = from.balances().assets();
        Reverted.unless(to.balances().assets() == rows, "balances length mismatch");
        locked(from, to);
        for (int row = 0; row < rows; row++) {
            Assets.requireEqual(
                    from.allocation().assets().get(row),
                    to.allocation().assets().get(row));
            Reverted.unless(
                    to.balances().rows().get(row).size() == params.parts().size(), "new balances length mismatch");
            BigInteger sum = Holders.sum(to.balances().rows().get(row));
            Reverted.unless(sum.equals(Holders.sum(from.balances().rows().get(row))), "sum of balances mismatch");
        }
    }

    private static void locked(State from, State to) throws Reverted {
        List<SubAllocation> before = from.allocation().locked();
        List<SubAllocation> after = to.allocation().locked();
        Reverted.unless(before.size() == after.size(), "SubAlloc[]: unequal length");
        for (int index = 0; index < before.size(); index++) {
            SubAllocation one = before.get(index);
            SubAllocation other = after.get(index);
            Reverted.unless(one.id().equals(other.id()), "SubAlloc: unequal ID");
            Reverted.unless(one.balances().size() == other.balances().size(), "uint256[]: unequal length");
            Reverted.unless(one.balances().equals(other.balances()), "uint256[]: unequal item");
            List<Integer> map = one.fullIndexMap(from.balances().participants());
            List<Integer> changed = other.fullIndexMap(to.balances().participants());
            Reverted.unless(map.size() == changed.size(), "uint16[]: unequal length");
            Reverted.unless(map.equals(changed), "uint16[]: unequal item");
        }
    }

    /** An app that is not there reverts without a word; one that refuses has the last word. */
    private void allowed(Params params, State from, State to, int actor) throws Reverted {
        StateApp app = switch (params.app()) {
            case App.Contract contract -> apps.get(contract.id());
            case App.None none -> null;
        };
        if (app == null) {
            throw new Reverted("(no data)");
        }
        Optional<String> refusal = app.transition(params, from, to, actor);
        Reverted.unless(refusal.isEmpty(), refusal.orElse(""));
    }
}
