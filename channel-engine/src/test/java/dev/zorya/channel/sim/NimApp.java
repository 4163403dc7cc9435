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
 * stake and the game is over. Data: whose turn it is, and how many sticks are left. Each stick may cost the other something.
 */
public final class NimApp implements StateApp {
    public static final Bytes ID = Bytes.wrap(new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7});
    public static final App APP = new App.Contract(ID);
    /** What wallets and judges that know this app know. */
    public static final Apps KNOWN = new Apps(Map.of(ID, new NimApp()));

    public static final BigInteger STAKE = BigInteger.valueOf(100);
    private static final int MOST = 3;

    private final BigInteger perStick;

    /** Only the last stick is worth something. */
    public NimApp() {
        this(BigInteger.ZERO);
    }

    /** @param perStick what a player pays for each stick that the other takes */
    public NimApp(BigInteger perStick) {
        this.perStick = perStick;
    }

    public static Bytes data(int turn, int sticks) {
        return Bytes.of((byte) turn, (byte) sticks);
    }

    /** A move; nothing if it is the other's turn or there are not so many sticks. */
    public static Change.Step take(int own, int sticks) {
        return new NimApp().move(own, sticks);
    }

    /** The same by the rules of this game. */
    public Change.Step move(int own, int sticks) {
        return state -> {
            int left = left(state.data()) - sticks;
            return turn(state.data()) != own || left < 0
                    ? Optional.empty()
                    : Optional.of(new Change.Next(paid(state, own, sticks, left), data(1 - own, left), left == 0));
        };
    }

    private Balances paid(State state, int taker, int taken, int left) {
        BigInteger won = cost(taken).add(left > 0 ? BigInteger.ZERO : STAKE);
        return won.signum() == 0 ? state.balances() : state.balances().move(0, 1 - taker, taker, won);
    }

    private BigInteger cost(int sticks) {
        return perStick.multiply(BigInteger.valueOf(sticks));
    }

    /** Index of who is to move. */
    public static int turn(Bytes data) {
        return data.at(0);
    }

    /** How many sticks there are. */
    public static int left(Bytes data) {
        return data.at(1);
    }

    @Override
    public Optional<String> initial(Allocation balances, Bytes data) {
        if (data.size() != 2 || turn(data) < 0 || turn(data) > 1 || left(data) < 1) {
            return Optional.of("this is no game of Nim");
        }
        BigInteger worst = cost(left(data)).add(STAKE);
        boolean poor = balances.balances().rows().getFirst().stream().anyMatch(b -> b.compareTo(worst) < 0);
        return poor ? Optional.of("a player cannot pay the stake") : Optional.empty();
    }

    @Override
    public Optional<String> transition(Params params, State from, State to, int actor) {
        if (turn(from.data()) != actor) {
            return Optional.of("it is the other player's turn");
        }
        int left = left(from.data());
        int taken = to.data().size() == 2 ? left - left(to.data()) : 0;
        if (taken < 1 || taken > Math.min(MOST, left) || !to.data().equals(data(1 - actor, left - taken))) {
            return Optional.of("a move takes one to three sticks");
        }
        boolean over = left == taken;
        return to.balances().equals(paid(from, actor, taken, left - taken)) && to.isFinal() == over
                ? Optional.empty()
                : Optional.of("the stake goes to who takes the last stick");
    }

    /** Whoever plays has agreed to the rules. */
    @Override
    public Consent consent(State from, State to, int own) {
        return Consent.SIGN;
    }
}
