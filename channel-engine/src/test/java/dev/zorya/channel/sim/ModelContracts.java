package dev.zorya.channel.sim;

import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the adjudicator and of one asset holder for each asset, as plain Java (DESIGN.md 2, ONCHAIN.md 5 and 6). Knows
 * no blocks and no accounts; every method either does all of its work or reverts.
 */
public final class ModelContracts {
    /** What a holder keeps for one participant of one channel. */
    private record Fund(Asset asset, ChannelId channel, Participant participant) {}

    private record Outcome(Asset asset, ChannelId channel) {}

    private final StateScheme scheme;
    private final Map<Fund, BigInteger> holdings = new HashMap<>();
    private final Map<Asset, BigInteger> surplus = new HashMap<>();
    private final Set<Outcome> settled = new HashSet<>();
    private final Map<ChannelId, Long> concluded = new HashMap<>();

    public ModelContracts(StateScheme scheme) {
        this.scheme = scheme;
    }

    public BigInteger holdings(Asset asset, ChannelId channel, Participant participant) {
        return holdings.getOrDefault(new Fund(asset, channel, participant), BigInteger.ZERO);
    }

    /** The version that a channel was concluded with. */
    public Optional<Long> concluded(ChannelId channel) {
        return Optional.ofNullable(concluded.get(channel));
    }

    /** Everything in the holder of this asset, with what nobody can get out any more. */
    public BigInteger locked(Asset asset) {
        return holdings.entrySet().stream()
                .filter(e -> e.getKey().asset().equals(asset))
                .map(Map.Entry::getValue)
                .reduce(surplus.getOrDefault(asset, BigInteger.ZERO), BigInteger::add);
    }

    public void deposit(Asset asset, ChannelId channel, Participant participant, BigInteger amount) {
        holdings.merge(new Fund(asset, channel, participant), amount, BigInteger::add);
    }

    public void concludeFinal(Params params, Transaction last) throws Reverted {
        State state = last.state();
        require(params.ledgerChannel(), "not ledger");
        require(state.isFinal(), "state not final");
        require(state.allocation().locked().isEmpty(), "has sub-channels");
        require(scheme.channelId(params).equals(state.id()), "invalid params");
        require(
                state.balances().participants() == params.parts().size(),
                "balances length should match participants length");
        require(last.isComplete(), "signatures length mismatch");
        for (int part = 0; part < params.parts().size(); part++) {
            boolean good = scheme.verify(
                    scheme.digest(state),
                    last.ordered().get(part),
                    params.parts().get(part));
            require(good, "invalid signature");
        }
        require(!concluded.containsKey(state.id()), "concluded already");
        List<Asset> assets = state.allocation().assets();
        for (Asset asset : assets) {
            require(!settled.contains(new Outcome(asset, state.id())), "trying to set already settled channel");
        }
        concluded.put(state.id(), state.version());
        for (int asset = 0; asset < assets.size(); asset++) {
            setOutcome(assets.get(asset), params, state, asset);
        }
    }

    /** If less is held than the outcome says, what everybody paid in stays theirs; a surplus is lost (ONCHAIN.md 6). */
    private void setOutcome(Asset asset, Params params, State state, int index) {
        settled.add(new Outcome(asset, state.id()));
        BigInteger held = BigInteger.ZERO;
        BigInteger owed = BigInteger.ZERO;
        for (int part = 0; part < params.parts().size(); part++) {
            held = held.add(holdings(asset, state.id(), params.parts().get(part)));
            owed = owed.add(state.balances().of(index, part));
        }
        if (held.compareTo(owed) < 0) {
            return;
        }
        surplus.merge(asset, held.subtract(owed), BigInteger::add);
        for (int part = 0; part < params.parts().size(); part++) {
            holdings.put(
                    new Fund(asset, state.id(), params.parts().get(part)),
                    state.balances().of(index, part));
        }
    }

    public void withdraw(Asset asset, ChannelId channel, Participant participant, BigInteger amount) throws Reverted {
        require(settled.contains(new Outcome(asset, channel)), "channel not settled");
        BigInteger left = holdings(asset, channel, participant).subtract(amount);
        require(left.signum() >= 0, "insufficient funds");
        holdings.put(new Fund(asset, channel, participant), left);
    }

    private static void require(boolean condition, String reason) throws Reverted {
        if (!condition) {
            throw new Reverted(reason);
        }
    }
}
