package dev.zorya.channel.sim.judge;

import static dev.zorya.channel.sim.judge.Court.ALICE;
import static dev.zorya.channel.sim.judge.Court.BOB;
import static dev.zorya.channel.sim.judge.Court.DURATION;
import static dev.zorya.channel.sim.judge.Court.ETH;
import static dev.zorya.channel.sim.judge.Court.START;
import static dev.zorya.channel.sim.judge.Court.TOKEN;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.List;

/** The group "progress", and what of "more" is about moves. */
final class ProgressRules {
    private final Court court;

    ProgressRules(Court court) {
        this.court = court;
    }

    void play() {
        court.group("progress");
        Params unknown = app();
        court.at(START)
                .row(
                        "channel that is not registered",
                        court.progress(unknown, court.state(unknown, 1), court.state(unknown, 2), 0));
        transitions();
        forced();
        ends();
        court.group("more");
        locked();
        apps();
    }

    private Params app() {
        return court.channel(Court.TRIVIAL);
    }

    private void transitions() {
        Params channel = app();
        State old = court.state(channel, 1);
        State next = court.state(channel, 2);
        long timeout = court.at(START).registered(channel, old);
        court.at(timeout - 1).row("at timeout-1 of the dispute phase", court.progress(channel, old, next, 0));
        court.at(timeout);
        refused("version +2", channel, court.state(channel, 3));
        refused("sum changes", channel, court.state(channel, 2, 60, 41));
        refused("extra balance column", channel, court.state(channel, 2, 60, 40, 0));
        refused("asset replaced", channel, Court.with(next, Court.outcome(List.of(TOKEN), 60, 40)));
        refused("locked entry added", channel, court.locking(court.state(channel, 2, 50, 40), court.sub(), 10, 0, 1));
        ChannelId other = court.id(court.channel());
        refused(
                "channel id of another channel",
                channel,
                new State(other, 2, next.allocation(), false, next.app(), next.data()));
        court.row("wrong old state", court.progress(channel, court.state(channel, 1, 50, 50), next, 0));
        court.row("signed by someone else", court.progress(channel, old, next, 0, BOB));
        court.row("actor index out of range", court.progress(channel, old, next, 2, ALICE));
        Params two = app();
        State both = Court.with(court.state(two, 1), Court.outcome(List.of(ETH, TOKEN), 60, 40));
        long end = court.at(START).registered(two, both);
        court.at(end).row("fewer balance rows", court.progress(two, both, court.state(two, 2), 0));
    }

    private void refused(String rule, Params channel, State next) {
        court.row(rule, court.progress(channel, court.state(channel, 1), next, 0));
    }

    private void forced() {
        Params channel = app();
        long dispute = court.at(START).registered(channel, court.state(channel, 1));
        Court.Answer moved = court.at(dispute)
                .row(
                        "valid, at the timeout or later",
                        court.progress(channel, court.state(channel, 1), court.state(channel, 2), 0));
        court.events("progress event", moved);
        long second = court.dispute(channel).timeout();
        court.value("progress restarts the timeout", second - dispute);
        court.row("register once in forced execution", court.register(court.signed(channel, court.state(channel, 3))));
        court.at(second - 1)
                .row("conclude during forced execution at timeout-1", court.conclude(channel, court.state(channel, 2)));
        court.row(
                "forced execution at timeout-1",
                court.progress(channel, court.state(channel, 2), court.state(channel, 3), 1));
        long third = court.dispute(channel).timeout();
        court.at(third)
                .row(
                        "forced execution at timeout",
                        court.progress(channel, court.state(channel, 3), court.state(channel, 4), 0));
        court.row("conclude at the timeout of forced execution", court.conclude(channel, court.state(channel, 3)));
        court.row("after conclusion", court.progress(channel, court.state(channel, 3), court.state(channel, 4), 0));
    }

    private void ends() {
        Params plain = court.channel();
        long timeout = court.at(START).registered(plain, court.state(plain, 1));
        court.at(timeout)
                .row("channel without app", court.progress(plain, court.state(plain, 1), court.state(plain, 2), 0));
        Params ended = app();
        State last = Court.last(court.state(ended, 1));
        court.at(START).registered(ended, last);
        court.row("from a final state", court.progress(ended, last, court.state(ended, 2), 0));
        Params missing = court.channel(Court.MISSING);
        long end = court.registered(missing, court.state(missing, 1));
        court.at(end)
                .row(
                        "app address without code",
                        court.progress(missing, court.state(missing, 1), court.state(missing, 2), 0));
        Params channel = app();
        long when = court.at(START).registered(channel, court.state(channel, 1));
        court.at(when)
                .row(
                        "progress into a final state",
                        court.progress(channel, court.state(channel, 1), Court.last(court.state(channel, 2)), 0));
        court.value(
                "progress into a final state: timeout is the block time",
                court.dispute(channel).timeout() - when);
    }

    private void locked() {
        Params child = court.sub();
        Params parent = app();
        State old = court.locking(court.state(parent, 1, 30, 30), child, 40, 0, 1);
        State bare = court.state(parent, 2, 30, 30);
        long timeout = court.at(START).registered(parent, old, court.signed(child, court.state(child, 1, 10, 30)));
        court.at(timeout);
        court.row(
                "progress: locked id changes",
                court.progress(parent, old, court.locking(bare, court.sub(), 40, 0, 1), 0));
        court.row(
                "progress: locked index map changes",
                court.progress(parent, old, court.locking(bare, child, 40, 1, 0), 0));
        State kept = court.locking(bare, child, 40, 0, 1);
        court.row("progress: wrong params", court.progress(app(), old, kept, 0));
        court.row("progress with locked funds kept", court.progress(parent, old, kept, 0));
    }

    private void apps() {
        Params child = court.params(DURATION, Court.TRIVIAL, false, false);
        Params parent = court.channel();
        State old = court.state(child, 1, 10, 30);
        long timeout = court.at(START)
                .registered(
                        parent,
                        court.locking(court.state(parent, 1, 30, 30), child, 40, 0, 1),
                        court.signed(child, old));
        court.at(timeout)
                .row("progress of an app sub-channel", court.progress(child, old, court.state(child, 2, 20, 20), 1));
        Params refused = court.channel(Court.REFUSING);
        long end = court.at(START).registered(refused, court.state(refused, 1));
        court.at(end)
                .row(
                        "progress: the app's revert data passes through",
                        court.progress(refused, court.state(refused, 1), court.state(refused, 2), 0));
        Params wide = app();
        court.row(
                "progress: registered balance row too wide",
                court.register(court.signed(wide, court.state(wide, 1, 60, 40, 0))));
        Params forced = app();
        State last = Court.last(court.state(forced, 2));
        long when = court.at(START).registered(forced, court.state(forced, 1));
        court.at(when).must(court.progress(forced, court.state(forced, 1), last, 0));
        court.row("conclude at once after progress into a final state", court.conclude(forced, last));
    }
}
