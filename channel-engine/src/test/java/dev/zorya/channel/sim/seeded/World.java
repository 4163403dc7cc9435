package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Capabilities;
import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.core.Timer;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Two parties and what is between them. Knows how each thing happens; what happens, and when, is decided outside. */
final class World {
    static final BigInteger PURSE = BigInteger.valueOf(10_000);
    private static final int PATIENCE = 20_000;
    /** So long before the end of a dispute whoever is honest is back, and the chain takes what they say (rule 8). */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final int ROUNDS = 16;

    final Weather weather;
    final Trace trace;
    final SimScheme scheme = new SimScheme();
    final Chain chain = new Chain(scheme);
    final Line line;
    final Rules rules;
    final List<Party> parties;
    final Allocation initial;
    private final Dice dice;
    private final Interruptions interruptions;
    private final Villain villain;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int refusals;
    private boolean keen;

    World(long seed, Weather weather, Core core, Interruptions interruptions, Trace trace) {
        this.weather = weather;
        this.trace = trace;
        this.interruptions = interruptions;
        dice = new Dice(~seed);
        line = new Line(weather.coded());
        initial = initial(weather.assets());
        rules = new Rules(scheme, initial, weather.villain(), weather.isGame());
        parties = List.of(party("alice", 0, core), party("bob", 1, core));
        villain = new Villain(this);
    }

    private static Allocation initial(int assets) {
        List<BigInteger> coins = List.of(BigInteger.valueOf(600), BigInteger.valueOf(400));
        List<BigInteger> tokens = List.of(BigInteger.ZERO, BigInteger.valueOf(90));
        return assets == 1
                ? new Allocation(List.of(SimWorld.COIN), new Balances(List.of(coins)), List.of())
                : new Allocation(
                        List.of(SimWorld.COIN, SimWorld.TOKEN), new Balances(List.of(coins, tokens)), List.of());
    }

    private Party party(String name, int index, Core core) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        Bytes address = Hashes.sha3(utf8).slice(12, 32);
        Participant self = Participant.ethereum(address);
        WireIdentity wire = WireIdentity.single(Bytes.wrap(utf8));
        Env env = new Env(
                scheme, SimScheme.signer(address), self, wire, Limits.REAL, weather.isGame() ? Game.KNOWN : Apps.NONE);
        Map<Asset, BigInteger> money = new HashMap<>();
        initial.assets().forEach(asset -> money.put(asset, PURSE));
        Purse purse = new Purse(self, money);
        chain.add(purse);
        return new Party(name, index, env, purse, new Book(initial.balances(), index), core, rules);
    }

    Party other(Party party) {
        return parties.get(1 - party.index);
    }

    boolean isVillain(Party party) {
        return weather.villain().isPresent() && weather.villain().getAsInt() == party.index;
    }

    Instant now() {
        return now;
    }

    Bytes random(int size) {
        return dice.bytes(size);
    }

    void propose() {
        Party alice = parties.getFirst();
        Party bob = parties.getLast();
        ProposalBase base = new ProposalBase(
                new ProposalId(random(32)),
                3600,
                random(32),
                weather.isGame() ? NimApp.APP : App.NONE,
                weather.isGame() ? Game.data(dice) : Bytes.EMPTY,
                initial,
                initial.balances(),
                Capabilities.aux());
        alice.begin(alice.core().propose(alice.env, bob.env.wire(), bob.env.self(), base, now), null);
    }

    /** The next small thing that this party can do by itself; false if there is none. */
    boolean advance(Party party) {
        if (party.isAsleep()) {
            return false;
        }
        if (party.isFree() && party.inbox.isEmpty() && !hear(party)) {
            return false;
        }
        if (interruptions.strike()) {
            crash(party);
            return true;
        }
        Effect effect = party.todo.poll();
        if (effect == null) {
            take(party, party.inbox.remove());
            return true;
        }
        perform(party, effect);
        if (effect instanceof Effect.Send send && send.message() instanceof Extension.PaymentNotes) {
            // they travel together: where the line breaks in between, the receiver books without the note
            perform(party, party.todo.remove());
        }
        return true;
    }

    /** The next message reaches the mailbox. */
    private boolean hear(Party party) {
        for (Message message = line.next(party.index); message != null; message = line.next(party.index)) {
            if (admit(party, message)) {
                return true;
            }
        }
        return false;
    }

    /** What only the door hears has no effect yet. */
    private boolean admit(Party party, Message message) {
        if (party.state() == null && message instanceof ChannelProposal.Ledger proposal) {
            WireIdentity peer = other(party).env.wire();
            party.core().proposed(party.env, peer, proposal, now).ifPresent(first -> party.begin(first, null));
            return !party.isFree();
        }
        if (!party.door.admits(party.state(), message)) {
            return false;
        }
        party.inbox.add(new Input.FromPeer(message));
        return true;
    }

    /** A message that its sender's core never meant to send, over a connection that is proven to be the sender's. */
    void inject(Party to, Message message) {
        trace.isSent(to, message);
        admit(to, message);
    }

    void take(Party party, Input input) {
        trace.takes(party, input);
        party.take(input, now);
    }

    private void perform(Party party, Effect effect) {
        trace.does(party, effect);
        switch (effect) {
            case Effect.Persist persist -> {
                party.persist(persist);
                villain.keeps(party);
            }
            case Effect.Send send -> send(party, send.message());
            case Effect.Submit submit -> submit(party, submit);
            case Effect.Ask ask -> party.questions.add(ask.question());
            case Effect.Schedule schedule -> party.alarms.set(schedule.timer(), now.plus(schedule.after()));
            case Effect.Notify notify -> party.orders.tell(notify.notice());
        }
        watch(party);
    }

    private void send(Party party, Message message) {
        rules.sent(party, message);
        villain.overhears(party, message);
        if (isVillain(party) && villain.isMute()) {
            return;
        }
        if (!line.send(1 - party.index, message)) {
            party.inbox.add(new Input.Undelivered(message, "nobody answers"));
        }
    }

    private void submit(Party party, Effect.Submit submit) {
        rules.submitted(party, submit.intent());
        if (isVillain(party) && submit.intent() instanceof Intent.Register) {
            // what it registers, it chooses by itself
            return;
        }
        if (party.purse.isAway()) {
            party.postpone(submit.intent());
            party.inbox.add(new Input.FromLedger(new LedgerEvent.Stuck(
                    submit.intent().key(), LedgerException.Reason.UNREACHABLE, "the node does not answer")));
        } else {
            party.purse.submit(submit.intent());
        }
    }

    /** From the moment a channel is worth it. */
    private void watch(Party party) {
        if (party.state() != null
                && party.purse.watch() == null
                && party.state().phase().compareTo(Phase.FUNDING) >= 0) {
            var view = party.view();
            party.purse.watch(new Purse.Watch(
                    Objects.requireNonNull(view.id()), Objects.requireNonNull(view.params()), initial.assets()));
            chain.tell(party.purse, now);
        }
    }

    void order(Party party, Input input) {
        switch (input) {
            case Input.Pay pay -> party.orders.pay(pay.payment());
            case Input.Close close -> party.orders.close();
            default -> {}
        }
        take(party, input);
    }

    Payment payment(int how) {
        return new Payment(
                random(16), how % weather.assets(), BigInteger.valueOf(1 + how / 2 % 150), "a note", Bytes.EMPTY);
    }

    /** An app gives the other this much in the state that it finds when its turn comes, if there is so much. */
    void change(Party party, Payment gift) {
        party.orders.pay(gift);
        Change.Step step = current -> {
            Balances before = current.balances();
            return before.of(gift.asset(), party.index).compareTo(gift.amount()) < 0
                    ? Optional.empty()
                    : Optional.of(new Change.Next(
                            before.move(gift.asset(), party.index, 1 - party.index, gift.amount()),
                            current.data(),
                            false));
        };
        take(party, new Input.Update(new Change(gift.id(), step)));
    }

    /** A move, mostly one by the rules; before the judge where it has come to that. */
    void play(Party party, int how) {
        Change.Step step = how % 8 == 0 ? Game.wrong(party.index, how / 8) : Game.move(party.index, how / 8);
        Change change = new Change(random(16), step);
        party.orders.play(change.id());
        take(party, party.isBeforeTheJudge() ? new Input.Progress(change) : new Input.Update(change));
    }

    /** From now on people move when it is their turn, where they are keen. */
    void keen() {
        keen = weather.play() == Weather.Play.KEEN;
    }

    /** False if it is not this party's turn. */
    private boolean playOn(Party party) {
        if (!keen || isVillain(party) || !party.isAtHand()) {
            return false;
        }
        Optional<State> turn = playable(party).filter(state -> Game.isTurn(state, party.index));
        turn.ifPresent(state -> play(party, 1 + 8 * (int) state.version()));
        return turn.isPresent();
    }

    /** The state that it could move from. */
    private Optional<State> playable(Party party) {
        ChannelSnapshot view = party.view();
        DisputeSnapshot before = view.dispute();
        if (before != null && before.next() == DisputeSnapshot.Next.MOVE && before.registered() != null) {
            long version = before.registered().version();
            return chain.dispute()
                    .filter(there -> there.version() == version)
                    .map(there -> scheme.hashed(there.stateHash()));
        }
        boolean friendly = weather.villain().isEmpty() && parties.stream().noneMatch(p -> p.orders.closes());
        return friendly && view.status() == Status.OPEN && view.queued() == 0 && view.current() != null
                ? Optional.of(view.current().state())
                : Optional.empty();
    }

    /** False if nothing was asked. */
    boolean decide(Party party, boolean yes) {
        Question question = party.questions.poll();
        if (question == null) {
            return false;
        }
        if (yes) {
            party.orders.agree(question);
        }
        Decision decision = yes ? new Decision.Accept() : new Decision.Decline("no, thanks");
        party.inbox.add(new Input.Decided(question, decision, random(32)));
        return true;
    }

    /** The alarm that is due next goes off; false if none is set, or not for so soon. */
    boolean ring(Duration within) {
        Party first = null;
        Timer timer = null;
        Instant due = Instant.MAX;
        for (Party party : parties) {
            Timer mine = party.alarms.first();
            if (mine != null && !party.isAsleep() && party.alarms.due(mine).isBefore(due)) {
                first = party;
                timer = mine;
                due = party.alarms.due(mine);
            }
        }
        if (first == null || timer == null || due.isAfter(now.plus(within))) {
            return false;
        }
        until(due);
        first.alarms.off(timer);
        first.inbox.add(new Input.TimedOut(timer));
        return true;
    }

    void pass(Duration time) {
        until(now.plus(time));
    }

    private void until(Instant then) {
        Optional<Instant> last = chain.dispute()
                .filter(dispute -> dispute.phase() == 0)
                .map(dispute -> Instant.ofEpochSecond(dispute.timeout()).minus(MARGIN));
        if (last.filter(end -> now.isBefore(end) && !then.isBefore(end)).isPresent()) {
            now = last.get();
            stand();
        }
        now = then.isAfter(now) ? then : now;
    }

    /** Rule 8: in the end what is registered is not older than what is fully signed. */
    private void stand() {
        List<Party> honest = parties.stream().filter(party -> !isVillain(party)).toList();
        honest.forEach(this::mend);
        for (int round = 0; round < ROUNDS; round++) {
            for (Party party : honest) {
                party.retry();
                while (advance(party) || news(party)) {
                    // until it has nothing to do
                }
            }
            mine();
        }
        chain.dispute().ifPresent(there -> honest.forEach(party -> rules.registered(party, there)));
    }

    private void mend(Party party) {
        if (party.isAsleep()) {
            wake(party);
        }
        party.fail(0);
        party.purse.away(false);
        party.submitPostponed();
    }

    /** The computer is off. */
    void sleep(Party party) {
        party.sleeps(true);
        line.cut(0xffff);
    }

    void wake(Party party) {
        if (party.isAsleep()) {
            party.sleeps(false);
            crash(party);
        }
    }

    /** The next fact of the chain; false if there is none. */
    boolean news(Party party) {
        LedgerEvent fact = party.isAsleep() ? null : party.purse.next();
        if (fact != null) {
            party.inbox.add(new Input.FromLedger(fact));
        }
        return fact != null;
    }

    void mine() {
        chain.mine(now);
        for (Asset asset : initial.assets()) {
            unless(chain.total(asset).equals(PURSE.multiply(BigInteger.TWO)), "the chain conserves what there is");
        }
        chain.dispute()
                .map(there -> scheme.hashed(there.stateHash()))
                .ifPresent(there -> rules.stands(there, chain.path(there)));
    }

    void reorganise(int depth) {
        chain.reorganise(depth, now);
    }

    void cut(int how) {
        line.cut(how);
    }

    void join() {
        if (!line.isUp()) {
            line.join();
            parties.forEach(party -> party.inbox.add(new Input.Connected()));
        }
    }

    void crash(Party party) {
        trace.crashes(party);
        line.drop(party.index);
        line.cut(0);
        party.crash(now);
        watch(party);
        join();
    }

    Villain villain() {
        return villain;
    }

    /** Everything that was broken works from now on. */
    void clearUp() {
        trace.part("fair");
        refusals = 0;
        line.cut(0);
        join();
        parties.forEach(this::mend);
        keen();
    }

    /**
     * Runs until nobody has anything to do, alarms included. With a villain an honest party may wait and ask again for ever.
     *
     * @param alarms how many may go off
     */
    void settle(int alarms) {
        if (!settle(alarms, PATIENCE)) {
            throw new Violation("no deadlock: still busy after " + PATIENCE + " steps");
        }
    }

    /** False if there was still something to do after so many steps. */
    boolean settle(int alarms, int steps) {
        int left = alarms;
        for (int step = 0; step < steps; step++) {
            Party first = parties.get(step % 2);
            if (advance(first)
                    || advance(other(first))
                    || consider(first)
                    || consider(other(first))
                    || tell()
                    || playOn(first)
                    || playOn(other(first))) {
                continue;
            }
            if (left > 0 && ring(Story.FOR_EVER)) {
                left--;
            } else if (!outlast()) {
                return true;
            }
        }
        return false;
    }

    void settle() {
        settle(PATIENCE);
    }

    /** The time of whatever waits on the chain comes. */
    private boolean outlast() {
        Optional<Dispute> dispute = chain.isWaiting() ? chain.dispute() : Optional.empty();
        dispute.ifPresent(there -> {
            until(end(there));
            mine();
        });
        return dispute.isPresent();
    }

    /** What comes next: the end of the dispute or, for an app, of the time for its first move (ONCHAIN.md 8). */
    private Instant end(Dispute there) {
        Instant timeout = Instant.ofEpochSecond(there.timeout());
        boolean grace = there.phase() == 0 && there.hasApp() && !now.isBefore(timeout);
        return grace ? timeout.plusSeconds(there.challengeDuration()) : timeout;
    }

    private boolean consider(Party party) {
        if (party.retry()) {
            pass(Duration.ofSeconds(1));
            return true;
        }
        Question question = party.questions.peek();
        boolean trusting = weather.villain().isEmpty() || !(question instanceof Question.Update);
        boolean yes = trusting && refusals == 0;
        refusals -= question != null && refusals > 0 ? 1 : 0;
        return decide(party, yes);
    }

    /** The next questions are answered with no. */
    void refuse(int questions) {
        refusals = questions;
    }

    /** Does what is left of a step. */
    void drain(Party party) {
        while (!party.isFree()) {
            advance(party);
        }
    }

    private boolean tell() {
        boolean any = false;
        for (Party party : parties) {
            any |= news(party);
            if (!any && party.purse.missed()) {
                chain.tell(party.purse, now);
                any = true;
            }
        }
        if (!any && chain.isBusy()) {
            mine();
            any = true;
        }
        return any;
    }

    boolean both(Status status) {
        return parties.stream().allMatch(p -> p.is(status));
    }
}
