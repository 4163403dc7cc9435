package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must hold in a {@link Duel}, whatever happens (DESIGN.md 3 and 10). Knows every signature that ever left a hand. */
final class DuelRules {
    private static final Set<Operation> WAY =
            EnumSet.complementOf(EnumSet.of(Operation.FORCE_UPDATE, Operation.SET_PROGRESSED));

    private final SimScheme scheme;
    private final Allocation initial;
    private final List<Map<Long, Set<State>>> signed = List.of(new TreeMap<>(), new TreeMap<>());

    DuelRules(SimScheme scheme, Allocation initial) {
        this.scheme = scheme;
        this.initial = initial;
    }

    void require(boolean condition, String rule) {
        if (!condition) {
            throw new AssertionError(rule);
        }
    }

    /** A message leaves: rules 1 and 2 for the signature in it. */
    void sent(Player player, int index, Message message) {
        switch (message) {
            case UpdateMessage.Update update -> signature(player, index, update.signature());
            case UpdateMessage.Accept accept -> signature(player, index, accept.signature());
            default -> {}
        }
    }

    private void signature(Player player, int index, Signature signature) {
        require(player.hasOnDisk(signature), "rule 1: " + player.name + " has on disk what it sends");
        State state = scheme.signed(signature).orElseThrow();
        Map<Long, Set<State>> mine = signed.get(index);
        for (Set<State> others : mine.values()) {
            for (State other : others) {
                require(
                        !other.isFinal() || other.equals(state) || state.version() < other.version(),
                        "rule 2: " + player.name + " signs nothing beside a final state");
            }
        }
        Set<State> same = mine.computeIfAbsent(state.version(), version -> new LinkedHashSet<>());
        same.add(state);
        List<Allocation> before =
                complete(state.version() - 1).stream().map(State::allocation).toList();
        long different =
                same.stream().filter(s -> !before.contains(s.allocation())).count();
        require(different <= 1, "rule 2: " + player.name + " signs one state and neutral ones for a version");
        require(
                complete(state.version()).stream()
                                .map(State::allocation)
                                .distinct()
                                .count()
                        <= 1,
                "two fully signed states of version " + state.version());
    }

    /** What both have signed and let out of their hands. */
    private Set<State> complete(long version) {
        Set<State> both = new HashSet<>(signed.getFirst().getOrDefault(version, Set.of()));
        both.retainAll(signed.getLast().getOrDefault(version, Set.of()));
        return both;
    }

    /** The book and the balance on the disk are one truth. */
    void persisted(Player player, int index) {
        if (player.state() != null && player.snapshot().current() != null) {
            BigInteger balance = player.snapshot().allocation().balances().of(0, index);
            require(
                    player.booked(initial.balances().of(0, index)).equals(balance),
                    player.name + "'s book explains the balance");
        }
    }

    /**
     * Every step is a way through go-perun's machine (OFFCHAIN.md 6), without force; that the channel is registered and
     * concluded is done to us.
     */
    void way(Phase from, Phase to) {
        Set<Phase> reached = EnumSet.of(from);
        for (int more = 0; more < Phase.values().length; more++) {
            for (Phase phase : List.copyOf(reached)) {
                WAY.forEach(operation -> phase.after(operation).ifPresent(reached::add));
            }
        }
        // a proposal that came to nothing is no channel any more
        require(reached.contains(to) || to == Phase.INIT_ACTING, "no way from " + from + " to " + to);
    }

    void afterStep(List<Player> players) {
        for (Player player : players) {
            if (player.state() != null) {
                require(
                        player.snapshot().allocation().sums().equals(initial.sums()),
                        player.name + "'s state conserves the total");
            }
        }
    }

    /** A fair network has let both finish. */
    void atRest(List<Player> players, boolean unordered) {
        ChannelSnapshot one = players.getFirst().snapshot();
        ChannelSnapshot other = players.getLast().snapshot();
        require(one.status() == other.status(), "both in one phase: " + one.status() + " and " + other.status());
        require(
                one.current() != null
                        && other.current() != null
                        && one.current().state().equals(other.current().state()),
                "both hold the same state: " + one.version() + " and " + other.version());
        for (int index = 0; index < 2; index++) {
            Player payer = players.get(index);
            Player payee = players.get(1 - index);
            require(payer.pending() == 0, "nothing of " + payer.name + " is in doubt at rest");
            require(payer.snapshot().queued() == 0, "nothing of " + payer.name + " waits at rest");
            // a note that was lost alone cannot explain its update
            require(
                    unordered || payer.moved(BookEntry.Direction.OUT).equals(payee.moved(BookEntry.Direction.IN)),
                    "the books of " + payer.name + " and " + payee.name + " agree");
        }
    }

    /** Every payment got an answer, unless its process died while it waited. */
    void answered(List<Player> players, boolean crashing) {
        for (Player player : players) {
            List<String> open = new ArrayList<>();
            player.outcomes.forEach((id, outcome) -> {
                if (outcome.isEmpty()) {
                    open.add(id.hex());
                }
            });
            require(crashing || open.isEmpty(), player.name + "'s payments without an answer: " + open);
        }
    }

    static String text(Message message) {
        return switch (message) {
            case UpdateMessage.Update u ->
                "Update v" + u.version() + " " + u.state().balances().rows()
                        + (u.state().isFinal() ? " final" : "");
            case UpdateMessage.Accept a -> "Accept v" + a.version();
            case UpdateMessage.Reject r -> "Reject v" + r.version() + " " + r.reason();
            case Extension.PaymentNotes n -> "Notes v" + n.version();
            default -> message.getClass().getSimpleName();
        };
    }

    static String text(Input input) {
        return switch (input) {
            case Input.Pay pay -> "Pay " + pay.payment().amount();
            case Input.FromLedger fact -> fact.event().getClass().getSimpleName();
            case Input.TimedOut timeout -> "TimedOut " + timeout.timer();
            default -> input.getClass().getSimpleName();
        };
    }
}
