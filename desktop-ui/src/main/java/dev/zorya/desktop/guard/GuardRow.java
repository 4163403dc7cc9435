package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Guarded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One guarded channel.
 *
 * @param time the deadline if something is registered, otherwise the protection period
 * @param reserve null while the chain does not answer
 * @param pays null while nobody knows
 */
record GuardRow(
        String key,
        Person person,
        Look look,
        String since,
        String version,
        String time,
        @Nullable Shown reserve,
        @Nullable Shown pays,
        String spoken) {
    static GuardRow of(Guarded channel, Snapshot snapshot, Money money, When when) {
        Person person = People.of(snapshot, channel.contactDid());
        Look look = look(channel.kind());
        String since = when.stamp(channel.since());
        String version = Text.of("guard.version", Long.toUnsignedString(channel.version()));
        Instant deadline = channel.deadline();
        String time = deadline == null
                ? Text.of("guard.period", When.span(channel.protectionPeriod()))
                : Text.of("guard.deadline", when.stamp(deadline));
        Shown pays = channel.pays() == null ? null : money.exact(channel.pays());
        return new GuardRow(
                channel.key(),
                person,
                look,
                since,
                version,
                time,
                channel.reserve() == null ? null : money.cost(channel.reserve()),
                pays,
                Text.of(
                        "guard.row.spoken",
                        person.name(),
                        look.word(),
                        since,
                        version,
                        time,
                        pays == null ? Text.of("guard.pays.unknown") : pays.spoken()));
    }

    private static Look look(Guarded.Kind kind) {
        return switch (kind) {
            case GUARDED -> new Look(Icon.GUARD, Text.of("guard.kind.guarded"), Tone.OK);
            case FROM_FIRST_DEPOSIT -> new Look(Icon.WORKING, Text.of("guard.kind.first-deposit"), Tone.BUSY);
            case DEFENDED -> new Look(Icon.DISPUTE, Text.of("guard.kind.defended"), Tone.BAD);
            case UNTIL_PAID_OUT -> new Look(Icon.PAYING_OUT, Text.of("guard.kind.until-paid-out"), Tone.BUSY);
            case NOT_GUARDED -> new Look(Icon.STOPPED, Text.of("guard.kind.not-guarded"), Tone.BAD);
        };
    }
}
