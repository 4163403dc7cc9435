package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * The search for payouts that nobody saw happen, from the newest final block backwards. Nothing leaves before the conclusion,
 * and that is not before the dispute's timeout (ONCHAIN.md 8).
 *
 * @param to the newest block not searched yet
 */
record PayoutSearch(ChannelWatch watch, ChannelFacts facts, List<Bytes> fundingIds, long to) {
    static PayoutSearch begin(ChannelWatch watch, ChannelFacts facts) {
        List<Bytes> ids = watch.parts().stream()
                .map(part -> EthereumEncoding.fundingId(watch.channel(), part))
                .toList();
        return new PayoutSearch(watch, facts, ids, facts.stamps().last().number());
    }

    void saw(LogEntry event) {
        watch.paid(fundingIds.indexOf(event.subject()), event);
    }

    boolean endsAt(long block, Instant time) {
        return block <= 0 || time.isBefore(Phases.timeout(facts.sure()));
    }

    PayoutSearch before(long block) {
        return new PayoutSearch(watch, facts, fundingIds, block - 1);
    }
}
