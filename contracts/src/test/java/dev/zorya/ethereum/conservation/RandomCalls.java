package dev.zorya.ethereum.conservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One sequence of random calls, checked after each. The seed decides everything. */
final class RandomCalls {
    private static final List<Key> PEOPLE = List.of(World.ALICE, World.BOB, World.CAROL);

    private final World world;
    private final Random random;
    private final Purse eth;
    private final Purse token;
    private final BigInteger tokensBefore;
    private final BigInteger ethBefore;
    private final List<Channel> channels = new ArrayList<>();
    private int accepted;

    /** A holder and its books. */
    private record Purse(String holder, Books books) {}

    RandomCalls(World world, long seed) throws AnvilException {
        this.world = world;
        this.random = new Random(seed);
        this.eth = new Purse(world.ethHolder(), new Books());
        this.token = new Purse(world.tokenHolder(), new Books());
        this.ethBefore = world.balance(world.ethHolder());
        this.tokensBefore = world.tokenBalance(world.tokenHolder());
    }

    /** @return how many calls were accepted */
    int play(int calls) throws AnvilException {
        for (int i = 0; i < 4; i++) {
            channels.add(anyChannel());
        }
        for (int i = 0; i < calls; i++) {
            Channel channel = channels.get(random.nextInt(channels.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> deposit(channel);
                case 4 -> settleTogether(channel);
                case 5 -> settleTree(channel);
                case 6 -> channels.set(random.nextInt(channels.size()), anyChannel());
                default -> withdraw(channel);
            }
            check(channel);
        }
        for (Channel channel : channels) {
            check(channel);
        }
        return accepted;
    }

    /** Two to four members, the same one twice every now and then. No challenge duration: what is registered can be concluded. */
    private Channel anyChannel() {
        var members = new Key[2 + random.nextInt(3)];
        for (int i = 0; i < members.length; i++) {
            members[i] = PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
        return world.channel().withMembers(members).withDuration(BigInteger.ZERO);
    }

    private Purse anyPurse() {
        return random.nextBoolean() ? eth : token;
    }

    private void deposit(Channel channel) throws AnvilException {
        Purse purse = anyPurse();
        var ids = List.copyOf(Books.ids(channel));
        String id = ids.get(random.nextInt(ids.size()));
        long amount = random.nextInt(60);
        var outcome = purse == eth ? world.depositEth(id, amount) : world.depositToken(id, amount);
        expect(true, outcome);
        purse.books().deposit(channel, id, BigInteger.valueOf(amount));
    }

    private void settleTogether(Channel channel) throws AnvilException {
        var state = anyState(channel).asFinal();
        boolean first = !eth.books().isSettled(channel);
        if (random.nextBoolean()) {
            payTogether(channel, state, first);
            return;
        }
        expect(first, world.concludeFinal(channel.sign(state)));
        if (first) {
            eth.books().settle(channel, state.balances().get(0));
            token.books().settle(channel, state.balances().get(1));
        }
    }

    private void payTogether(Channel channel, ChannelState state, boolean first) throws AnvilException {
        expect(first, world.concludeFinalAndPay(channel.sign(state)));
        if (first) {
            eth.books().payOut(channel, state.balances().get(0));
            token.books().payOut(channel, state.balances().get(1));
        }
    }

    /** A child with members of its own, mapped at random, also several to one. */
    private void settleTree(Channel channel) throws AnvilException {
        Channel child = anyChannel().asSub();
        var childState = anyState(child);
        int size = channel.members().size();
        var map = Stream.generate(() -> random.nextInt(size))
                .limit(child.members().size())
                .toList();
        var totals = childState.balances().stream()
                .map(row -> row.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .toList();
        var state = anyState(channel).withLocked(new Lock(child.id(), totals, map));
        boolean first = !eth.books().isSettled(channel);
        expect(first, world.register(channel.sign(state), child.sign(childState)));
        expect(first, world.conclude(channel, state, childState));
        if (first) {
            eth.books().settle(channel, together(state, childState, map, 0));
            token.books().settle(channel, together(state, childState, map, 1));
        }
    }

    private static List<BigInteger> together(ChannelState state, ChannelState child, List<Integer> map, int asset) {
        var sums = new ArrayList<>(state.balances().get(asset));
        var row = child.balances().get(asset);
        for (int i = 0; i < row.size(); i++) {
            sums.set(map.get(i), sums.get(map.get(i)).add(row.get(i)));
        }
        return sums;
    }

    private ChannelState anyState(Channel channel) {
        return channel.state(1, world.eth())
                .withAssets(world.eth(), world.tokenCoin())
                .withBackends(1L, 1L)
                .withBalances(anyRow(channel), anyRow(channel));
    }

    private List<Long> anyRow(Channel channel) {
        return Stream.generate(() -> (long) random.nextInt(40))
                .limit(channel.members().size())
                .toList();
    }

    private void withdraw(Channel channel) throws AnvilException {
        Purse purse = anyPurse();
        Key member = channel.members().get(random.nextInt(channel.members().size()));
        BigInteger held = purse.books().held(channel.fundingId(member));
        long amount = random.nextBoolean() ? held.longValueExact() : random.nextInt(50);
        boolean covered = BigInteger.valueOf(amount).compareTo(held) <= 0;
        boolean right = covered && purse.books().isSettled(channel);
        expect(
                right,
                world.withdraw(purse.holder(), Calls.Order.of(channel, member, member.address(), amount), member));
        if (right) {
            purse.books().withdraw(channel, member, BigInteger.valueOf(amount));
        }
    }

    private void expect(boolean right, Outcome outcome) {
        assertEquals(right, outcome.accepted(), outcome.toString());
        if (right) {
            accepted++;
        }
    }

    private void check(Channel channel) throws AnvilException {
        assertEquals(eth.books().balance(), world.balance(world.ethHolder()).subtract(ethBefore));
        assertEquals(
                token.books().balance(), world.tokenBalance(world.tokenHolder()).subtract(tokensBefore));
        for (Purse purse : List.of(eth, token)) {
            BigInteger owed = BigInteger.ZERO;
            for (String id : Books.ids(channel)) {
                BigInteger held = world.holding(purse.holder(), id);
                assertEquals(purse.books().held(id), held);
                owed = owed.add(held);
            }
            BigInteger gotten = owed.add(purse.books().paid(channel));
            assertTrue(
                    gotten.compareTo(purse.books().deposited(channel)) <= 0, "a channel gets more than was deposited");
        }
    }
}
