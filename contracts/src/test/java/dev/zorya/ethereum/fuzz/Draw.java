package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.sim.judge.Filing;
import dev.zorya.channel.sim.judge.Judge;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Draws states, children and signatures: mostly such as fit what the judge has, now and then others. */
final class Draw {
    private final Random random;
    private final Tree tree;
    private final EthereumScheme scheme;
    private final Judge judge;
    private final Map<Order, Signature> signed = new HashMap<>();

    Draw(Random random, Tree tree, EthereumScheme scheme, Judge judge) {
        this.random = random;
        this.tree = tree;
        this.scheme = scheme;
        this.judge = judge;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Part part() {
        return any(tree.parts());
    }

    Part root() {
        return chance(3)
                ? part()
                : any(tree.parts().stream().filter(Part::isRoot).toList());
    }

    /** In most cases one that can be driven on by a single participant, if there is one. */
    Part moving() {
        return mostly(part -> isOpen(part) && !part.params().app().equals(App.NONE), part());
    }

    /** In most cases a root that is registered and not concluded, if there is one. */
    Part disputedRoot() {
        return mostly(part -> part.isRoot() && isOpen(part), root());
    }

    private Part mostly(Predicate<Part> wanted, Part other) {
        List<Part> found = tree.parts().stream().filter(wanted).toList();
        return found.isEmpty() || chance(20) ? other : any(found);
    }

    private boolean isOpen(Part part) {
        ChannelId id = scheme.channelId(part.params());
        return judge.dispute(id).isRegistered() && !judge.isConcluded(id);
    }

    /** The registered one in so many of a hundred cases, if there is one. */
    State state(Part part, int percentRegistered) {
        Dispute dispute = judge.dispute(scheme.channelId(part.params()));
        return chance(percentRegistered)
                ? judge.shown(dispute.stateHash()).orElseGet(() -> any(part.states()))
                : any(part.states());
    }

    /** What a state locks, depth first. */
    List<Part> below(Part part, State state) {
        List<Part> all = new ArrayList<>();
        for (SubAllocation entry : state.allocation().locked()) {
            for (Part child : part.children()) {
                if (scheme.channelId(child.params()).equals(entry.id())) {
                    all.add(child);
                }
            }
        }
        return all;
    }

    /** One state for each channel that is locked, depth first. */
    List<Pick> children(Part part, State state, int percentRegistered) {
        List<Pick> picks = new ArrayList<>();
        for (Part child : below(part, state)) {
            State drawn = state(child, percentRegistered);
            picks.add(new Pick(child, drawn));
            picks.addAll(children(child, drawn, percentRegistered));
        }
        return picks;
    }

    /** A channel with a state of it. */
    record Pick(Part part, State state) {
        @Override
        public String toString() {
            return part.name() + " v" + Long.toUnsignedString(state.version()) + (state.isFinal() ? " final" : "");
        }
    }

    /** One missing, one too many, or another order, now and then. */
    <T> List<T> disturbed(List<T> list) {
        List<T> other = new ArrayList<>(list);
        if (!other.isEmpty() && chance(8)) {
            switch (random.nextInt(3)) {
                case 0 -> other.removeLast();
                case 1 -> Collections.reverse(other);
                default -> other.add(other.getFirst());
            }
        }
        return other;
    }

    Filing filing(Pick pick) {
        Bytes digest = scheme.digest(pick.state());
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < tree.people(); i++) {
            signatures.add(chance(98) ? sign(Tree.PEOPLE.get(i), digest) : wrong(digest));
        }
        return new Filing(chance(98) ? pick.part().params() : part().params(), pick.state(), signatures);
    }

    /** By the key in nearly all cases. */
    Signature signature(EthereumKey key, Bytes digest) {
        return chance(94) ? sign(key, digest) : wrong(digest);
    }

    /** The same state is brought many times, and a signature takes longer than all the rest. */
    private Signature sign(EthereumKey key, Bytes digest) {
        return signed.computeIfAbsent(new Order(key, digest), order -> key.sign(digest));
    }

    private record Order(EthereumKey key, Bytes digest) {}

    /** Somebody else's, for something else, or in a form that no contract counts. */
    private Signature wrong(Bytes digest) {
        byte[] good = any(Tree.PEOPLE).sign(digest).bytes().toArray();
        good[
                        switch (random.nextInt(3)) {
                            case 0 -> 64;
                            case 1 -> 32;
                            default -> random.nextInt(64);
                        }] ^=
                (byte) 0x80;
        return chance(40) ? any(Tree.PEOPLE).sign(digest) : new Signature(Bytes.wrap(good));
    }

    /** What one participant alone may want to come next. */
    State next(State from) {
        int sum = from.balances().sums().getFirst().intValue() + (chance(4) ? 1 : 0);
        List<SubAllocation> locked = chance(95) ? from.allocation().locked() : List.of();
        Balances balances = tree.split(sum);
        return new State(
                from.id(),
                from.version() + (chance(94) ? 1 : 2),
                new Allocation(from.allocation().assets(), balances, locked),
                chance(15),
                from.app(),
                Bytes.wrap(BigInteger.valueOf(random.nextInt(1000)).toByteArray()));
    }

    /** What all may have agreed on as the last state. */
    State last(State from) {
        List<SubAllocation> locked = chance(10) ? from.allocation().locked() : List.of();
        int sum = from.allocation().sums().getFirst().intValue();
        return new State(
                from.id(),
                random.nextInt(6),
                new Allocation(from.allocation().assets(), tree.split(sum), locked),
                chance(92),
                from.app(),
                from.data());
    }
}
