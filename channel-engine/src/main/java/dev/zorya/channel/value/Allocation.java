package dev.zorya.channel.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Who owns what in a channel. A value of this type is valid in the sense of OFFCHAIN.md 5.4, or cannot be made. */
public record Allocation(List<Asset> assets, Balances balances, List<SubAllocation> locked) {
    public Allocation {
        assets = List.copyOf(assets);
        locked = List.copyOf(locked);
        if (assets.isEmpty() || balances.participants() == 0) {
            throw new MalformedException("an allocation needs an asset and a participant");
        }
        if (balances.assets() != assets.size()) {
            throw new MalformedException(assets.size() + " assets but " + balances.assets() + " balance rows");
        }
        if (locked.size() > Balances.MAX) {
            throw new MalformedException("more than " + Balances.MAX + " locked entries: " + locked.size());
        }
        for (SubAllocation sub : locked) {
            if (sub.balances().size() != assets.size()) {
                throw new MalformedException("locked entry without one balance for each asset");
            }
        }
    }

    /** Per asset: all balances plus all that is locked. Constant over the life of a channel. */
    public List<BigInteger> sums() {
        List<BigInteger> sums = new ArrayList<>(balances.sums());
        for (SubAllocation sub : locked) {
            for (int asset = 0; asset < sums.size(); asset++) {
                sums.set(asset, sums.get(asset).add(sub.balances().get(asset)));
            }
        }
        return List.copyOf(sums);
    }

    public Allocation withBalances(Balances changed) {
        return new Allocation(assets, changed, locked);
    }
}
