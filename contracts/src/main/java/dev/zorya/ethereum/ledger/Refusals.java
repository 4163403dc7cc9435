package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the contracts could not settle, or not safely (ONCHAIN.md 10, "Checks before signing or funding"; safety rules 4 and 7).
 * The contracts themselves let much of it pass and then never conclude.
 */
final class Refusals {
    private static final int ADDRESS = 20;
    private static final int UINT256 = 256;

    private final EthereumConfig config;

    Refusals(EthereumConfig config) {
        this.config = config;
    }

    Optional<String> refusal(Params params, Allocation initial) {
        return participants(params)
                .or(() -> kind(params))
                .or(() -> app(params))
                .or(() -> duration(params.challengeDuration()))
                .or(() -> assets(initial))
                .or(() -> amounts(initial))
                .or(() -> shape(params, initial));
    }

    private static Optional<String> participants(Params params) {
        Set<Bytes> seen = new HashSet<>();
        for (Participant part : params.parts()) {
            Optional<Bytes> address = part.on(BackendId.ETHEREUM).filter(bytes -> bytes.size() == ADDRESS);
            if (address.isEmpty()) {
                return refuse("A participant of this channel has no Ethereum address.");
            }
            if (part.addresses().entries().size() != 1) {
                return refuse(
                        "A participant of this channel has addresses on other chains, which this wallet cannot check.");
            }
            if (address.get().equals(Bytes.zero(ADDRESS))) {
                return refuse("A participant of this channel has the zero address, which nobody can sign for.");
            }
            if (!seen.add(address.get())) {
                return refuse("The same address stands in this channel twice.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> kind(Params params) {
        return params.ledgerChannel() && !params.virtualChannel()
                ? Optional.empty()
                : refuse("This is not a channel that the chain could settle by itself.");
    }

    private Optional<String> app(Params params) {
        return switch (params.app()) {
            case App.None none -> Optional.empty();
            case App.Contract contract ->
                config.apps().contains(contract.id())
                        ? Optional.empty()
                        : refuse("This channel follows the rules of an app that this wallet does not know.");
        };
    }

    private Optional<String> duration(long seconds) {
        ChallengeLimits limits = config.challenge();
        if (limits.allow(seconds)) {
            return Optional.empty();
        }
        return refuse("The time to answer in a dispute must be between " + words(limits.shortest()) + " and "
                + words(limits.longest()) + ", not " + Long.toUnsignedString(seconds) + " seconds.");
    }

    private Optional<String> assets(Allocation initial) {
        Set<Asset> seen = new HashSet<>();
        for (Asset asset : initial.assets()) {
            if (config.find(asset).isEmpty()) {
                return refuse("This channel would hold something that this wallet does not know.");
            }
            if (!seen.add(asset)) {
                return refuse("The same asset stands in this channel twice.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> amounts(Allocation initial) {
        return initial.sums().stream().map(BigInteger::bitLength).allMatch(bits -> bits <= UINT256)
                ? Optional.empty()
                : refuse("The amounts are larger than the chain can count.");
    }

    private static Optional<String> shape(Params params, Allocation initial) {
        int parts = params.parts().size();
        if (initial.balances().participants() != parts) {
            return refuse("The number of balances differs from the number of participants.");
        }
        Set<Bytes> seen = new HashSet<>();
        for (SubAllocation locked : initial.locked()) {
            if (!seen.add(locked.id().bytes())) {
                return refuse("The same channel stands twice inside this channel.");
            }
            // an index beyond the participants registers and then never concludes (ONCHAIN.md 10, issue 6)
            if (locked.indexMap().stream().anyMatch(index -> index >= parts)) {
                return refuse("A channel inside this channel belongs to somebody who is not in this channel.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refuse(String sentence) {
        return Optional.of(sentence);
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day");
        }
        return duration.toMinutes() > 0 ? count(duration.toMinutes(), "minute") : count(duration.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
