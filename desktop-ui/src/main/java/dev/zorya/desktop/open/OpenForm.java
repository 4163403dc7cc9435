package dev.zorya.desktop.open;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.AmountParser;
import dev.zorya.desktop.money.Entry;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.OpenOrder;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a person has typed so far. Immutable: each keystroke makes a new one.
 *
 * @param contactDid empty before a contact is chosen
 */
public record OpenForm(String contactDid, String mine, String theirs, Duration period) {
    /** Practice channels may be shorter, so that a person can watch one end (DESIGN.md 3, rule 7). */
    private static final List<Duration> PRACTICE =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));

    private static final List<Duration> REAL = List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));

    static OpenForm empty(String contactDid) {
        return new OpenForm(contactDid, "", "", Duration.ofHours(24));
    }

    static List<Duration> periods(boolean practice) {
        return practice ? PRACTICE : REAL;
    }

    OpenForm contact(String did) {
        return new OpenForm(did, mine, theirs, period);
    }

    OpenForm mine(String typed) {
        return new OpenForm(contactDid, typed, theirs, period);
    }

    OpenForm theirs(String typed) {
        return new OpenForm(contactDid, mine, typed, period);
    }

    OpenForm period(Duration chosen) {
        return new OpenForm(contactDid, mine, theirs, chosen);
    }

    /** What can go into a channel: the account without the fee of opening and what is set aside for fees. */
    static Amount available(Snapshot snapshot, Optional<CostSummary> costs) {
        Amount onChain = snapshot.overview().onChain();
        BigInteger aside = costs.map(
                        known -> known.open().units().add(known.setAside().units()))
                .orElse(BigInteger.ZERO);
        return new Amount(onChain.units().subtract(aside).max(BigInteger.ZERO), onChain.coin());
    }

    /** Own part; nothing or zero is allowed when the other side puts something in. */
    Entry mineEntry(Amount available) {
        return zeroAllowed(AmountParser.parse(mine, available), available);
    }

    /** The other part has no limit that we know of: they say what they have. */
    Entry theirsEntry(Amount available) {
        return zeroAllowed(AmountParser.parse(theirs, available.coin()), available);
    }

    private static Entry zeroAllowed(Entry entry, Amount available) {
        return entry instanceof Entry.Zero ? new Entry.Valid(Amount.zero(available.coin())) : entry;
    }

    /** The order, once everything that is needed is there and at least one side puts something in. */
    Optional<OpenOrder> order(Amount available) {
        Optional<Amount> own = amount(mineEntry(available), available);
        Optional<Amount> other = amount(theirsEntry(available), available);
        if (contactDid.isEmpty() || own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        boolean something = own.get().units().signum() + other.get().units().signum() > 0;
        return something ? Optional.of(new OpenOrder(contactDid, own.get(), other.get(), period)) : Optional.empty();
    }

    private static Optional<Amount> amount(Entry entry, Amount available) {
        return switch (entry) {
            case Entry.Valid valid -> Optional.of(valid.amount());
            case Entry.Empty empty -> Optional.of(Amount.zero(available.coin()));
            case Entry.Refused refused -> Optional.empty();
        };
    }
}
