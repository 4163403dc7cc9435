package dev.zorya.channel.sim;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Change;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * An app as an application programmer writes one: Nim. Both take one to three sticks in turn; who takes the last one gets the
 * stake and the game is over. Data: whose turn it is, and how many sticks are left.
 */
public final class NimApp implements StateApp {
    public static final Bytes ID = Bytes.wrap(new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7});
    public static final App APP = new App.Contract(ID);
    /** What wallets and judges that know this app know. */
    public static final Apps KNOWN = new Apps(Map.of(ID, new NimApp()));

    public static final BigInteger STAKE = BigInteger.valueOf(100);
    private static final int MOST = 3;

    public static Bytes data(int turn, int sticks) {
        return Bytes.of((byte) turn, (byte) sticks);
    }

    /** A move; nothing if it is the other's turn or there are not so many sticks. */
    public static Change.Step take(int own, int sticks) {
        return state -> {
            int left = left(state.data()) - sticks;
            return turn(state.data()) != own || left < 0
                    ? Optional.empty()
                    : Optional.of(new Change.Next(paid(state, own, left), data(1 - own, left), left == 0));
        };
    }

    private static Balances paid(State state, int winner, int left) {
        return left > 0 ? state.balances() : state.balances().move(0, 1 - winner, winner, STAKE);
    }

    private static int turn(Bytes data) {
        return data.at(0);
    }

    private static int left(Bytes data) {
        return data.at(1);
    }

    @Override
    public Optional<String> initial(Allocation balances, Bytes data) {
        if (data.size() != 2 || turn(data) < 0 || turn(data) > 1 || left(data) < 1) {
            return Optional.of("this is no game of Nim");
        }
        boolean poor = balances.balances().rows().getFirst().stream().anyMatch(b -> b.compareTo(STAKE) < 0);
        return poor ? Optional.of("a player cannot pay the stake") : Optional.empty();
    }

    @Override
    public Optional<String> transition(Params params, State from, State to, int actor) {
        if (turn(from.data()) != actor) {
            return Optional.of("it is the other player's turn");
        }
        int left = left(from.data());
        int taken = to.data().size() == 2 ? left - left(to.data()) : 0;
        if (taken < 1 || taken > MOST || !to.data().equals(data(1 - actor, left - taken))) {
            return Optional.of("a move takes one to three sticks");
        }
        boolean over = left == taken;
        return to.balances().equals(paid(from, actor, left - taken)) && to.isFinal() == over
                ? Optional.empty()
                : Optional.of("the stake goes to who takes the last stick");
    }

    /** Whoever plays has agreed to the rules. */
    @Override
    public Consent consent(State from, State to, int own) {
        return Consent.SIGN;
    }
}
