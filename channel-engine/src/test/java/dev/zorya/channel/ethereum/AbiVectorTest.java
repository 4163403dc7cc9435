package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.OnchainVectors;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every function and event of onchain-abi.json. Code sizes and hashes in it are for the module that has the contracts. */
class AbiVectorTest {
    private static final Bytes WORD = Bytes.zero(32);
    private static final Bytes ADDRESS = Bytes.zero(20);
    private static final SignedState SIGNED = OnchainVectors.signed(OnchainVectors.row("ledger-v2-final"));
    private static final State STATE = SIGNED.transaction().state();
    private static final WithdrawalAuth AUTH = WithdrawalAuth.of(new ChannelId(WORD), ADDRESS, ADDRESS, BigInteger.ONE);

    /** What we call, by name; the first four bytes must be the ABI's. */
    private static final Map<String, Supplier<Bytes>> OURS = Map.ofEntries(
            Map.entry("register", () -> AdjudicatorCalls.register(SIGNED, List.of())),
            Map.entry(
                    "progress",
                    () -> AdjudicatorCalls.progress(
                            SIGNED.params(),
                            STATE,
                            STATE,
                            0,
                            SIGNED.transaction().ordered().getFirst())),
            Map.entry("conclude", () -> AdjudicatorCalls.conclude(SIGNED.params(), STATE, List.of())),
            Map.entry("concludeFinal", () -> AdjudicatorCalls.concludeFinal(SIGNED.params(), SIGNED.transaction())),
            Map.entry("channelID", () -> AdjudicatorCalls.channelId(SIGNED.params())),
            Map.entry("hashState", () -> AdjudicatorCalls.hashState(STATE)),
            Map.entry("disputes", () -> AdjudicatorCalls.disputes(new ChannelId(WORD))),
            Map.entry("deposit", () -> AssetHolderCalls.deposit(WORD, BigInteger.ONE)),
            Map.entry("setOutcome", () -> AssetHolderCalls.setOutcome(new ChannelId(WORD), List.of(), List.of())),
            Map.entry(
                    "withdraw",
                    () -> AssetHolderCalls.withdraw(
                            AUTH, SIGNED.transaction().ordered().getFirst())),
            Map.entry("holdings", () -> AssetHolderCalls.holdings(WORD)),
            Map.entry("settled", () -> AssetHolderCalls.settled(new ChannelId(WORD))),
            Map.entry("adjudicator", AssetHolderCalls::adjudicator),
            Map.entry("token", AssetHolderCalls::token),
            Map.entry("approve", () -> TokenCalls.approve(ADDRESS, BigInteger.ONE)),
            Map.entry("allowance", () -> TokenCalls.allowance(ADDRESS, ADDRESS)),
            Map.entry("balanceOf", () -> TokenCalls.balanceOf(ADDRESS)));

    private static final Map<String, Bytes> TOPICS = Map.of(
            "ChannelUpdate", AdjudicatorCalls.CHANNEL_UPDATE,
            "Deposited", AssetHolderCalls.DEPOSITED,
            "OutcomeSet", AssetHolderCalls.OUTCOME_SET,
            "Withdrawn", AssetHolderCalls.WITHDRAWN);

    @TestFactory
    Stream<DynamicTest> functions() {
        return each("functions", row -> {
            Bytes selector = Vectors.bytes(row, "selector");
            assertEquals(selector, Call.hash(Vectors.text(row, "signature")).slice(0, 4));
            Supplier<Bytes> ours = OURS.get(Vectors.text(row, "name"));
            if (ours != null) {
                assertEquals(selector, ours.get().slice(0, 4));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return each("events", row -> {
            Bytes topic = Vectors.bytes(row, "topic0");
            assertEquals(topic, Call.hash(Vectors.text(row, "signature")));
            assertEquals(topic, TOPICS.getOrDefault(Vectors.text(row, "name"), topic));
        });
    }

    /** Otherwise a misspelt name would leave one of ours unchecked. */
    @Test
    void allOfOursAreInTheAbi() {
        List<String> functions = names("functions");
        List<String> events = names("events");
        OURS.keySet().forEach(name -> assertEquals(true, functions.contains(name), name));
        TOPICS.keySet().forEach(name -> assertEquals(true, events.contains(name), name));
    }

    private static List<String> names(String kind) {
        List<String> names = new ArrayList<>();
        for (JsonNode contract : Vectors.load("onchain-abi").required("contracts")) {
            contract.required(kind).forEach(row -> names.add(Vectors.text(row, "name")));
        }
        return names;
    }

    private static Stream<DynamicTest> each(String kind, Vectors.Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode contract : Vectors.load("onchain-abi").required("contracts")) {
            for (JsonNode row : contract.required(kind)) {
                String name = Vectors.text(contract, "contract") + "." + Vectors.text(row, "name");
                tests.add(DynamicTest.dynamicTest(name, () -> check.check(row)));
            }
        }
        return tests.stream();
    }
}
