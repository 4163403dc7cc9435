package dev.zorya.channel.sim.judge;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A judge with two parties before it, and the answers to the rows of onchain-rules-official.json as they come. */
final class Court {
    static final EthereumKey ALICE = key("alice");
    static final EthereumKey BOB = key("bob");
    static final Participant PART_A = Participant.ethereum(ALICE.address());
    static final Participant PART_B = Participant.ethereum(BOB.address());
    static final long DURATION = 100;
    static final long START = 1_000_000;
    static final BigInteger CHAIN = BigInteger.valueOf(31337);
    static final Asset ETH = asset(CHAIN, 1);
    static final Asset TOKEN = asset(CHAIN, 2);
    static final Asset NOWHERE = asset(CHAIN, 3);
    static final App TRIVIAL = new App.Contract(address(11));
    static final App REFUSING = new App.Contract(address(12));
    static final App MISSING = new App.Contract(address(13));

    /** What a call came to, as the file has it. */
    record Answer(boolean accepted, String text, List<String> events) {}

    interface Call {
        List<Ruling> make() throws Reverted;
    }

    final EthereumScheme scheme = new EthereumScheme();
    final Holders holders = new Holders(CHAIN, Set.of(ETH, TOKEN));
    final Judge judge = new Judge(
            scheme, holders, Map.of(address(11), app(Optional.empty()), address(12), app(Optional.of("0xdeadbeef"))));
    private final Map<String, Answer> seen = new LinkedHashMap<>();
    private String group = "";
    private long nonce;
    private long now = START;

    private static StateApp app(Optional<String> answer) {
        return (params, from, to, actor) -> answer;
    }

    private static EthereumKey key(String name) {
        return EthereumKey.of(
                Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8)).toArray());
    }

    static Bytes address(int number) {
        byte[] bytes = new byte[20];
        bytes[19] = (byte) number;
        return Bytes.wrap(bytes);
    }

    static Asset asset(BigInteger chain, int holder) {
        return new EthereumAsset(chain, address(holder)).toAsset();
    }

    Map<String, Answer> seen() {
        return seen;
    }

    void group(String name) {
        group = name + "/";
    }

    /** Later rows have other channels, so time need not go on: each call says when it is. */
    Court at(long time) {
        now = time;
        return this;
    }

    long now() {
        return now;
    }

    Params channel() {
        return params(DURATION, App.NONE, true, false);
    }

    Params channel(App app) {
        return params(DURATION, app, true, false);
    }

    Params sub() {
        return params(DURATION, App.NONE, false, false);
    }

    Params params(long duration, App app, boolean ledger, boolean virtual) {
        return new Params(
                duration,
                List.of(PART_A, PART_B),
                app,
                BigInteger.valueOf(++nonce),
                ledger,
                virtual,
                Bytes.zero(Params.AUX_SIZE));
    }

    State state(Params channel, long version) {
        return state(channel, version, 60, 40);
    }

    State state(Params channel, long version, long... amounts) {
        return new State(id(channel), version, outcome(List.of(ETH), amounts), false, channel.app(), Bytes.EMPTY);
    }

    static Allocation outcome(List<Asset> assets, long... row) {
        List<BigInteger> amounts = new ArrayList<>();
        for (long amount : row) {
            amounts.add(BigInteger.valueOf(amount));
        }
        return new Allocation(
                assets, new Balances(assets.stream().map(asset -> amounts).toList()), List.of());
    }

    static State with(State state, Allocation outcome) {
        return new State(state.id(), state.version(), outcome, state.isFinal(), state.app(), state.data());
    }

    static State last(State state) {
        return new State(state.id(), state.version(), state.allocation(), true, state.app(), state.data());
    }

    State locking(State state, Params child, long amount, Integer... map) {
        List<SubAllocation> entries = new ArrayList<>(state.allocation().locked());
        entries.add(new SubAllocation(id(child), List.of(BigInteger.valueOf(amount)), List.of(map)));
        return with(state, new Allocation(state.allocation().assets(), state.balances(), entries));
    }

    ChannelId id(Params channel) {
        return scheme.channelId(channel);
    }

    Signature sign(EthereumKey key, State state) {
        return key.sign(scheme.digest(state));
    }

    Filing signed(Params channel, State state) {
        return new Filing(channel, state, List.of(sign(ALICE, state), sign(BOB, state)));
    }

    Dispute dispute(Params channel) {
        return judge.dispute(id(channel));
    }

    Call register(Filing root, Filing... subs) {
        return () -> judge.register(root, List.of(subs), now);
    }

    Call progress(Params channel, State from, State to, int actor) {
        return progress(channel, from, to, actor, actor == 1 ? BOB : ALICE);
    }

    Call progress(Params channel, State from, State to, int actor, EthereumKey signer) {
        return () -> judge.progress(channel, from, to, actor, sign(signer, to), now);
    }

    Call conclude(Params channel, State state, State... subs) {
        return () -> judge.conclude(channel, state, List.of(subs), now);
    }

    Call concludeFinal(Params channel, State state) {
        return concludeFinal(signed(channel, state));
    }

    Call concludeFinal(Filing filing) {
        return () -> judge.concludeFinal(filing, now);
    }

    Answer row(String rule, Call call) {
        Answer answer;
        try {
            answer = new Answer(true, "", call.make().stream().map(Court::words).toList());
        } catch (Reverted e) {
            answer = new Answer(false, String.valueOf(e.getMessage()), List.of());
        }
        return put(rule, answer);
    }

    Answer value(String rule, Object value) {
        return put(rule, new Answer(true, String.valueOf(value), List.of()));
    }

    /** The events of an earlier row as a row of their own. */
    void events(String rule, Answer of) {
        value(rule, "[" + String.join(" ", of.events()) + "]");
    }

    private Answer put(String rule, Answer answer) {
        if (seen.put(group + rule, answer) != null) {
            throw new IllegalStateException("two answers to " + rule);
        }
        return answer;
    }

    /** A step that no row speaks of. */
    void must(Call call) {
        try {
            call.make();
        } catch (Reverted e) {
            throw new IllegalStateException("a scenario could not be set up", e);
        }
    }

    /** Registers at the present time and gives the timeout. */
    long registered(Params channel, State state, Filing... subs) {
        must(register(signed(channel, state), subs));
        return dispute(channel).timeout();
    }

    void fund(Params channel, long each) {
        holders.deposit(ETH, id(channel), PART_A, BigInteger.valueOf(each));
        holders.deposit(ETH, id(channel), PART_B, BigInteger.valueOf(each));
    }

    String holdings(Params channel) {
        return holders.holdings(ETH, id(channel), PART_A) + "/" + holders.holdings(ETH, id(channel), PART_B);
    }

    private static String words(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Updated update ->
                "ChannelUpdate version="
                        + Long.toUnsignedString(update.dispute().version()) + " phase="
                        + update.dispute().phase();
            case Ruling.OutcomeSet outcome -> "OutcomeSet";
        };
    }
}
