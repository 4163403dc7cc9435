package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Change;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** What is played in channels that have an app: Nim, in which every stick costs the other something. */
final class Game {
    /** Both sides and the judge know it. */
    static final NimApp RULES = new NimApp(BigInteger.valueOf(5));

    static final Apps KNOWN = new Apps(Map.of(NimApp.ID, RULES));
    private static final int FEW = 3;
    private static final int MORE = 30;
    private static final int MOST = 3;

    private Game() {}

    /** A beginning. */
    static Bytes data(Dice dice) {
        return NimApp.data(dice.below(2), FEW + dice.below(MORE));
    }

    /** Whether this participant may go from the one to the other. */
    static boolean isMove(Params params, State from, State to, int actor) {
        return from.version() + 1 == to.version()
                && RULES.transition(params, from, to, actor).isEmpty();
    }

    /** What follows by this. */
    static State after(State from, Change.Next next) {
        return new State(
                from.id(),
                from.version() + 1,
                from.allocation().withBalances(next.balances()),
                next.last(),
                from.app(),
                next.data());
    }

    static boolean isTurn(State state, int own) {
        return !state.isFinal() && NimApp.turn(state.data()) == own;
    }

    /** A move by the rules, of so many sticks or all that there are; nothing if it is the other's turn. */
    static Change.Step move(int own, int how) {
        return state -> RULES.move(own, Math.min(1 + how % MOST, NimApp.left(state.data())))
                .from(state);
    }

    /** One that no rule allows, in the words of somebody who tries. */
    static Change.Step wrong(int own, int how) {
        return state -> Optional.of(wrong(state, own, how));
    }

    private static Change.Next wrong(State state, int own, int how) {
        int left = NimApp.left(state.data());
        Balances as = state.balances();
        BigInteger some = BigInteger.valueOf(1 + how / 8 % 200).min(as.of(0, 1 - own));
        // the turn goes to the other, or stays here where it was the other's
        Bytes next = NimApp.data(1 - NimApp.turn(state.data()), left - 1);
        return switch (how % 8) {
            case 0 -> new Change.Next(as, NimApp.data(1 - own, left - MOST - 1), false);
            case 1 -> new Change.Next(as, NimApp.data(own, left - 1), false);
            case 2 -> new Change.Next(as.move(0, 1 - own, own, some), state.data(), false);
            case 3 -> new Change.Next(as.move(0, 1 - own, own, as.of(0, 1 - own)), next, true);
            case 4 -> new Change.Next(as, NimApp.data(1 - own, 0), true);
            case 5 -> new Change.Next(as, NimApp.data(1 - own, -1), false);
            case 6 -> new Change.Next(as, Bytes.EMPTY, false);
            default -> new Change.Next(as, NimApp.data(NimApp.turn(state.data()), left + 1), false);
        };
    }
}
