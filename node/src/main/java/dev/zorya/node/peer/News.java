package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.ProposalId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the engine tells, as events of the protocol. Heard on one thread. */
final class News {
    private final Lines lines;
    private final ChannelFields fields;
    private final Stats stats;
    private final boolean quiet;
    private final Map<ProposalId, Stand> stands = new HashMap<>();
    /** The same fact of the ledger may come twice. */
    private final Set<Fact> told = new HashSet<>();

    /** Where a channel stood when it was last heard of. */
    private record Stand(Status status, long version) {
        boolean isUsable() {
            return status.compareTo(Status.OPEN) >= 0 && status != Status.ENDED;
        }
    }

    private record Fact(ProposalId channel, String what, long version, long seconds) {}

    News(Lines lines, ChannelFields fields, Stats stats, boolean quiet) {
        this.lines = lines;
        this.fields = fields;
        this.stats = stats;
        this.quiet = quiet;
    }

    /** How things stand at the start is no news. */
    synchronized void begin(Engine engine) {
        engine.channels().forEach(channel -> {
            fields.history().keep(channel);
            stands.putIfAbsent(channel.key(), new Stand(channel.status(), channel.version()));
        });
    }

    synchronized void hear(Engine engine, EngineEvent event) {
        switch (event) {
            case EngineEvent.ChannelChanged changed -> changed(changed.channel());
            case EngineEvent.LedgerReported reported ->
                engine.channel(reported.key()).ifPresent(channel -> reported(channel, reported.event()));
            case EngineEvent.StoreTrouble trouble ->
                lines.event(
                        "error",
                        new Fields().with("what", String.valueOf(trouble.why().getMessage())));
            case EngineEvent.Quarantined aside -> lines.event("error", new Fields().with("what", aside.reason()));
            case EngineEvent.Disputed other -> {}
            case EngineEvent.PaymentChanged other -> {}
            case EngineEvent.RequestReceived other -> {}
            case EngineEvent.RequestDeclined other -> {}
            case EngineEvent.PeerConnection other -> {}
        }
    }

    private void changed(ChannelSnapshot channel) {
        fields.history().keep(channel);
        if (channel.params() != null) {
            fields.peers().pin(channel.peer(), channel.params().parts().get(1 - channel.ownIndex()));
        }
        Stand now = new Stand(channel.status(), channel.version());
        Stand before = stands.put(channel.key(), now);
        if (before == null) {
            return;
        }
        if (!before.isUsable() && now.isUsable() && before.status() != Status.ENDED) {
            stats.count("channels");
            lines.event("funded", fields.of(channel));
        }
        boolean signed = channel.current() != null && channel.current().isComplete();
        if (before.isUsable() && before.version() != now.version() && signed) {
            stats.count("updates");
            if (!quiet) {
                lines.event("updated", fields.of(channel).with("from_version", before.version()));
            }
        }
        if (before.status() != now.status()) {
            moved(channel);
        }
    }

    private void moved(ChannelSnapshot channel) {
        if (channel.status() == Status.WITHDRAWN) {
            lines.event("withdrawn", fields.of(channel));
            if (fields.watch().isWatching(Objects.requireNonNull(channel.id()))) {
                lines.event("watch-ended", fields.of(channel));
            }
        }
        if (channel.status() == Status.WITHDRAWN || (channel.status() == Status.ENDED && channel.id() != null)) {
            lines.event("channel-closed", fields.of(channel).with("reason", channel.reason()));
        }
    }

    private void reported(ChannelSnapshot channel, LedgerEvent event) {
        Optional<Fact> fact = fact(channel.key(), event);
        if (fact.isPresent() && !told.add(fact.get())) {
            return;
        }
        switch (event) {
            case LedgerEvent.Registered registered -> {
                if (!fields.watch().isWatching(Objects.requireNonNull(channel.id()))) {
                    return;
                }
                Fields shown = fields.of(channel)
                        .with("version", registered.version())
                        .with("timeout", registered.timeout().getEpochSecond());
                if (registered.state() != null) {
                    shown.with("state", fields.of(registered.state()).map());
                }
                lines.event(
                        switch (registered.stage()) {
                            case DISPUTE -> "disputed";
                            case FORCED_EXECUTION -> "progressed";
                        },
                        shown);
            }
            case LedgerEvent.Concluded concluded ->
                lines.event(
                        "concluded",
                        fields.of(channel)
                                .with("version", concluded.version())
                                .with("timeout", concluded.time().getEpochSecond()));
            case LedgerEvent.Stuck stuck ->
                lines.event(
                        "warning",
                        fields.of(channel).with("what", stuck.sentence()).with("reason", Choice.text(stuck.reason())));
            case LedgerEvent.Mined mined -> stats.count("transactions");
            case LedgerEvent.Holdings other -> {}
            case LedgerEvent.Withdrawn other -> {}
        }
    }

    /** By which a fact is known again; nothing for what is said each time or never. */
    private static Optional<Fact> fact(ProposalId key, LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Registered r ->
                Optional.of(
                        new Fact(key, r.stage().name(), r.version(), r.timeout().getEpochSecond()));
            case LedgerEvent.Concluded c -> Optional.of(new Fact(key, "concluded", c.version(), 0));
            case LedgerEvent.Mined m -> Optional.of(new Fact(key, m.intentKey(), 0, 0));
            case LedgerEvent.Stuck other -> Optional.empty();
            case LedgerEvent.Holdings other -> Optional.empty();
            case LedgerEvent.Withdrawn other -> Optional.empty();
        };
    }
}
