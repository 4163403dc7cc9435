package dev.zorya.channel.sim.judge;

import static dev.zorya.channel.sim.judge.Court.DURATION;
import static dev.zorya.channel.sim.judge.Court.ETH;
import static dev.zorya.channel.sim.judge.Court.START;

import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;

/** The groups "conclude" and "concludeFinal", and what of "more" is about the end. */
final class ConcludeRules {
    private final Court court;

    ConcludeRules(Court court) {
        this.court = court;
    }

    void play() {
        court.group("conclude");
        withoutApp();
        withApp();
        trees();
        court.group("concludeFinal");
        refusals();
        overDispute();
        assets();
        court.group("more");
        more();
    }

    private void withoutApp() {
        Params unknown = court.channel();
        court.row("channel that is not registered", court.conclude(unknown, court.state(unknown, 1)));
        Params channel = court.channel();
        State state = court.state(channel, 1);
        long timeout = court.at(START).registered(channel, state);
        court.at(timeout - 1).row("at timeout-1, no app", court.conclude(channel, state));
        court.at(timeout).row("state that is not the registered one", court.conclude(channel, court.state(channel, 2)));
        Court.Answer end = court.at(timeout + 5).row("at or after the timeout, no app", court.conclude(channel, state));
        court.events("conclude events", end);
        court.row("twice", court.conclude(channel, state));
        Params exact = court.channel();
        long when = court.at(START).registered(exact, court.state(exact, 1));
        court.at(when).row("exactly at the timeout, no app", court.conclude(exact, court.state(exact, 1)));
        Params sub = court.sub();
        court.row("not a ledger channel", court.conclude(sub, court.state(sub, 1)));
        court.row("wrong params", court.conclude(court.channel(), state));
    }

    private void withApp() {
        Params channel = court.channel(Court.TRIVIAL);
        State state = court.state(channel, 1);
        long timeout = court.at(START).registered(channel, state);
        court.at(timeout + DURATION - 1)
                .row("app channel from the dispute phase at timeout+duration-1", court.conclude(channel, state));
        court.at(timeout + DURATION)
                .row("app channel from the dispute phase at timeout+duration", court.conclude(channel, state));
        court.value(
                "app channel concluded from the dispute phase: stored timeout moved by",
                court.dispute(channel).timeout() - timeout);
        Params ended = court.channel(Court.TRIVIAL);
        State last = Court.last(court.state(ended, 1));
        court.at(START).registered(ended, last);
        court.row("app channel registered with a final state: at once", court.conclude(ended, last));
        court.at(START + DURATION)
                .row("app channel registered with a final state: one duration later", court.conclude(ended, last));
        Params late = court.channel(Court.TRIVIAL);
        long both = court.at(START).registered(late, court.state(late, 1)) + DURATION;
        court.at(both + 1)
                .row(
                        "first progress after timeout+duration, nobody having concluded",
                        court.progress(late, court.state(late, 1), court.state(late, 2), 0));
    }

    private void trees() {
        Params child = court.sub();
        Params parent = court.channel();
        State inner = court.state(child, 1, 10, 30);
        State state = court.locking(court.state(parent, 1, 30, 30), child, 40, 0, 1);
        long timeout = court.at(START).registered(parent, state, court.signed(child, inner));
        court.at(timeout).row("sub-state missing", court.conclude(parent, state));
        Params stranger = court.sub();
        court.row("wrong sub-channel", court.conclude(parent, state, court.state(stranger, 1, 10, 30)));
        court.row(
                "sub-state that is not the registered one",
                court.conclude(parent, state, court.state(child, 1, 30, 10)));
        court.events("tree: events", court.row("tree", court.conclude(parent, state, inner)));
        Params app = court.params(DURATION, Court.TRIVIAL, false, false);
        Params plain = court.channel();
        State game = court.state(app, 1, 10, 30);
        State around = court.locking(court.state(plain, 1, 30, 30), app, 40, 0, 1);
        long end = court.at(START).registered(plain, around, court.signed(app, game));
        court.at(end)
                .row(
                        "parent without app closes an app sub-channel at the parent's timeout",
                        court.conclude(plain, around, game));
        Params odd = court.channel();
        Params inside = court.sub();
        State beyond = court.locking(court.state(odd, 1, 30, 30), inside, 40, 0, 2);
        State part = court.state(inside, 1, 10, 30);
        court.row(
                "index map beyond the parent's participants: register",
                court.register(court.signed(odd, beyond), court.signed(inside, part)));
        court.row("index map beyond the parent's participants: conclude", court.conclude(odd, beyond, part));
    }

    private void refusals() {
        Params channel = court.channel();
        court.row("state that is not final", court.concludeFinal(channel, court.state(channel, 1)));
        Params child = court.sub();
        State locking = court.locking(court.state(channel, 1), child, 10, 0, 1);
        court.row("locked funds", court.concludeFinal(channel, Court.last(locking)));
        court.row("not a ledger channel", court.concludeFinal(child, Court.last(court.state(child, 1))));
        Filing good = court.signed(channel, Court.last(court.state(channel, 1)));
        court.row(
                "one signature missing",
                court.concludeFinal(new Filing(
                        channel, good.state(), List.of(good.signatures().getFirst()))));
    }

    private void overDispute() {
        Params channel = court.channel();
        court.at(START).registered(channel, court.state(channel, 5));
        State last = Court.last(court.state(channel, 3));
        Court.Answer end =
                court.row("final state older than the registered version", court.concludeFinal(channel, last));
        court.events("events", end);
        court.row("twice", court.concludeFinal(channel, last));
        Params forced = court.channel(Court.TRIVIAL);
        long timeout = court.registered(forced, court.state(forced, 1));
        court.at(timeout).must(court.progress(forced, court.state(forced, 1), court.state(forced, 2), 0));
        court.row("during forced execution", court.concludeFinal(forced, Court.last(court.state(forced, 1, 50, 50))));
    }

    private void assets() {
        Asset far = Court.asset(Court.CHAIN.add(BigInteger.ONE), 1);
        Court.Answer skipped = court.row("asset of another chain is skipped", ends(far));
        court.events("asset of another chain is skipped: events", skipped);
        court.row("same asset holder listed twice", ends(ETH, ETH));
        court.row("asset holder address without code", ends(Court.NOWHERE));
        Params narrow = court.channel();
        court.row(
                "balance row shorter than the participants",
                court.concludeFinal(narrow, Court.last(court.state(narrow, 1, 100))));
    }

    private Court.Call ends(Asset... assets) {
        Params channel = court.channel();
        State state = Court.with(court.state(channel, 1), Court.outcome(List.of(assets), 60, 40));
        return court.concludeFinal(channel, Court.last(state));
    }

    private void more() {
        Params child = court.sub();
        Params parent = court.channel();
        court.fund(parent, 50);
        State inner = court.state(child, 1, 10, 30);
        State state = court.locking(court.state(parent, 1, 30, 30), child, 40, 0, 1);
        long timeout = court.at(START).registered(parent, state, court.signed(child, inner));
        court.at(timeout).must(court.conclude(parent, state, inner));
        court.value("sub-channel outcome is added: 30/30 plus 10/30", court.holdings(parent));
        virtual();
        Params ended = court.channel();
        court.at(START).registered(ended, Court.last(court.state(ended, 1)));
        court.row("refuting a registered final state", court.register(court.signed(ended, court.state(ended, 2))));
        Params refuted = court.channel();
        court.registered(refuted, court.state(refuted, 1));
        State agreed = Court.last(court.state(refuted, 2));
        court.must(court.register(court.signed(refuted, agreed)));
        court.row("conclude at once after refutation by a final state", court.conclude(refuted, agreed));
        Params channel = court.channel();
        Filing last = court.signed(channel, Court.last(court.state(channel, 1)));
        court.row(
                "concludeFinal: wrong params",
                court.concludeFinal(new Filing(court.channel(), last.state(), last.signatures())));
        court.row(
                "concludeFinal: signatures in the wrong order",
                court.concludeFinal(
                        new Filing(channel, last.state(), last.signatures().reversed())));
        Court.Answer skipped =
                court.row("asset without an Ethereum holder is skipped", ends(new Asset(7, Bytes.of((byte) 1))));
        court.events("asset without an Ethereum holder: events", skipped);
    }

    private void virtual() {
        Params virtual = court.params(DURATION, App.NONE, false, true);
        Params one = court.channel();
        Params two = court.channel();
        court.fund(one, 50);
        court.fund(two, 50);
        State paid = court.state(virtual, 1, 3, 17);
        State first = court.locking(court.state(one, 1, 40, 40), virtual, 20, 0, 1);
        State second = court.locking(court.state(two, 1, 40, 40), virtual, 20, 1, 0);
        long timeout = court.at(START).registered(one, first, court.signed(virtual, paid));
        court.registered(two, second, court.signed(virtual, paid));
        court.at(timeout).must(court.conclude(one, first, paid));
        court.value("virtual 3/17, map 0,1 into first parent 40/40", court.holdings(one));
        court.row(
                "newer virtual state once it is concluded",
                court.register(court.signed(two, second), court.signed(virtual, court.state(virtual, 2, 10, 10))));
        court.row(
                "same state of a concluded channel",
                court.register(court.signed(one, first), court.signed(virtual, paid)));
        Court.Answer end = court.row(
                "second parent concludes with the concluded virtual channel", court.conclude(two, second, paid));
        court.events("second parent: events (none for the virtual channel)", end);
        court.value("virtual 3/17, map 1,0 into second parent 40/40", court.holdings(two));
    }
}
