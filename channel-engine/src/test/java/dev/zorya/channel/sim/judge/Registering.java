package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which trees of signed states become the registered ones (ONCHAIN.md 5, register). */
final class Registering {
    private static final int MAX_BITS = 256;

    private final StateScheme scheme;
    private final Holders holders;
    private final Docket docket;
    private final List<Filing> list;
    private int next;

    /** @param list what the root locks, depth first */
    Registering(StateScheme scheme, Holders holders, Docket docket, List<Filing> list) {
        this.scheme = scheme;
        this.holders = holders;
        this.docket = docket;
        this.list = list;
    }

    void root(Filing root) throws Reverted {
        Reverted.unless(root.params().ledgerChannel(), "not ledger");
        tree(root);
        shape(root);
        distinct(root.state().allocation());
    }

    private void tree(Filing filing) throws Reverted {
        one(filing);
        List<SubAllocation> locked = filing.state().allocation().locked();
        Reverted.unless(list.size() >= locked.size(), "subChannels too short");
        for (SubAllocation entry : locked) {
            Reverted.unless(next < list.size(), "Panic(0x32)");
            Filing child = list.get(next++);
            Reverted.unless(child.channel().equals(entry.id()), "invalid sub-channel id");
            tree(child);
            fits(filing.state().allocation(), entry, child.state().allocation());
            shape(child);
            mapped(filing, entry, child);
        }
    }

    private void one(Filing filing) throws Reverted {
        Params params = filing.params();
        State state = filing.state();
        Reverted.unless(scheme.channelId(params).equals(state.id()), "invalid params");
        Bytes hash = scheme.stateHash(state);
        Dispute before = docket.of(state.id());
        if (before.isRegistered() && before.stateHash().equals(hash)) {
            return;
        }
        signed(scheme, params, state, filing.signatures());
        boolean hasApp = !params.app().equals(App.NONE);
        if (params.virtualChannel()) {
            Reverted.unless(!hasApp, "cannot have app");
            Reverted.unless(state.allocation().locked().isEmpty(), "funds locked");
        }
        long end;
        if (before.isRegistered()) {
            Reverted.unless(Long.compareUnsigned(state.version(), before.version()) > 0, "invalid version");
            Reverted.unless(before.phase() == Docket.DISPUTE, "incorrect phase");
            end = before.timeout();
            Reverted.unless(Long.compareUnsigned(docket.time(), end) < 0, "refutation timeout passed");
        } else {
            end = Docket.after(docket.time(), params.challengeDuration());
        }
        long timeout = state.isFinal() ? docket.time() : end;
        docket.show(hash, state);
        docket.write(
                state.id(),
                new Dispute(timeout, params.challengeDuration(), state.version(), Docket.DISPUTE, hash, hasApp));
    }

    static void signed(StateScheme scheme, Params params, State state, List<Signature> signatures) throws Reverted {
        int count = params.parts().size();
        Reverted.unless(signatures.size() == count, "signatures length mismatch");
        Bytes digest = scheme.digest(state);
        for (int part = 0; part < count; part++) {
            boolean good =
                    scheme.verify(digest, signatures.get(part), params.parts().get(part));
            Reverted.unless(good, "invalid signature");
        }
    }

    private static void fits(Allocation parent, SubAllocation entry, Allocation child) throws Reverted {
        List<Asset> assets = parent.assets();
        Reverted.unless(child.assets().size() == assets.size(), "Asset[]: unequal length");
        for (int index = 0; index < assets.size(); index++) {
            Assets.requireEqual(assets.get(index), child.assets().get(index));
        }
        List<BigInteger> sums = child.sums();
        for (int index = 0; index < sums.size(); index++) {
            Reverted.unless(sums.get(index).bitLength() <= MAX_BITS, "Panic(0x11)");
            Reverted.unless(entry.balances().get(index).equals(sums.get(index)), "uint256[]: unequal item");
        }
    }

    /** Stricter than v1.0.0, like the rest from here on: what could never be concluded is not registered. */
    private static void shape(Filing filing) throws Reverted {
        int participants = filing.params().parts().size();
        Reverted.unless(filing.state().balances().participants() == participants, "balances per asset mismatch");
    }

    private static void mapped(Filing parent, SubAllocation entry, Filing child) throws Reverted {
        int children = child.params().parts().size();
        int parents = parent.params().parts().size();
        List<Integer> map = entry.fullIndexMap(parent.state().balances().participants());
        Reverted.unless(map.size() >= children, "index map too short");
        for (int index : map.subList(0, children)) {
            Reverted.unless(index < parents, "index map out of range");
        }
    }

    private void distinct(Allocation outcome) throws Reverted {
        Set<Asset> here = new HashSet<>();
        for (int index = 0; index < outcome.assets().size(); index++) {
            Reverted.unless(outcome.sums().get(index).bitLength() <= MAX_BITS, "Panic(0x11)");
            Asset asset = outcome.assets().get(index);
            Reverted.unless(!holders.isHere(asset) || here.add(asset), "duplicate asset");
        }
    }
}
