package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.ethereum.WithdrawalAuth;
import dev.zorya.channel.sim.judge.Filing;
import dev.zorya.channel.sim.judge.Holders;
import dev.zorya.channel.sim.judge.Judge;
import dev.zorya.channel.sim.judge.Reverted;
import dev.zorya.channel.sim.judge.Ruling;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random calls about one tree of channels. Each is brought before a judge of its own first. */
final class Sequence {
    /** The function that takes the same as concludeFinal, and pays. */
    private static final Bytes PAY = Hashes.keccak256(
                    ("concludeFinalAndPay((uint256,uint256,(address,bytes)[],address,bool,bool),"
                                    + "(bytes32,uint64,((uint256,address,bytes)[],uint256[],uint256[][],(bytes32,uint256[],uint16[])[]),bytes,bool),bytes[])")
                            .getBytes(StandardCharsets.US_ASCII))
            .slice(0, 4);

    private final Random random;
    private final Place place;
    private final Tree tree;
    private final Draw draw;
    private final EthereumScheme scheme = new EthereumScheme();
    private final Judge judge;
    private final Set<ChannelId> unkept = new HashSet<>();

    private interface Call {
        List<Ruling> make() throws Reverted;
    }

    Sequence(long seed, Place place) {
        this.place = place;
        this.random = new Random(seed);
        this.tree = new Tree(seed, random, place, scheme);
        this.judge = new Judge(scheme, new Holders(place.chain(), Set.of(place.eth(), place.token())), place.apps());
        this.draw = new Draw(random, tree, scheme, judge);
    }

    Tree tree() {
        return tree;
    }

    Judge judge() {
        return judge;
    }

    /** Paid out without having been registered: the contracts keep no hash of the state. */
    boolean keepsNoHash(ChannelId channel) {
        return unkept.contains(channel);
    }

    /** @param time of the block that the call will be in */
    Move next(long time) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> register(time);
            case 4, 5 -> progress(time);
            case 6, 7 -> conclude(time);
            case 8 -> finish(time);
            case 9, 10, 11 -> deposit();
            default -> withdraw();
        };
    }

    private Move register(long time) {
        Part part = draw.root();
        var root = new Draw.Pick(part, draw.state(part, 25));
        var picks = draw.disturbed(draw.children(part, root.state(), 25));
        Filing filing = draw.filing(root);
        List<Filing> subs = picks.stream().map(draw::filing).toList();
        return move(
                "register",
                root + " with " + picks,
                AdjudicatorCalls.register(
                        signed(filing), subs.stream().map(Sequence::signed).toList()),
                () -> judge.register(filing, subs, time));
    }

    private static SignedState signed(Filing filing) {
        var signatures = new TreeMap<Integer, Signature>();
        for (Signature signature : filing.signatures()) {
            signatures.put(signatures.size(), signature);
        }
        return new SignedState(filing.params(), new Transaction(filing.state(), signatures));
    }

    private Move progress(long time) {
        Part part = draw.moving();
        State from = draw.state(part, 90);
        State to = draw.next(from);
        int actor = draw.chance(97) ? random.nextInt(tree.people()) : tree.people();
        Signature signature = draw.signature(Tree.PEOPLE.get(actor % tree.people()), scheme.digest(to));
        return move(
                "progress",
                new Draw.Pick(part, from) + " to " + new Draw.Pick(part, to) + " by " + actor,
                AdjudicatorCalls.progress(part.params(), from, to, actor, signature),
                () -> judge.progress(part.params(), from, to, actor, signature, time));
    }

    private Move conclude(long time) {
        Part part = draw.disputedRoot();
        State state = draw.state(part, 92);
        var picks = draw.disturbed(draw.children(part, state, 95));
        List<State> subs = picks.stream().map(Draw.Pick::state).toList();
        return move(
                "conclude",
                new Draw.Pick(part, state) + " with " + picks,
                AdjudicatorCalls.conclude(part.params(), state, subs),
                () -> judge.conclude(part.params(), state, subs, time));
    }

    private Move finish(long time) {
        Part part = draw.root();
        var pick = new Draw.Pick(part, draw.last(draw.any(part.states())));
        Filing filing = draw.filing(pick);
        Bytes data =
                AdjudicatorCalls.concludeFinal(filing.params(), signed(filing).transaction());
        if (draw.chance(50)) {
            return move("concludeFinal", pick.toString(), data, () -> judge.concludeFinal(filing, time));
        }
        return move(
                "concludeFinalAndPay",
                pick.toString(),
                Bytes.fromHex(PAY.hex() + data.slice(4, data.size()).hex()),
                () -> paid(part, filing, time));
    }

    /** As if all took what is theirs right after the conclusion. */
    private List<Ruling> paid(Part part, Filing filing, long time) throws Reverted {
        ChannelId channel = filing.state().id();
        boolean registered = judge.dispute(channel).isRegistered();
        List<Ruling> rulings = judge.concludeFinal(filing, time);
        for (Asset asset : tree.assets()) {
            for (Participant owner : part.params().parts()) {
                Holders holders = judge.holders();
                holders.withdraw(asset, channel, owner, holders.holdings(asset, channel, owner));
            }
        }
        if (!registered) {
            unkept.add(channel);
        }
        return rulings;
    }

    private Move deposit() {
        Part part = draw.root();
        ChannelId channel = scheme.channelId(part.params());
        Asset asset = draw.any(tree.assets());
        EthereumKey owner = Tree.PEOPLE.get(random.nextInt(tree.people()));
        // an outcome counts only where the deposits cover it
        BigInteger all = part.states().getFirst().allocation().sums().getFirst();
        BigInteger amount = draw.chance(50) ? all : BigInteger.valueOf(random.nextInt(60));
        BigInteger right = asset.equals(place.eth()) ? amount : BigInteger.ZERO;
        BigInteger value = draw.chance(95) ? right : right.add(BigInteger.ONE);
        return move(
                "deposit",
                amount + " with " + value + " wei for " + part.name(),
                Blocks.holder(asset),
                AssetHolderCalls.deposit(EthereumEncoding.fundingId(channel, owner.address()), amount),
                value,
                () -> {
                    if (!value.equals(right)) {
                        throw new Reverted("wrong value");
                    }
                    judge.holders().deposit(asset, channel, Participant.ethereum(owner.address()), amount);
                    return List.of();
                });
    }

    private Move withdraw() {
        Part part = draw.root();
        ChannelId channel = scheme.channelId(part.params());
        Asset asset = draw.any(tree.assets());
        EthereumKey owner = Tree.PEOPLE.get(random.nextInt(tree.people()));
        Participant participant = Participant.ethereum(owner.address());
        BigInteger held = judge.holders().holdings(asset, channel, participant);
        BigInteger amount = draw.chance(60) ? held : BigInteger.valueOf(random.nextInt(40));
        var auth = WithdrawalAuth.of(channel, owner.address(), owner.address(), amount);
        Bytes digest = EthereumEncoding.digest(auth);
        Signature signature = draw.signature(owner, digest);
        return move(
                "withdraw",
                amount + " of " + held + " from " + part.name(),
                Blocks.holder(asset),
                AssetHolderCalls.withdraw(auth, signature),
                BigInteger.ZERO,
                () -> {
                    judge.holders().withdraw(asset, channel, participant, BigInteger.ZERO);
                    if (!scheme.verify(digest, signature, participant)) {
                        throw new Reverted("signature verification failed");
                    }
                    judge.holders().withdraw(asset, channel, participant, amount);
                    return List.of();
                });
    }

    private Move move(String kind, String words, Bytes data, Call call) {
        return move(kind, words, place.adjudicator(), data, BigInteger.ZERO, call);
    }

    private static Move move(String kind, String words, Bytes to, Bytes data, BigInteger value, Call call) {
        try {
            return new Move(kind, words, to, data, value, call.make(), "");
        } catch (Reverted e) {
            return new Move(kind, words, to, data, value, null, String.valueOf(e.getMessage()));
        }
    }
}
