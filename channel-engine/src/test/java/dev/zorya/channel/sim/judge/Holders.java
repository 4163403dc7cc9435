package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The asset holders of one chain (ONCHAIN.md 6). Knows no accounts: what comes in and goes out is the caller's to book. */
public final class Holders {
    private static final Bytes NOBODY = Bytes.zero(20);
    private static final int MAX_BITS = 256;

    /** What a holder keeps under one funding id; under the channel id itself the address is empty. */
    private record Fund(Asset asset, ChannelId channel, Bytes address) {}

    private record Outcome(Asset asset, ChannelId channel) {}

    private final BigInteger chain;
    private final Set<Asset> deployed;
    private final Map<Fund, BigInteger> holdings = new HashMap<>();
    private final Map<Asset, BigInteger> surplus = new HashMap<>();
    private final Set<Outcome> settled = new HashSet<>();

    /** @param deployed the holders that are there, named by what they hold */
    public Holders(BigInteger chain, Set<Asset> deployed) {
        this.chain = chain;
        this.deployed = Set.copyOf(deployed);
    }

    /** As it stands now; what happens to the one does not happen to the other. */
    Holders copy() {
        Holders copy = new Holders(chain, deployed);
        copy.holdings.putAll(holdings);
        copy.surplus.putAll(surplus);
        copy.settled.addAll(settled);
        return copy;
    }

    public BigInteger holdings(Asset asset, ChannelId channel, Participant participant) {
        return held(new Fund(asset, channel, address(participant)));
    }

    /** What lies under the channel id itself. */
    public BigInteger unassigned(Asset asset, ChannelId channel) {
        return held(new Fund(asset, channel, Bytes.EMPTY));
    }

    public boolean isSettled(Asset asset, ChannelId channel) {
        return settled.contains(new Outcome(asset, channel));
    }

    /** Everything in the holder of this asset, with what nobody can get out any more. */
    public BigInteger locked(Asset asset) {
        return holdings.entrySet().stream()
                .filter(entry -> entry.getKey().asset().equals(asset))
                .map(Map.Entry::getValue)
                .reduce(surplus.getOrDefault(asset, BigInteger.ZERO), BigInteger::add);
    }

    public void deposit(Asset asset, ChannelId channel, Participant participant, BigInteger amount) {
        give(new Fund(asset, channel, address(participant)), amount);
    }

    /** Under the channel id itself. */
    public void deposit(Asset asset, ChannelId channel, BigInteger amount) {
        give(new Fund(asset, channel, Bytes.EMPTY), amount);
    }

    /** Takes from what a settled channel holds for the participant. */
    public void withdraw(Asset asset, ChannelId channel, Participant participant, BigInteger amount) throws Reverted {
        Reverted.unless(isSettled(asset, channel), "channel not settled");
        Fund fund = new Fund(asset, channel, address(participant));
        BigInteger left = held(fund).subtract(amount);
        Reverted.unless(left.signum() >= 0, "insufficient funds");
        holdings.put(fund, left);
    }

    /** Whether the asset is held on this chain. The others are settled elsewhere. */
    boolean isHere(Asset asset) {
        if (asset.backendId() != BackendId.ETHEREUM) {
            return false;
        }
        EthereumAsset where = EthereumAsset.of(asset);
        return where.chainId().equals(chain) && !where.holder().equals(NOBODY);
    }

    /** What must hold for {@link #setOutcome} to be accepted. */
    void requireOutcome(Asset asset, ChannelId channel, List<Participant> parts, List<BigInteger> row) throws Reverted {
        Reverted.unless(deployed.contains(asset), "(no data)");
        Reverted.unless(parts.size() == row.size(), "participants length should equal balances");
        Reverted.unless(!isSettled(asset, channel), "trying to set already settled channel");
        Reverted.unless(sum(row).bitLength() <= MAX_BITS, "Panic(0x11)");
    }

    /**
     * The deposits become the outcome. If less is held than that, what everybody paid in stays theirs; a surplus is lost. A
     * participant who stands there twice is counted once and credited twice (ONCHAIN.md 10, issue 1).
     */
    void setOutcome(Asset asset, ChannelId channel, List<Participant> parts, List<BigInteger> row) {
        settled.add(new Outcome(asset, channel));
        Fund common = new Fund(asset, channel, Bytes.EMPTY);
        Map<Fund, BigInteger> taken = new HashMap<>();
        BigInteger held = held(common);
        for (Participant part : parts) {
            Fund fund = new Fund(asset, channel, address(part));
            if (!taken.containsKey(fund)) {
                taken.put(fund, held(fund));
                held = held.add(held(fund));
            }
        }
        BigInteger owed = sum(row);
        if (held.compareTo(owed) < 0) {
            return;
        }
        taken.keySet().forEach(holdings::remove);
        holdings.remove(common);
        for (int part = 0; part < parts.size(); part++) {
            give(new Fund(asset, channel, address(parts.get(part))), row.get(part));
        }
        surplus.merge(asset, held.subtract(owed), BigInteger::add);
    }

    private BigInteger held(Fund fund) {
        return holdings.getOrDefault(fund, BigInteger.ZERO);
    }

    private void give(Fund fund, BigInteger amount) {
        holdings.merge(fund, amount, BigInteger::add);
    }

    private static Bytes address(Participant participant) {
        return participant.on(BackendId.ETHEREUM).orElse(NOBODY);
    }

    static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
