package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.HealthItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.IdentityView;
import java.text.NumberFormat;
import java.util.List;

/** The sentences of the health strip (UI.md 7). */
final class HealthWords {
    private HealthWords() {}

    static List<HealthItem> of(Snapshot snapshot, When when) {
        Health health = snapshot.health();
        return List.of(
                chain(health, when),
                watcher(snapshot),
                snapshot.identity().map(HealthWords::identity).orElseGet(HealthWords::builtIn),
                peers(health),
                copies(health.copies(), when));
    }

    private static HealthItem builtIn() {
        return new HealthItem(Text.of("strip.identity.built-in"), Tone.OK, true);
    }

    private static HealthItem identity(IdentityView identity) {
        return switch (identity.state()) {
            case READY, STARTING ->
                switch (identity.kind()) {
                    case BUILT_IN -> builtIn();
                    case OWN_AGENT, LOCAL_AGENT -> new HealthItem(Text.of("strip.identity.agent"), Tone.OK, true);
                };
            case UNREACHABLE, KEY_REFUSED -> new HealthItem(Text.of("strip.identity.away"), Tone.WAIT, true);
        };
    }

    private static HealthItem watcher(Snapshot snapshot) {
        boolean blind = switch (snapshot.health().chain()) {
            case GOOD, CONNECTING -> false;
            case NO_ANSWER, WRONG_CHAIN, STOPPED -> true;
        };
        if (snapshot.guarded() == 0) {
            return new HealthItem(Text.of("strip.watcher.nothing"), Tone.NEUTRAL, true);
        }
        if (blind) {
            return new HealthItem(Text.of("strip.watcher.blind"), Tone.BAD, true);
        }
        return snapshot.disputes() > 0
                ? new HealthItem(Text.count("strip.watcher.defending", snapshot.disputes()), Tone.WAIT, true)
                : new HealthItem(Text.count("strip.watcher.guarding", snapshot.guarded()), Tone.OK, true);
    }

    private static HealthItem chain(Health health, When when) {
        return switch (health.chain()) {
            case GOOD ->
                new HealthItem(
                        Text.of(
                                "strip.chain.good",
                                NumberFormat.getIntegerInstance(Text.locale()).format(health.block()),
                                when.ago(health.blockTime())),
                        Tone.OK,
                        true);
            case CONNECTING -> new HealthItem(Text.of("strip.chain.connecting"), Tone.NEUTRAL, true);
            case NO_ANSWER ->
                new HealthItem(
                        health.block() == 0
                                ? Text.of("strip.chain.never")
                                : Text.of("strip.chain.no-answer", when.ago(health.blockTime())),
                        Tone.BAD,
                        true);
            case WRONG_CHAIN -> new HealthItem(Text.of("strip.chain.wrong"), Tone.BAD, true);
            case STOPPED -> new HealthItem(Text.of("strip.chain.stopped"), Tone.BAD, true);
        };
    }

    private static HealthItem copies(CopyHealth copies, When when) {
        return switch (copies.state()) {
            case NONE -> new HealthItem(Text.of("strip.copy.none"), Tone.NEUTRAL, false);
            case CURRENT -> new HealthItem(Text.of("strip.copy.current", when.ago(copies.newest())), Tone.OK, false);
            case BEHIND -> new HealthItem(Text.of("strip.copy.behind"), Tone.NEUTRAL, false);
            case FAILED -> new HealthItem(Text.of("strip.copy.failed"), Tone.BAD, true);
        };
    }

    private static HealthItem peers(Health health) {
        if (health.peers() == 0) {
            return new HealthItem(Text.of("strip.peers.none"), Tone.NEUTRAL, false);
        }
        String sentence = Text.of("strip.peers.some", health.peersOnline(), health.peers());
        return new HealthItem(sentence, health.peersOnline() > 0 ? Tone.OK : Tone.NEUTRAL, false);
    }
}
