package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open wallet is asked for and must not do: the right words come back, and everything is as before. */
@Tag("slow")
class BadInputTest {
    @TempDir
    static Path data;

    private static TwoWallets two;
    private static String key = "";
    private Overview money;
    private ChannelView channel;
    private int contacts;

    @BeforeAll
    static void start() throws Exception {
        two = new TwoWallets(data);
        key = two.channel("2", "1").key();
    }

    @AfterAll
    static void end() {
        two.close();
    }

    @BeforeEach
    void remember() throws Exception {
        money = two.alice.overview();
        channel = two.alice.channel(key).channel();
        contacts = two.alice.contacts().size();
    }

    @AfterEach
    void everythingIsAsBefore() throws Exception {
        assertEquals(money, two.alice.overview());
        assertEquals(channel, two.alice.channel(key).channel());
        assertEquals(channel.mine(), two.bob.channel(key).channel().theirs());
        assertEquals(contacts, two.alice.contacts().size());
        assertEquals(List.of(), two.alice.requests());
        assertEquals(List.of(), two.bob.questions());
    }

    @Test
    void amountsOfPayments() {
        assertEquals(Code.AMOUNT_ZERO, pay(BigInteger.ZERO).code());
        assertEquals(Code.AMOUNT_NEGATIVE, pay(BigInteger.ONE.negate()).code());
        WalletProblem above = pay(Money.ether("2").add(BigInteger.ONE));
        assertEquals(Code.AMOUNT_ABOVE_BALANCE, above.code());
        assertTrue(above.what().contains("2\u00a0pETH"), above.what());
        assertEquals(Code.AMOUNT_ABOVE_BALANCE, pay(BigInteger.TWO.pow(256)).code());
    }

    @Test
    void amountsAreLookedAtFirst() {
        PayOrder nowhere = new PayOrder("no such channel", amount(BigInteger.ZERO), "", "no such request");
        assertEquals(Code.AMOUNT_ZERO, problem(two.alice.pay(nowhere)).code());
    }

    @Test
    void amountsOfRequests() {
        for (var wrong : List.of(BigInteger.ZERO, BigInteger.ONE.negate())) {
            Code expected = wrong.signum() == 0 ? Code.AMOUNT_ZERO : Code.AMOUNT_NEGATIVE;
            assertEquals(
                    expected,
                    problem(two.alice.request(new RequestOrder(key, amount(wrong), "")))
                            .code());
        }
    }

    @Test
    void anotherCoin() {
        Coin other = new Coin("GOLD", 0, 1);
        assertEquals(
                Code.CHANNEL_LIMITS,
                problem(two.alice.pay(new PayOrder(key, new Amount(BigInteger.ONE, other), "", "")))
                        .code());
        OpenOrder order = new OpenOrder(
                two.bob.did(), new Amount(BigInteger.ONE, other), new Amount(BigInteger.ONE, other), hour());
        assertEquals(Code.CHANNEL_LIMITS, problem(two.alice.open(order)).code());
    }

    @Test
    void namesThatDoNotExist() {
        for (String wrong : List.of("", "x", "00", "0".repeat(64), "zz".repeat(32))) {
            PayOrder order = new PayOrder(wrong, amount(BigInteger.ONE), "", "");
            assertEquals(Code.CHANNEL_UNKNOWN, problem(two.alice.pay(order)).code());
            assertEquals(Code.CHANNEL_UNKNOWN, problem(two.alice.close(wrong)).code());
            assertEquals(
                    Code.CHANNEL_UNKNOWN,
                    Wait.problem(() -> two.alice.channel(wrong)).code());
            assertEquals(Code.REQUEST_GONE, problem(two.alice.decline(wrong)).code());
            assertEquals(
                    Code.QUESTION_GONE, problem(two.alice.answer(wrong, true)).code());
            assertEquals(
                    Code.CONTACT_UNKNOWN,
                    Wait.problem(() -> two.alice.removeContact(wrong)).code());
        }
        PayOrder order = new PayOrder(key, amount(BigInteger.ONE), "", key + "." + "0".repeat(32));
        assertEquals(Code.REQUEST_GONE, problem(two.alice.pay(order)).code());
    }

    @Test
    void channelsThatCannotBe() {
        assertEquals(Code.AMOUNT_ZERO, open("0", "0", hour()).code());
        assertEquals(Code.AMOUNT_NEGATIVE, open("-1", "1", hour()).code());
        assertEquals(Code.AMOUNT_NEGATIVE, open("1", "-1", hour()).code());
        WalletProblem above = open("9", "0", hour());
        assertEquals(Code.AMOUNT_ABOVE_BALANCE, above.code());
        assertTrue(above.what().contains("set aside for fees"), above.what());
        OpenOrder stranger =
                new OpenOrder("did:key:nobody", Money.of(two.alice, "1"), Money.of(two.alice, "1"), hour());
        assertEquals(Code.CONTACT_UNKNOWN, problem(two.alice.open(stranger)).code());
    }

    @Test
    @Tag("threat-15")
    void protectionPeriodsOutsideTheLimits() {
        for (Duration period : List.of(
                Duration.ofSeconds(9),
                Duration.ZERO,
                Duration.ofSeconds(-1),
                Duration.ofDays(31),
                Duration.ofDays(99999))) {
            assertEquals(Code.POLICY_FORBIDS, open("1", "1", period).code(), period::toString);
        }
    }

    @Test
    void contactTextsThatAreNone() throws Exception {
        String good = two.bob.ownContactText();
        for (String text :
                List.of("", "Hello", good.substring(0, good.length() - 1), good.replace("card=ey", "card=eY"))) {
            assertEquals(
                    Code.CONTACT_TEXT_DAMAGED,
                    Wait.problem(() -> two.alice.readContact(text)).code());
        }
        assertEquals(
                Code.CONTACT_IS_YOU,
                Wait.problem(() -> two.alice.readContact(two.alice.ownContactText()))
                        .code());
    }

    @Test
    @Tag("threat-54")
    void contactCardsThatDoNotHold() throws Exception {
        KeyRing keys = KeyRing.create(Words.random(12, new SecureRandom()), new SecureRandom());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertEquals(
                Code.CONTACT_OTHER_NETWORK,
                card(claims(keys, 1, now), keys, keys).code());
        assertEquals(
                Code.CONTACT_EXPIRED,
                card(claims(keys, 31337, now.minus(Duration.ofDays(31))), keys, keys)
                        .code());
        assertEquals(
                Code.CONTACT_EXPIRED,
                card(claims(keys, 31337, now.plus(Duration.ofDays(1))), keys, keys)
                        .code());
        KeyRing other = KeyRing.create(Words.random(12, new SecureRandom()), new SecureRandom());
        assertEquals(
                Code.CONTACT_NOT_PROVEN,
                card(claims(keys, 31337, now), other, keys).code());
    }

    @Test
    @Tag("threat-20")
    void strangersAreDeclinedUnseen() throws Exception {
        try (var carol = two.create("Carol")) {
            carol.addContact(carol.readContact(two.bob.ownContactText()), "Bob");
            Amount one = Money.of(carol, "1");
            WalletProblem problem = problem(carol.open(new OpenOrder(two.bob.did(), one, one, hour())));
            assertTrue(
                    Set.of(Code.PEER_DECLINED, Code.PEER_OFFLINE).contains(problem.code()),
                    problem.code() + " " + problem.details());
            assertEquals(Money.of(carol, "10"), carol.overview().onChain());
            assertFalse(two.bob.channels().stream().anyMatch(c -> c.contactDid().equals(carol.did())));
        }
    }

    private WalletProblem pay(BigInteger units) {
        return problem(two.alice.pay(new PayOrder(key, amount(units), "", "")));
    }

    private WalletProblem open(String mine, String theirs, Duration period) {
        return problem(two.alice.open(
                new OpenOrder(two.bob.did(), Money.of(two.alice, mine), Money.of(two.alice, theirs), period)));
    }

    private static WalletProblem problem(CompletionStage<?> stage) {
        return Wait.problem(() -> Wait.done(stage));
    }

    private static Amount amount(BigInteger units) {
        return new Amount(units, two.alice.coins().getFirst());
    }

    private static Duration hour() {
        return Duration.ofHours(1);
    }

    private static WalletProblem card(CardClaims claims, KeyRing perun, KeyRing did) throws IdentityUnavailable {
        String text = ContactText.write(claims, perun.perun(), did.identity());
        return Wait.problem(() -> two.alice.readContact(text));
    }

    private static CardClaims claims(KeyRing keys, long chain, Instant issued) {
        String did = keys.identity().did();
        return new CardClaims(
                did,
                keys.perun().address(),
                chain,
                new Endpoint("127.0.0.1", 1),
                Bytes.zero(32),
                keys.wire().address(did).binary(),
                1,
                issued,
                issued.plus(CardClaims.LIFETIME),
                "",
                Set.of());
    }
}
