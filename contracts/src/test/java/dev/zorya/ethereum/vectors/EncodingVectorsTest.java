package dev.zorya.ethereum.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our contracts hash what is signed as everybody else does. */
class EncodingVectorsTest {
    private static final String ONE_OFFSET = "0x" + "0".repeat(62) + "20";

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    List<DynamicTest> everyCase() {
        var tests = new ArrayList<DynamicTest>();
        for (var row : read("cases")) {
            tests.add(DynamicTest.dynamicTest(row.get("name").stringValue(), () -> {
                assertEquals(
                        text(row, "channelID"),
                        world.view(world.adjudicator(), selector("channelID") + arguments(row, "encodedParams")));
                assertEquals(
                        text(row, "stateHash"),
                        world.view(world.adjudicator(), selector("hashState") + arguments(row, "encodedState")));
            }));
        }
        assertEquals(17, tests.size());
        return tests;
    }

    @Test
    void everyWithdrawalAuthorizationIsRecognised() throws Exception {
        int count = 0;
        for (var row : read("withdrawalAuths")) {
            var order = new Calls.Order(
                    text(row, "channelID"),
                    row.get("participant").get("ethAddress").stringValue(),
                    bytes(row.get("participant").get("ccAddress")),
                    text(row, "receiver"),
                    new BigInteger(text(row, "amount")));
            byte[] signature = bytes(row.get("signature"));
            // the signature counts: what is missing is the settlement, and behind it the money
            String holder = world.deploy(Contract.ASSET_HOLDER_ETH, Abi.word(world.sender()));
            assertEquals(
                    "channel not settled",
                    world.send(holder, Calls.withdraw(order, signature)).text());
            world.send(holder, Calls.setOutcome(order.channelId(), List.of()));
            assertEquals(
                    "insufficient funds",
                    world.send(holder, Calls.withdraw(order, signature)).text(),
                    text(row, "name"));
            count++;
        }
        assertEquals(3, count);
    }

    @Test
    @Tag("threat-8")
    void randomStatesHashAsTheirEncodingAndEachFieldCounts() throws Exception {
        var random = new Random(8);
        for (int i = 0; i < 60; i++) {
            Channel channel = anyChannel(random);
            ChannelState state = anyState(random, channel);
            assertEquals(channel.id(), world.view(world.adjudicator(), Calls.channelId(channel)));
            String hash = world.view(world.adjudicator(), Calls.hashState(state));
            assertEquals("0x" + HexFormat.of().formatHex(Hash.sha3(state.encoded())), hash);
            for (ChannelState changed : List.of(
                    state.withVersion(state.version() + 1),
                    state.withData(new byte[77]),
                    state.withBackends(9L),
                    state.withAssets(Coin.of(1, world.token())),
                    state.withLocked(Lock.of(channel, 5, 0)),
                    state.withBalances(List.of(9L, 9L, 9L, 9L)),
                    state.withChannelId(hash))) {
                assertNotEquals(hash, world.view(world.adjudicator(), Calls.hashState(changed)));
            }
        }
    }

    private static Channel anyChannel(Random random) {
        Channel channel = world.channel();
        var members = Stream.generate(() -> Key.of("member " + random.nextInt(9)))
                .limit(random.nextInt(5))
                .toArray(Key[]::new);
        return new Channel(
                channel.duration(),
                random.nextLong(Long.MAX_VALUE),
                List.of(members),
                channel.app(),
                random.nextBoolean(),
                random.nextBoolean(),
                new byte[random.nextInt(70)]);
    }

    private static ChannelState anyState(Random random, Channel channel) {
        long[] balances = LongStream.generate(() -> random.nextLong(1000))
                .limit(random.nextInt(4))
                .toArray();
        byte[] data = new byte[random.nextInt(70)];
        random.nextBytes(data);
        var locks = Stream.generate(() -> Lock.of(channel, random.nextInt(99), 0, 1))
                .limit(random.nextInt(3))
                .toArray(Lock[]::new);
        var state = channel.state(random.nextInt(1 << 20), world.eth(), balances)
                .withData(data)
                .withLocked(locks);
        return random.nextBoolean() ? state.asFinal() : state;
    }

    private static JsonNode read(String field) {
        var in = EncodingVectorsTest.class.getResourceAsStream("/vectors/onchain-encodings.json");
        return JsonMapper.shared().readTree(in).get(field);
    }

    private static String selector(String function) {
        return function.equals("channelID") ? "0xdb77bb27" : "0x7a114d3d";
    }

    /** The encoding of a struct alone is just what follows the selector. */
    private static String arguments(JsonNode row, String field) {
        assertEquals(ONE_OFFSET, text(row, field).substring(0, 66));
        return text(row, field).substring(2);
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).stringValue();
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.stringValue().substring(2));
    }
}
