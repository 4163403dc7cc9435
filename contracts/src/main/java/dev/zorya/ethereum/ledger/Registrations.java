package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the states that the judge holds: in the transaction that an event named, or, where the event was missed, by a search
 * through the blocks that goes one step each round, so that it never holds up a refutation. It goes on after a conclusion, as
 * people want to see what was concluded.
 */
final class Registrations {
    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private final Node node;
    private final Logs logs;
    private List<Hunt> hunts = new ArrayList<>();

    Registrations(Node node, Logs logs) {
        this.node = node;
        this.logs = logs;
    }

    /** What was told without its state, now with it. */
    record Found(ChannelWatch watch, List<LedgerEvent> events) {}

    private record Step(Hunt hunt, long from, Slot events, Slot block) {}

    /** The question for the transaction of a registration that was just seen, part of a batch; none if there is nothing new. */
    static Optional<Slot> ask(Batch batch, ChannelWatch watch) {
        return watch.registrar().isUnread()
                ? Optional.of(transaction(batch, watch.registrar().seen()))
                : Optional.empty();
    }

    /** Starts a search if a dispute or an outcome was told without its state. */
    void follow(ChannelWatch watch, ChannelFacts facts) {
        if (watch.isToBeHunted(facts)) {
            hunts.add(Hunt.begin(watch, facts));
        }
    }

    /** One step of each search. */
    List<Found> search() throws NodeException.Unreachable {
        if (hunts.isEmpty()) {
            return List.of();
        }
        Batch batch = node.batch();
        List<Step> steps = new ArrayList<>();
        for (Hunt hunt : hunts) {
            long from = Math.max(0, hunt.to() - logs.range() + 1);
            Slot events = logs.ofChannel(batch, hunt.watch().channel(), from, hunt.to());
            steps.add(new Step(hunt, from, events, batch.block(At.block(from))));
        }
        batch.run();
        List<Found> found = new ArrayList<>();
        List<Hunt> left = new ArrayList<>();
        for (Step step : steps) {
            try {
                step(step, found, left);
            } catch (NodeException.Unreachable e) {
                throw e;
            } catch (NodeException e) {
                LOG.info("No registration found for {}: {}", step.hunt().watch().channel(), e.getMessage());
                step.hunt().again().ifPresent(left::add);
            }
        }
        hunts = left;
        return found;
    }

    private void step(Step step, List<Found> found, List<Hunt> left) throws NodeException {
        Hunt hunt = step.hunt();
        if (hunt.isPointless()) {
            return;
        }
        List<LogEntry> events;
        try {
            events = Logs.read(step.events());
        } catch (NodeException.Refused e) {
            logs.halve(e);
            left.add(hunt);
            return;
        }
        if (!events.isEmpty() && isRead(hunt, events.getLast())) {
            found.add(new Found(hunt.watch(), hunt.watch().found()));
        } else if (!events.isEmpty() || hunt.endsAt(step.from(), Node.blockTime(step.block()))) {
            hunt.again().ifPresent(left::add);
        } else {
            left.add(hunt.before(step.from()));
        }
    }

    private boolean isRead(Hunt hunt, LogEntry event) throws NodeException.Unreachable {
        Registrar registrar = hunt.watch().registrar();
        Bytes hash = hunt.dispute().stateHash();
        Batch batch = node.batch();
        Slot transaction = transaction(batch, event.transaction());
        batch.run();
        registrar.saw(event.transaction());
        registrar.read(transaction, hash);
        return registrar.state(hash).isPresent();
    }

    private static Slot transaction(Batch batch, Bytes hash) {
        return batch.ask("eth_getTransactionByHash", "0x" + hash.hex());
    }
}
