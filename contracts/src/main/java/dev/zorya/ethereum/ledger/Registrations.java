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
 * Looks for the states of registrations: in the transaction that an event named, or, where the event was missed, by a search
 * through the blocks that goes one step each round, so that it never holds up a refutation.
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

    /** A dispute that was reported without its state, now with it. */
    record Found(ChannelWatch watch, LedgerEvent event) {}

    private record Step(Hunt hunt, long from, Slot events, Slot block) {}

    /** The question for the transaction of a registration that was just seen, part of a batch; none if there is nothing new. */
    static Optional<Slot> ask(Batch batch, ChannelWatch watch) {
        return watch.registrar().isUnread()
                ? Optional.of(transaction(batch, watch.registrar().seen()))
                : Optional.empty();
    }

    /** Starts a search if a dispute was reported without its state. */
    void follow(ChannelWatch watch, ChannelFacts facts) {
        Bytes hash = facts.now().stateHash();
        boolean reported = watch.reported().filter(facts.now()::equals).isPresent();
        if (reported && watch.registrar().state(hash).isEmpty() && watch.isFirstHunt(hash)) {
            hunts.add(new Hunt(watch, facts, facts.stamps().head().number()));
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
        if (!events.isEmpty()) {
            read(hunt, events.getLast()).ifPresent(found::add);
        } else if (!hunt.endsAt(step.from(), Node.blockTime(step.block()))) {
            left.add(hunt.before(step.from()));
        }
    }

    private Optional<Found> read(Hunt hunt, LogEntry event) throws NodeException.Unreachable {
        Registrar registrar = hunt.watch().registrar();
        Bytes hash = hunt.dispute().stateHash();
        Batch batch = node.batch();
        Slot transaction = transaction(batch, event.transaction());
        batch.run();
        registrar.saw(event.transaction());
        registrar.read(transaction, hash);
        return registrar
                .state(hash)
                .map(state -> new Found(hunt.watch(), hunt.watch().registered(hunt.facts(), Optional.of(state))));
    }

    private static Slot transaction(Batch batch, Bytes hash) {
        return batch.ask("eth_getTransactionByHash", "0x" + hash.hex());
    }
}
