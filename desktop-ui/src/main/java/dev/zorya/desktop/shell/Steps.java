package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.By;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps of disputes since the last snapshot, each worth a message: nobody should learn by chance that a channel is before the chain. */
final class Steps {
    private Steps() {}

    static List<Notice> between(Snapshot before, Snapshot now) {
        return now.channels().stream()
                .flatMap(channel -> steps(before, now, channel))
                .toList();
    }

    private static Stream<Notice> steps(Snapshot before, Snapshot now, ChannelView channel) {
        Optional<ChannelView> was = before.channel(channel.key());
        String name = People.of(now, channel.contactDid()).name();
        DisputeView dispute = channel.dispute();
        if (was.isEmpty()) {
            return Stream.empty();
        }
        Optional<Look> look = dispute == null
                ? ended(was.get(), channel, name)
                : step(Optional.ofNullable(was.get().dispute()), dispute, name);
        return look.map(words -> new Notice(words, new Place.Channel(channel.key()))).stream();
    }

    private static Optional<Look> ended(ChannelView was, ChannelView is, String name) {
        if (was.status() == is.status()) {
            return Optional.empty();
        }
        return switch (is.status()) {
            case PAYING_OUT ->
                was.dispute() == null
                        ? Optional.empty()
                        : Optional.of(new Look(Icon.PAYING_OUT, Text.of("news.dispute.closed", name), Tone.OK));
            case SETTLED -> Optional.of(new Look(Icon.DONE, Text.of("news.paid-out", name), Tone.OK));
            case PROPOSED, OPENING, OPEN, SENDING, PENDING, CLOSING, IN_DISPUTE, STALE, DECLINED, STOPPED ->
                Optional.empty();
        };
    }

    private static Optional<Look> step(Optional<DisputeView> was, DisputeView is, String name) {
        boolean same = was.filter(before -> before.step() == is.step()).isPresent();
        return same ? Optional.empty() : Optional.of(look(was.isPresent(), is, name));
    }

    private static Look look(boolean known, DisputeView is, String name) {
        return switch (is.step()) {
            case REGISTER -> new Look(Icon.WORKING, Text.of("news.dispute.alone", name), Tone.BUSY);
            case ANSWER -> new Look(Icon.DISPUTE, Text.of("news.dispute.old", name), Tone.BAD);
            case CONCLUDE -> concluding(known, is, name);
            case MOVE, PROGRESS -> new Look(Icon.DISPUTE, Text.of("news.dispute.app", name), Tone.WAIT);
            case WAIT -> new Look(Icon.DISPUTE, Text.of("news.dispute.unknown", name), Tone.WAIT);
        };
    }

    private static Look concluding(boolean known, DisputeView is, String name) {
        if (is.old() != null) {
            return new Look(Icon.GUARD, Text.of("news.dispute.answered", name), Tone.OK);
        }
        return known || is.by() == By.US
                ? new Look(Icon.DONE, Text.of("news.dispute.registered", name), Tone.OK)
                : new Look(Icon.DISPUTE, Text.of("news.dispute.correct", name), Tone.WAIT);
    }
}
