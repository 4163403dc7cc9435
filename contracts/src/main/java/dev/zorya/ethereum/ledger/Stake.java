package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;

/** What an account owns by a tree of states in the chain's own coin, the one that fees are paid in (decision 0010). */
final class Stake {
    private final Bytes self;
    private final List<Asset> coins;

    Stake(EthereumConfig config, Bytes self) {
        this.self = self;
        this.coins = config.assets().stream()
                .filter(HeldAsset.Ether.class::isInstance)
                .map(held -> held.on(config.chainId()))
                .toList();
    }

    /** Wei. What a channel locks for others inside it counts there. */
    BigInteger of(Intent.Register register) {
        BigInteger sum =
                of(register.root().params(), register.root().transaction().state());
        for (SignedState sub : register.subs()) {
            sum = sum.add(of(sub.params(), sub.transaction().state()));
        }
        return sum;
    }

    /** Wei; zero for a channel of others. */
    BigInteger of(Params params, State state) {
        List<Bytes> addresses = params.parts().stream()
                .map(part -> part.on(BackendId.ETHEREUM).orElse(Bytes.EMPTY))
                .toList();
        int index = addresses.indexOf(self);
        BigInteger sum = BigInteger.ZERO;
        List<Asset> assets = state.allocation().assets();
        for (int asset = 0; asset < assets.size() && index >= 0; asset++) {
            if (coins.contains(assets.get(asset))) {
                sum = sum.add(state.balances().of(asset, index));
            }
        }
        return sum;
    }
}
