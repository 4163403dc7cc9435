package dev.zorya.ethereum.conservation;

import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Key;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a holder's books must say, by the rules of ONCHAIN.md 6. */
final class Books {
    private final Map<String, BigInteger> holdings = new HashMap<>();
    private final Map<String, BigInteger> deposited = new HashMap<>();
    private final Map<String, BigInteger> paid = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    BigInteger held(String id) {
        return holdings.getOrDefault(id, BigInteger.ZERO);
    }

    boolean isSettled(Channel channel) {
        return settled.contains(channel.id());
    }

    void deposit(Channel channel, String id, BigInteger amount) {
        holdings.merge(id, amount, BigInteger::add);
        deposited.merge(channel.id(), amount, BigInteger::add);
    }

    void settle(Channel channel, List<BigInteger> outcome) {
        settled.add(channel.id());
        BigInteger held = ids(channel).stream().map(this::held).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger wanted = outcome.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (held.compareTo(wanted) < 0) {
            return;
        }
        ids(channel).forEach(id -> holdings.put(id, BigInteger.ZERO));
        for (int i = 0; i < outcome.size(); i++) {
            holdings.merge(channel.fundingId(channel.members().get(i)), outcome.get(i), BigInteger::add);
        }
    }

    /** As {@link #settle}, then everybody takes everything. What is held for the channel itself stays if it is not needed. */
    void payOut(Channel channel, List<BigInteger> outcome) {
        BigInteger spare = held(channel.id());
        BigInteger wanted = outcome.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger held = ids(channel).stream().map(this::held).reduce(BigInteger.ZERO, BigInteger::add);
        boolean spareIsKept = held.compareTo(wanted) < 0 || held.subtract(spare).compareTo(wanted) >= 0;
        settle(channel, outcome);
        for (Key member : new LinkedHashSet<>(channel.members())) {
            withdraw(channel, member, held(channel.fundingId(member)));
        }
        holdings.put(channel.id(), spareIsKept ? spare : BigInteger.ZERO);
    }

    void withdraw(Channel channel, Key member, BigInteger amount) {
        holdings.merge(channel.fundingId(member), amount.negate(), BigInteger::add);
        paid.merge(channel.id(), amount, BigInteger::add);
    }

    /** Each place once where money of a channel may be held. */
    static Set<String> ids(Channel channel) {
        var ids = new LinkedHashSet<String>();
        ids.add(channel.id());
        channel.members().forEach(member -> ids.add(channel.fundingId(member)));
        return ids;
    }

    BigInteger deposited(Channel channel) {
        return deposited.getOrDefault(channel.id(), BigInteger.ZERO);
    }

    BigInteger paid(Channel channel) {
        return paid.getOrDefault(channel.id(), BigInteger.ZERO);
    }

    /** What the holder must have: all deposits less all payments. */
    BigInteger balance() {
        return sum(deposited).subtract(sum(paid));
    }

    private static BigInteger sum(Map<String, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
