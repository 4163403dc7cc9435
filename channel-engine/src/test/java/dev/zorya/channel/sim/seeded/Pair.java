package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Capabilities;
import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.core.Effect;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.core.Phase;
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
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A channel between two people of a {@link World}, with the line between them: how each thing happens to it. */
final class Pair {
    final World world;
    final boolean game;
    final Line line;
    final Rules rules;
    final Allocation initial;
    /** The proposer first. */
    final List<Party> parties;

    private final @Nullable Villain villain;

    Pair(World world, Person proposer, Person responder, Core core, boolean game) {
        this.world = world;
        this.game = game;
        line = new Line(world.weather.coded());
        initial = new Allocation(world.assets(), balances(world.weather.assets()), List.of());
        OptionalInt cheat = world.isVillain(proposer)
                ? OptionalInt.of(0)
                : world.isVillain(responder) ? OptionalInt.of(1) : OptionalInt.empty();
        rules = new Rules(world.scheme, initial, cheat, game);
        parties = List.of(party(proposer, responder, 0, core), party(responder, proposer, 1, core));
        villain = cheat.isPresent() ? new Villain(this, parties.get(cheat.getAsInt())) : null;
    }

    private static Balances balances(int assets) {
        List<BigInteger> coins = List.of(BigInteger.valueOf(600), BigInteger.valueOf(400));
        List<BigInteger> tokens = List.of(BigInteger.ZERO, BigInteger.valueOf(90));
        return new Balances(List.of(coins, tokens).subList(0, assets));
    }

    private Party party(Person person, Person peer, int index, Core core) {
        String name = world.people.size() == 2 ? person.name : person.name + " with " + peer.name;
        Party party = new Party(this, person, name, index, new Book(initial.balances(), index), core);
        person.seats.add(party);
        return party;
    }

    Party other(Party party) {
        return parties.get(1 - party.index);
    }

    boolean isVillain(Party party) {
        return world.isVillain(party.person);
    }

    /** Who cheats in this channel, if somebody does. */
    Optional<Villain> villain() {
        return Optional.ofNullable(villain);
    }

    List<Party> honest() {
        return parties.stream().filter(party -> !isVillain(party)).toList();
    }

    /** What stands in the newest block for it while nothing is concluded. */
    Optional<Dispute> dispute() {
        return parties.stream()
                .flatMap(party -> party.channelId().stream())
                .findFirst()
                .flatMap(world.chain::dispute);
    }

    boolean both(Status status) {
        return parties.stream().allMatch(p -> p.is(status));
    }

    void propose() {
        Party proposer = parties.getFirst();
        Party responder = parties.getLast();
        ProposalBase base = new ProposalBase(
                new ProposalId(world.random(32)),
                3600,
                world.random(32),
                game ? NimApp.APP : App.NONE,
                game ? Game.data(world.dice) : Bytes.EMPTY,
                initial,
                initial.balances(),
                Capabilities.aux());
        proposer.begin(
                proposer.core().propose(proposer.env, responder.env.wire(), responder.env.self(), base, world.now()),
                null);
    }

    /** The next small thing that this party can do by itself; false if there is none. */
    boolean advance(Party party) {
        if (party.isAsleep()) {
            return false;
        }
        if (party.isFree() && party.inbox.isEmpty() && !hear(party)) {
            return false;
        }
        if (world.interruptions.strike()) {
            world.crash(party.person);
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
            party.core().proposed(party.env, peer, proposal, world.now()).ifPresent(first -> party.begin(first, null));
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
        world.trace.isSent(to, message);
        admit(to, message);
    }

    void take(Party party, Input input) {
        world.trace.takes(party, input);
        party.take(input, world.now());
    }

    private void perform(Party party, Effect effect) {
        world.trace.does(party, effect);
        switch (effect) {
            case Effect.Persist persist -> {
                party.persist(persist);
                villain().ifPresent(cheat -> cheat.keeps(party));
            }
            case Effect.Send send -> send(party, send.message());
            case Effect.Submit submit -> submit(party, submit);
            case Effect.Ask ask -> party.questions.add(ask.question());
            case Effect.Schedule schedule ->
                party.alarms.set(schedule.timer(), world.now().plus(schedule.after()));
            case Effect.Notify notify -> party.orders.tell(notify.notice());
        }
        watch(party);
    }

    private void send(Party party, Message message) {
        rules.sent(party, message);
        villain().ifPresent(cheat -> cheat.overhears(party, message));
        if (isVillain(party) && villain().filter(Villain::isMute).isPresent()) {
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
            party.person.postpone(submit.intent());
            party.inbox.add(new Input.FromLedger(new LedgerEvent.Stuck(
                    submit.intent().key(), LedgerException.Reason.UNREACHABLE, "the node does not answer")));
        } else {
            party.purse.submit(submit.intent());
        }
    }

    /** From the moment a channel is worth it. */
    private void watch(Party party) {
        if (party.state() != null
                && party.state().phase().compareTo(Phase.FUNDING) >= 0
                && !party.purse.isWatching(party.channelId().orElseThrow())) {
            var view = party.view();
            Purse.Watch watch = new Purse.Watch(
                    Objects.requireNonNull(view.id()), Objects.requireNonNull(view.params()), initial.assets());
            party.purse.watch(watch);
            world.chain.tell(party.purse, watch, world.now());
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
                world.random(16),
                how % initial.assets().size(),
                BigInteger.valueOf(1 + how / 2 % 150),
                "a note",
                Bytes.EMPTY);
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
        Change change = new Change(world.random(16), step);
        party.orders.play(change.id());
        take(party, party.isBeforeTheJudge() ? new Input.Progress(change) : new Input.Update(change));
    }

    /** False if it is not this party's turn. */
    boolean playOn(Party party) {
        if (!game || !world.isKeen() || isVillain(party) || !party.isAtHand()) {
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
            return dispute()
                    .filter(there -> there.version() == version)
                    .map(there -> world.scheme.hashed(there.stateHash()));
        }
        boolean friendly = villain == null && parties.stream().noneMatch(p -> p.orders.closes());
        return friendly && view.status() == Status.OPEN && view.queued() == 0 && view.current() != null
                ? Optional.of(view.current().state())
                : Optional.empty();
    }

    /** Nobody gives something away to somebody who cheats. */
    boolean trusts(@Nullable Question question) {
        return villain == null || !(question instanceof Question.Update);
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
        party.inbox.add(new Input.Decided(question, decision, world.random(32)));
        return true;
    }

    void join() {
        if (!line.isUp()) {
            line.join();
            parties.forEach(party -> party.inbox.add(new Input.Connected()));
        }
    }

    /** This side's process is gone, and starts again. */
    void restart(Party party) {
        line.drop(party.index);
        line.cut(0);
        party.crash(world.now());
        watch(party);
        join();
    }

    /** Does what is left of a step. */
    void drain(Party party) {
        while (!party.isFree()) {
            advance(party);
        }
    }
}
