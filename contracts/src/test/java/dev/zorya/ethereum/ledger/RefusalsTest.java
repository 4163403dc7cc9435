package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason of ONCHAIN.md 10 ("Checks before signing or funding") by itself; everything else is as it should be. */
class RefusalsTest {
    private static final long CHAIN = 31337;
    private static final Bytes APP = address(0xa99);
    private static final HeldAsset ETHER = new HeldAsset.Ether(address(0xe7));
    private static final HeldAsset TOKEN = new HeldAsset.Token(address(0x20), address(0x21), "TOK", 6);
    private static final EthereumConfig CONFIG = EthereumConfig.real(
            URI.create("http://127.0.0.1:1"), null, CHAIN, address(0xad), List.of(ETHER, TOKEN), Set.of(APP));
    private static final List<Participant> PARTS =
            List.of(Participant.ethereum(address(1)), Participant.ethereum(address(2)));
    private static final Allocation INITIAL =
            new Allocation(List.of(ETHER.on(CHAIN), TOKEN.on(CHAIN)), balances(5, 6, 7, 8), List.of());
    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Test
    void anOrdinaryChannelIsFine() {
        assertEquals(Optional.empty(), refusal(PARTS, App.NONE, DAY, INITIAL));
        assertEquals(Optional.empty(), refusal(PARTS, new App.Contract(APP), DAY, INITIAL));
    }

    @Test
    void participantsAreDistinctEthereumAddresses() {
        assertRefused("The same address stands in this channel twice.", List.of(PARTS.get(0), PARTS.get(0)));
        assertRefused(
                "A participant of this channel has no Ethereum address.",
                List.of(PARTS.get(0), new Participant(AddressMap.of(BackendId.SIMULATION, address(2)))));
        assertRefused(
                "A participant of this channel has no Ethereum address.",
                List.of(PARTS.get(0), Participant.ethereum(Bytes.zero(19))));
        assertRefused(
                "A participant of this channel has the zero address, which nobody can sign for.",
                List.of(PARTS.get(0), Participant.ethereum(Bytes.zero(20))));
        var two = new AddressMap(new TreeMap<>(Map.of(BackendId.ETHEREUM, address(2), 2, address(9))));
        assertRefused(
                "A participant of this channel has addresses on other chains, which this wallet cannot check.",
                List.of(PARTS.get(0), new Participant(two)));
    }

    @Test
    void onlyLedgerChannels() {
        String sentence = "This is not a channel that the chain could settle by itself.";
        for (boolean virtual : List.of(true, false)) {
            Params params =
                    new Params(DAY, PARTS, App.NONE, BigInteger.ONE, virtual, virtual, Bytes.zero(Params.AUX_SIZE));
            assertEquals(Optional.of(sentence), new Refusals(CONFIG).refusal(params, INITIAL));
        }
    }

    @Test
    @Tag("threat-17")
    void theAppIsKnown() {
        assertEquals(
                Optional.of("This channel follows the rules of an app that this wallet does not know."),
                refusal(PARTS, new App.Contract(address(0xbad)), DAY, INITIAL));
    }

    @ParameterizedTest
    @CsvSource({
        "REAL, 599, false",
        "REAL, 600, true",
        "REAL, 2592000, true",
        "REAL, 2592001, false",
        "REAL, -1, false",
        "PRACTICE, 9, false",
        "PRACTICE, 10, true",
        "TEST, 1, true",
        "TEST, -1, false",
    })
    @Tag("threat-15")
    void theTimeToAnswerIsBounded(String network, long seconds, boolean fine) {
        ChallengeLimits limits = switch (network) {
            case "REAL" -> ChallengeLimits.REAL;
            case "PRACTICE" -> ChallengeLimits.PRACTICE;
            default -> ChallengeLimits.TEST;
        };
        Optional<String> refusal =
                new Refusals(CONFIG.withChallenge(limits)).refusal(params(PARTS, App.NONE, seconds), INITIAL);
        assertEquals(fine, refusal.isEmpty(), refusal.toString());
    }

    @Test
    void theTimeIsSaidInWords() {
        assertEquals(
                Optional.of("The time to answer in a dispute must be between 10 minutes and 30 days, not 5 seconds."),
                refusal(PARTS, App.NONE, 5, INITIAL));
    }

    @Test
    void assetsAreKnownAndDistinct() {
        String unknown = "This channel would hold something that this wallet does not know.";
        assertEquals(Optional.of(unknown), refusal(assets(ETHER.on(CHAIN + 1))));
        assertEquals(Optional.of(unknown), refusal(assets(new HeldAsset.Ether(address(0xbad)).on(CHAIN))));
        assertEquals(Optional.of(unknown), refusal(assets(new Asset(BackendId.SIMULATION, Bytes.EMPTY))));
        assertEquals(
                Optional.of("The same asset stands in this channel twice."),
                refusal(assets(ETHER.on(CHAIN), ETHER.on(CHAIN))));
    }

    @Test
    @Tag("threat-10")
    void sumsFitIntoTheChainsNumbers() {
        BigInteger half = BigInteger.ONE.shiftLeft(255);
        var list = List.of(ETHER.on(CHAIN));
        Allocation most =
                new Allocation(list, new Balances(List.of(List.of(half, half.subtract(BigInteger.ONE)))), List.of());
        Allocation tooMuch = new Allocation(list, new Balances(List.of(List.of(half, half))), List.of());
        assertEquals(Optional.empty(), refusal(most));
        assertEquals(Optional.of("The amounts are larger than the chain can count."), refusal(tooMuch));
    }

    @Test
    @Tag("threat-12")
    void theShapeFitsTheParticipants() {
        Allocation three = new Allocation(
                List.of(ETHER.on(CHAIN)),
                new Balances(List.of(List.of(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE))),
                List.of());
        assertEquals(Optional.of("The number of balances differs from the number of participants."), refusal(three));
        assertEquals(Optional.empty(), refusal(locking(lock(1, 0, 1))));
        assertTrue(refusal(locking(lock(1, 0, 2))).orElseThrow().contains("who is not in this channel"));
        assertEquals(
                Optional.of("The same channel stands twice inside this channel."),
                refusal(locking(lock(1, 0, 1), lock(1, 0, 1))));
    }

    private static SubAllocation lock(int id, int... map) {
        return new SubAllocation(
                new ChannelId(Bytes.fromHex("%064x".formatted(id))),
                List.of(BigInteger.ONE, BigInteger.ZERO),
                Arrays.stream(map).boxed().toList());
    }

    private static Allocation locking(SubAllocation... locked) {
        return new Allocation(INITIAL.assets(), INITIAL.balances(), List.of(locked));
    }

    private static Allocation assets(Asset... assets) {
        var rows = Collections.nCopies(assets.length, List.of(BigInteger.ONE, BigInteger.ONE));
        return new Allocation(List.of(assets), new Balances(rows), List.of());
    }

    private static void assertRefused(String sentence, List<Participant> parts) {
        assertEquals(Optional.of(sentence), refusal(parts, App.NONE, DAY, INITIAL));
    }

    private static Optional<String> refusal(Allocation initial) {
        return refusal(PARTS, App.NONE, DAY, initial);
    }

    private static Optional<String> refusal(List<Participant> parts, App app, long seconds, Allocation initial) {
        return new Refusals(CONFIG).refusal(params(parts, app, seconds), initial);
    }

    private static Params params(List<Participant> parts, App app, long seconds) {
        return new Params(seconds, parts, app, BigInteger.TEN, true, false, Bytes.zero(Params.AUX_SIZE));
    }

    private static Balances balances(long... amounts) {
        return new Balances(List.of(ChainTest.row(amounts[0], amounts[1]), ChainTest.row(amounts[2], amounts[3])));
    }

    private static Bytes address(int number) {
        return Bytes.fromHex("%040x".formatted(number));
    }
}
