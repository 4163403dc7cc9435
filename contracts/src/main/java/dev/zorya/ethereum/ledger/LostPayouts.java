package dev.zorya.ethereum.ledger;

import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the transactions that paid people while this program was not running: whoever closes pays everybody, and the others
 * want to see their money, too. A few steps of each search go with each round, so that it never holds up a refutation for long.
 */
final class LostPayouts {
    private static final Logger LOG = LoggerFactory.getLogger(LostPayouts.class);

    /** In one round: whoever was away for a month is told within minutes. */
    private static final int STEPS = 8;

    private final Node node;
    private final Logs logs;
    private List<PayoutSearch> searches = new ArrayList<>();

    LostPayouts(Node node, Logs logs) {
        this.node = node;
        this.logs = logs;
    }

    private record Step(PayoutSearch search, long from, Slot events, Slot block) {}

    /** Starts a search if money is gone that was not seen leaving. */
    void follow(ChannelWatch watch, ChannelFacts facts) {
        boolean known = searches.stream().anyMatch(search -> search.watch() == watch);
        if (!known && watch.hasUnexplained(facts)) {
            searches.add(PayoutSearch.begin(watch, facts));
        }
    }

    /** Some steps of each search. The answer has those that are over, whatever they found. */
    List<PayoutSearch> search() throws NodeException.Unreachable {
        List<PayoutSearch> over = new ArrayList<>();
        for (int count = 0; count < STEPS && over.isEmpty() && !searches.isEmpty(); count++) {
            over.addAll(step());
        }
        return over;
    }

    private List<PayoutSearch> step() throws NodeException.Unreachable {
        Batch batch = node.batch();
        List<Step> steps = new ArrayList<>();
        for (PayoutSearch search : searches) {
            long from = Math.max(0, search.to() - logs.range() + 1);
            Slot events = logs.payouts(batch, search.watch().holders(), search.fundingIds(), from, search.to());
            steps.add(new Step(search, from, events, batch.block(At.block(from))));
        }
        batch.run();
        List<PayoutSearch> over = new ArrayList<>();
        List<PayoutSearch> left = new ArrayList<>();
        for (Step step : steps) {
            try {
                step(step, over, left);
            } catch (NodeException.Refused e) {
                LOG.info("No payouts found for {}: {}", step.search().watch().channel(), e.getMessage());
                over.add(step.search());
            }
        }
        searches = left;
        return over;
    }

    private void step(Step step, List<PayoutSearch> over, List<PayoutSearch> left) throws NodeException.Refused {
        List<LogEntry> events;
        try {
            events = Logs.read(step.events());
        } catch (NodeException.Refused e) {
            logs.halve(e);
            left.add(step.search());
            return;
        }
        events.forEach(step.search()::saw);
        if (step.search().endsAt(step.from(), Node.blockTime(step.block()))) {
            over.add(step.search());
        } else {
            left.add(step.search().before(step.from()));
        }
    }
}
