package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A party that has a core like everybody, and does besides what no core would: sends what is forged, replayed or reflected,
 * stays silent, pays in too little or for others, concludes by itself (THREATS.md 1 to 22), registers what is old or what
 * it has signed in silence (26 to 36).
 */
final class Villain {
    private final Pair pair;
    private final World world;
    private final Party self;
    private final List<List<Message>> heard = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Transaction> kept = new ArrayList<>();
    private boolean mute;

    Villain(Pair pair, Party self) {
        this.pair = pair;
        this.world = pair.world;
        this.self = self;
    }

    /** Whatever either of the two sends, it knows. */
    void overhears(Party sender, Message message) {
        heard.get(sender.index).add(message);
    }

    /** Every state that both have signed is worth something one day. */
    void keeps(Party party) {
        if (party.equals(self) && party.state() != null) {
            Transaction current = party.view().current();
            if (current != null && current.isComplete() && !kept.contains(current)) {
                kept.add(current);
            }
        }
    }

    /**
     * Registers something that was signed once; or what the victim has asked for and heard no answer to. In a game it moves
     * before the judge besides.
     */
    void cheat(int how) {
        if (self.person.isGone() || self.state() == null || self.view().params() == null) {
            // gone, or its own core has given the channel up
            return;
        }
        Optional<Dispute> there = pair.dispute();
        if (pair.game && there.isPresent() && how % 2 == 0) {
            move(world.scheme.hashed(there.get().stateHash()), how / 2);
            return;
        }
        if (kept.isEmpty()) {
            return;
        }
        Transaction chosen = how % 4 == 0 ? silent().orElse(kept.getFirst()) : kept.get(how / 4 % kept.size());
        SignedState signed = new SignedState(Objects.requireNonNull(self.view().params()), chosen);
        world.chain.send(new Chain.Transaction(self.purse, new Intent.Register(signed, List.of()), self.purse.self()));
    }

    /** By its right or against the rules, for itself or in the name of the other. */
    private void move(State from, int how) {
        int actor = how % 5 == 0 ? 1 - self.index : self.index;
        Change.Step step = how % 3 == 0 ? Game.wrong(actor, how / 3) : Game.move(actor, how / 3);
        step.from(from).map(next -> Game.after(from, next)).ifPresent(to -> {
            var signature = self.env.signer().sign(world.scheme.digest(to));
            var params = Objects.requireNonNull(self.view().params());
            world.chain.send(new Chain.Transaction(
                    self.purse, new Intent.Progress(from.id(), params, from, to, actor, signature), self.purse.self()));
        });
    }

    /** The newest that the victim has signed and both have not. */
    private Optional<Transaction> silent() {
        for (Message message : heard.get(pair.other(self).index).reversed()) {
            if (message instanceof UpdateMessage.Update update) {
                return Optional.of(completed(pair.other(self), update));
            }
        }
        return Optional.empty();
    }

    private Transaction completed(Party victim, UpdateMessage.Update update) {
        State state = update.state();
        return Transaction.unsigned(state)
                .with(victim.index, update.signature())
                .with(self.index, self.env.signer().sign(world.scheme.digest(state)));
    }

    Person person() {
        return self.person;
    }

    void mute(boolean yes) {
        mute = yes;
    }

    /** What its core sends does not leave. */
    boolean isMute() {
        return mute;
    }

    void forge(int how) {
        if (self.person.isGone()) {
            return;
        }
        Party victim = pair.other(self);
        if (victim.isFree() && pair.line.isUp()) {
            Forger forger = new Forger(pair, self, victim, heard.get(self.index), heard.get(victim.index));
            forger.message(how).forEach(message -> pair.inject(victim, message));
        }
    }

    /** On the chain: less than promised, more than promised, for somebody else; or the end of the channel without a word. */
    void spend(int how) {
        if (self.person.isGone()) {
            return;
        }
        Party victim = pair.other(self);
        switch (how % 4) {
            case 0 -> self.purse.steal();
            case 1 ->
                self.purse.steal().stream()
                        .filter(tx -> tx.intent() instanceof Intent.Deposit)
                        .map(tx -> resized((Intent.Deposit) tx.intent(), how))
                        .forEach(part -> world.chain.send(new Chain.Transaction(self.purse, part, self.purse.self())));
            case 2 -> gift(victim, how);
            case 3 -> conclude(victim);
        }
    }

    private static Intent.Deposit resized(Intent.Deposit deposit, int how) {
        BigInteger other = BigInteger.valueOf(1 + how % 997);
        return new Intent.Deposit(
                deposit.channel(),
                deposit.params(),
                deposit.assetIndex(),
                deposit.asset(),
                deposit.participant(),
                other);
    }

    private void gift(Party victim, int how) {
        if (victim.isClosing()
                || victim.state() == null
                || victim.state().channelId().isEmpty()) {
            return;
        }
        var view = victim.view();
        var deposit = new Intent.Deposit(
                victim.state().channelId().orElseThrow(),
                Objects.requireNonNull(view.params()),
                0,
                pair.initial.assets().getFirst(),
                victim.index,
                BigInteger.valueOf(1 + how % 500));
        world.chain.send(new Chain.Transaction(self.purse, deposit, victim.purse.self()));
    }

    /** With a final state that the victim has signed, whether or not it was told so. */
    private void conclude(Party victim) {
        for (Message message : heard.get(victim.index)) {
            if (message instanceof UpdateMessage.Update update && update.state().isFinal()) {
                var intent = new Intent.ConcludeFinal(
                        Objects.requireNonNull(victim.view().params()), completed(victim, update));
                world.chain.send(new Chain.Transaction(self.purse, intent, self.purse.self()));
                return;
            }
        }
    }
}
