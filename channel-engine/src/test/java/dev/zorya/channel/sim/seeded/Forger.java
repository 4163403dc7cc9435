package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the messages of a {@link Villain}. Numbers in the names of the methods' branches are those of THREATS.md. */
final class Forger {
    private static final BigInteger HUGE = BigInteger.TWO.pow(256);

    private final Pair pair;
    private final Party self;
    private final Party victim;
    private final List<Message> own;
    private final List<Message> theirs;

    /** @param own what the villain's core has sent, {@code theirs} what the victim has */
    Forger(Pair pair, Party self, Party victim, List<Message> own, List<Message> theirs) {
        this.pair = pair;
        this.self = self;
        this.victim = victim;
        this.own = own;
        this.theirs = theirs;
    }

    List<Message> message(int how) {
        int detail = how / 16;
        if (victim.state() == null || victim.view().current() == null) {
            return switch (how % 3) {
                case 0 -> pick(own, detail);
                case 1 -> pick(theirs, detail);
                default -> opening(detail);
            };
        }
        return switch (how % 16) {
            case 0, 1, 2, 3 -> List.of(update(successor(detail), detail));
            case 4, 5 -> List.of(update(impossible(detail), detail));
            case 6, 7 -> lateAccept(detail);
            case 8 -> List.of(accept(detail));
            case 9, 10 -> List.of(reject(detail));
            case 11 -> List.of(sync(detail));
            case 12 -> notes(detail);
            case 13 -> pick(own, detail);
            case 14 -> pick(theirs, detail);
            default -> opening(detail);
        };
    }

    /** 5: something that was said before, by the villain or, reflected, by the victim. */
    private static List<Message> pick(List<Message> said, int detail) {
        return said.isEmpty() ? List.of() : List.of(said.get(detail % said.size()));
    }

    private State current() {
        return Objects.requireNonNull(victim.view().current()).state();
    }

    private State state(State from, long version, Allocation allocation, boolean last) {
        return new State(from.id(), version, allocation, last, from.app(), from.data());
    }

    /** In a game: a move, or what is none, for itself or for the other. */
    private State move(int detail) {
        State from = current();
        int actor = detail % 7 == 0 ? victim.index : self.index;
        Change.Step step = detail % 3 == 0 ? Game.move(actor, detail / 3) : Game.wrong(actor, detail / 3);
        return step.from(from).map(next -> Game.after(from, next)).orElse(from);
    }

    /** What could follow: a gift, a theft, a neutral or a final state, fair or not. 1, 2, 13. */
    private State successor(int detail) {
        if (pair.game && detail % 4 > 0) {
            return move(detail / 4);
        }
        State from = current();
        BigInteger mine = from.balances().of(0, self.index);
        BigInteger yours = from.balances().of(0, victim.index);
        int payer = detail % 2 == 0 ? self.index : victim.index;
        BigInteger amount = BigInteger.valueOf(detail % 97).min(payer == self.index ? mine : yours);
        Allocation moved = from.allocation().withBalances(from.balances().move(0, payer, 1 - payer, amount));
        return switch (detail / 2 % 6) {
            case 0, 1, 2 -> state(from, from.version() + 1, moved, false);
            case 3 -> state(from, from.version() + 1, from.allocation(), false);
            case 4 -> state(from, from.version() + 1, from.allocation(), true);
            default -> state(from, from.version() + 1, moved, true);
        };
    }

    /** What could never follow. 5, 9, 10, 11, 12, 17. */
    private State impossible(int detail) {
        State from = current();
        Allocation as = from.allocation();
        long next = from.version() + 1;
        BigInteger mine = from.balances().of(0, self.index);
        return switch (detail % 14) {
            case 0 -> state(from, next + 1, as, false);
            case 1 -> state(from, 0, as, false);
            case 2 -> state(from, -1, as, false);
            case 3 -> state(from, from.version(), as, true);
            case 4 -> state(from, next, with(from, mine.add(BigInteger.ONE)), false);
            case 5 -> state(from, next, with(from, BigInteger.ZERO), false);
            case 6 -> state(from, next, with(from, HUGE), false);
            case 7 -> state(from, next, new Allocation(strange(as.assets()), as.balances(), as.locked()), false);
            case 8 -> new State(from.id(), next, as, false, new App.Contract(Bytes.zero(20)), Bytes.zero(detail % 3));
            case 9 -> new State(from.id(), next, as, false, from.app(), Bytes.zero(1));
            case 10 -> new State(new ChannelId(Bytes.zero(32)), next, as, false, from.app(), from.data());
            case 11 -> state(from, next, locked(as, List.of(0, 1)), false);
            case 12 -> state(from, next, locked(as, List.of(7)), true);
            default -> state(from, next, wider(from), false);
        };
    }

    private Allocation with(State from, BigInteger mine) {
        List<List<BigInteger>> rows = new ArrayList<>(from.balances().rows());
        List<BigInteger> row = new ArrayList<>(rows.getFirst());
        row.set(self.index, mine);
        rows.set(0, row);
        return from.allocation().withBalances(new Balances(rows));
    }

    private static List<Asset> strange(List<Asset> assets) {
        return assets.size() == 1 ? List.of(SimWorld.TOKEN) : assets.reversed();
    }

    private static Allocation locked(Allocation as, List<Integer> map) {
        List<BigInteger> nothing =
                as.assets().stream().map(a -> BigInteger.ZERO).toList();
        return new Allocation(
                as.assets(), as.balances(), List.of(new SubAllocation(new ChannelId(Bytes.zero(32)), nothing, map)));
    }

    /** A third participant. */
    private static Allocation wider(State from) {
        List<List<BigInteger>> rows = from.balances().rows().stream()
                .map(row -> {
                    List<BigInteger> more = new ArrayList<>(row);
                    more.add(BigInteger.ZERO);
                    return more;
                })
                .toList();
        return from.allocation().withBalances(new Balances(rows));
    }

    /** Mostly signed as it should be. 6, 7. */
    private Message update(State state, int detail) {
        int actor = detail % 11 == 0 ? victim.index : detail % 13 == 0 ? 2 : self.index;
        return new UpdateMessage.Update(state, actor, detail % 7 == 0 ? bad(state, detail) : sign(state));
    }

    private Signature sign(State state) {
        return self.env.signer().sign(pair.world.scheme.digest(state));
    }

    /** By nobody, by a stranger, by the victim, for something else. 6, 7. */
    private Signature bad(State state, int detail) {
        Bytes digest = pair.world.scheme.digest(state);
        return switch (detail / 7 % 4) {
            case 0 -> new Signature(pair.world.random(Signature.SIZE));
            case 1 -> SimScheme.signer(Bytes.zero(20)).sign(digest);
            case 2 -> theirs(detail);
            default -> sign(current());
        };
    }

    private Signature theirs(int detail) {
        List<State> signed = pair.rules.signedBy(victim.index);
        return signed.isEmpty()
                ? new Signature(Bytes.zero(Signature.SIZE))
                : victim.env.signer().sign(pair.world.scheme.digest(signed.get(detail % signed.size())));
    }

    /** 3: a signature for something that the victim has given up. */
    private List<Message> lateAccept(int detail) {
        List<State> signed = pair.rules.signedBy(victim.index);
        if (signed.isEmpty()) {
            return List.of();
        }
        State state = signed.get(detail % signed.size());
        return List.of(new UpdateMessage.Accept(state.id(), state.version(), sign(state)));
    }

    /** 6, 7: an answer that is none. */
    private Message accept(int detail) {
        State from = current();
        long version = from.version() + detail % 3;
        Signature signature = detail % 2 == 0 ? bad(from, detail) : theirs(detail);
        return new UpdateMessage.Accept(from.id(), version, signature);
    }

    private Message reject(int detail) {
        State from = current();
        String reason = switch (detail % 4) {
            case 0 -> "busy: another update of this channel is under way";
            case 1 -> "this channel is closing";
            case 2 -> "\u202e\u0000 no";
            default -> "x".repeat(1000);
        };
        return new UpdateMessage.Reject(from.id(), from.version() + detail / 4 % 3, reason);
    }

    private Message sync(int detail) {
        State from = current();
        State some = detail % 3 == 0 ? impossible(detail / 3) : successor(detail / 3);
        Transaction half =
                Transaction.unsigned(some).with(self.index, detail % 2 == 0 ? sign(some) : bad(some, detail));
        return new ChannelSync(
                detail % 12, detail % 5 == 0 ? Transaction.unsigned(from) : half.with(victim.index, theirs(detail)));
    }

    /** Explanations that do not explain, then perhaps what they are about. */
    private List<Message> notes(int detail) {
        State next = successor(detail);
        Bytes id = pair.world.random(Extension.ID_SIZE);
        var note = new Extension.Note(id, detail % 3, BigInteger.valueOf(1 + detail % 200), "\u202enote", Bytes.EMPTY);
        Message notes = new Extension.PaymentNotes(next.id(), next.version(), List.of(note, note));
        return detail % 2 == 0
                ? List.of(notes)
                : List.of(new Extension.PaymentNotes(next.id(), next.version(), List.of(note)), update(next, detail));
    }

    /** What belongs to the beginning of a channel, at the wrong time or changed; and what two people have no use for. */
    private List<Message> opening(int detail) {
        List<Message> out = new ArrayList<>();
        for (Message message : detail % 2 == 0 ? own : theirs) {
            switch (message) {
                case ChannelProposal.Ledger proposal -> out.add(proposal);
                case ProposalAnswer.LedgerAccept accept -> {
                    out.add(new ProposalAnswer.Reject(accept.proposalId(), "no"));
                    out.add(new ProposalAnswer.LedgerAccept(
                            accept.proposalId(), pair.world.random(32), accept.participant()));
                    out.add(new ProposalAnswer.LedgerAccept(
                            accept.proposalId(), accept.nonceShare(), victim.env.self()));
                }
                case UpdateMessage.Update update ->
                    out.add(new UpdateMessage.VirtualSettlement(
                            update,
                            Objects.requireNonNull(victim.view().params()),
                            Transaction.unsigned(update.state())));
                default -> {}
            }
        }
        return pick(out, detail / 2);
    }
}
