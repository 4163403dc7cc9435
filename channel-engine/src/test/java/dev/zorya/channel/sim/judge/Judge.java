package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The adjudicator (ONCHAIN.md 5 and 8) over {@link Holders}. Every call either does all of its work and gives the events, or
 * reverts and changes nothing. {@code time} is that of the block, in Unix seconds, unsigned.
 */
public final class Judge {
    private final StateScheme scheme;
    private final Holders holders;
    private final Map<Bytes, StateApp> apps;
    private final Map<ChannelId, Dispute> disputes = new HashMap<>();
    private final Map<Bytes, State> states = new HashMap<>();

    /** @param apps the app contracts that are there, by address */
    public Judge(StateScheme scheme, Holders holders, Map<Bytes, StateApp> apps) {
        this.scheme = scheme;
        this.holders = holders;
        this.apps = Map.copyOf(apps);
    }

    /** As it stands now, holders included; what happens to the one does not happen to the other. */
    public Judge copy() {
        Judge copy = new Judge(scheme, holders.copy(), apps);
        copy.disputes.putAll(disputes);
        copy.states.putAll(states);
        return copy;
    }

    public Holders holders() {
        return holders;
    }

    /** All zero for a channel that is not registered. */
    public Dispute dispute(ChannelId channel) {
        return disputes.getOrDefault(channel, Docket.NONE);
    }

    /** A state that was registered or moved to, as it stood in the call. */
    public Optional<State> shown(Bytes hash) {
        return Optional.ofNullable(states.get(hash));
    }

    public boolean isConcluded(ChannelId channel) {
        return dispute(channel).phase() == Docket.CONCLUDED;
    }

    /**
     * Registers a tree, or refutes older states with it.
     *
     * @param subs what the root locks, depth first; superfluous ones are ignored
     */
    public List<Ruling> register(Filing root, List<Filing> subs, long time) throws Reverted {
        Docket docket = new Docket(disputes, time);
        new Registering(scheme, holders, docket, subs).root(root);
        return docket.enter(disputes, states);
    }

    /**
     * Moves an app channel on from what is registered.
     *
     * @param signature the actor's, for {@code to}
     */
    public List<Ruling> progress(Params params, State from, State to, int actor, Signature signature, long time)
            throws Reverted {
        Docket docket = new Docket(disputes, time);
        new Progressing(scheme, apps, docket).move(params, from, to, actor, signature);
        return docket.enter(disputes, states);
    }

    /**
     * Ends a registered tree.
     *
     * @param subs the registered states of what is locked, depth first
     */
    public List<Ruling> conclude(Params params, State state, List<State> subs, long time) throws Reverted {
        Reverted.unless(params.ledgerChannel(), "not ledger");
        Reverted.unless(scheme.channelId(params).equals(state.id()), "invalid params");
        Docket docket = new Docket(disputes, time);
        Balances outcome = new Concluding(scheme, docket, subs).root(state);
        settle(docket, params, state, outcome);
        return docket.enter(disputes, states);
    }

    public List<Ruling> concludeFinal(Filing last, long time) throws Reverted {
        Params params = last.params();
        State state = last.state();
        Reverted.unless(params.ledgerChannel(), "not ledger");
        Reverted.unless(state.isFinal(), "state not final");
        Reverted.unless(state.allocation().locked().isEmpty(), "has sub-channels");
        Reverted.unless(scheme.channelId(params).equals(state.id()), "invalid params");
        Registering.signed(scheme, params, state, last.signatures());
        Reverted.unless(!isConcluded(state.id()), "concluded already");
        Docket docket = new Docket(disputes, time);
        docket.write(
                state.id(),
                new Dispute(
                        time,
                        params.challengeDuration(),
                        state.version(),
                        Docket.CONCLUDED,
                        scheme.stateHash(state),
                        !params.app().equals(App.NONE)));
        settle(docket, params, state, state.balances());
        return docket.enter(disputes, states);
    }

    /** All holders of this chain, or none. */
    private void settle(Docket docket, Params params, State state, Balances outcome) throws Reverted {
        Map<Asset, List<BigInteger>> rows = new HashMap<>();
        List<Asset> assets = state.allocation().assets();
        for (int index = 0; index < assets.size(); index++) {
            Asset asset = assets.get(index);
            if (holders.isHere(asset)) {
                List<BigInteger> row = outcome.rows().get(index);
                holders.requireOutcome(asset, state.id(), params.parts(), row);
                Reverted.unless(rows.put(asset, row) == null, "trying to set already settled channel");
                docket.settled(new Ruling.OutcomeSet(state.id(), asset));
            }
        }
        rows.forEach((asset, row) -> holders.setOutcome(asset, state.id(), params.parts(), row));
    }
}
