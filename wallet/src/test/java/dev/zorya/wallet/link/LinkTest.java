package dev.zorya.wallet.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("threat-61")
class LinkTest {
    private static final Coin ETHER = new Coin("pETH", 18, 0);
    private static final Coin TOKEN = new Coin("pUSD", 6, 1);
    private static final List<Coin> COINS = List.of(ETHER, TOKEN);
    private static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

    private static Link read(String text) {
        return Link.read(text, COINS);
    }

    private static Link pay(String query) {
        return read("zorya:pay?" + query);
    }

    @Test
    void aPaymentInFull() {
        assertEquals(
                new PaymentLink(
                        DID, new Amount(new BigInteger("250000000000000000"), ETHER), "Two coffees & a cake, 10 %"),
                pay("to=" + DID + "&amount=0.25&unit=pETH&memo=Two%20coffees%20%26%20a%20cake%2C%2010%20%25"));
        assertEquals(
                new PaymentLink(DID, new Amount(BigInteger.valueOf(1_500_000), TOKEN), ""),
                pay("unit=pUSD&to=" + DID + "&amount=1.50000000"));
    }

    @Test
    void onlyTheReceiverMustBeThere() {
        assertEquals(new PaymentLink(DID, null, ""), pay("to=" + DID));
        assertEquals(new PaymentLink(DID, null, "a+b"), pay("to=" + DID + "&memo=a+b"));
        assertEquals(new PaymentLink(DID, null, "й"), pay("to=did%3Akey%3A" + DID.substring(8) + "&memo=%D0%B9"));
    }

    @Test
    void theSchemeIsWrittenInAnyCase() {
        assertEquals(new PaymentLink(DID, null, ""), read("ZORYA:Pay?to=" + DID));
        assertTrue(Link.is("Zorya:"));
        assertFalse(Link.is("zory"));
    }

    @Test
    void contactsAndInvitationsAreLeftToThePageThatReadsThem() {
        for (String text : List.of("zorya:contact?card=abc", "zorya:invite?x=1&y=%zz", "ZORYA:CONTACT?card=a")) {
            assertEquals(new Link.ToContact(text), read(text));
        }
    }

    static Stream<Arguments> refused() {
        String to = "to=" + DID;
        return Stream.of(
                Arguments.of("", new Refusal.NoLink()),
                Arguments.of("perun:pay?" + to, new Refusal.NoLink()),
                Arguments.of("zorya:", new Refusal.UnknownKind("")),
                Arguments.of("zorya://pay?" + to, new Refusal.UnknownKind("//pay")),
                Arguments.of("zorya:close?channel=1", new Refusal.UnknownKind("close")),
                Arguments.of("zorya:pay", new Refusal.NoReceiver()),
                Arguments.of("zorya:pay?to=", new Refusal.NoReceiver()),
                Arguments.of("zorya:pay?to=0x71c7656ec7ab88b098defb751b7401b5f6d8976f", new Refusal.NoReceiver()),
                Arguments.of("zorya:pay?to=did:key:" + "z".repeat(201), new Refusal.NoReceiver()),
                Arguments.of("zorya:pay?to=did:key:z6%0Ax", new Refusal.NoReceiver()),
                Arguments.of("zorya:pay?" + to + "&confirm=no", new Refusal.UnknownParameter("confirm")),
                Arguments.of("zorya:pay?" + to + "&", new Refusal.UnknownParameter("")),
                Arguments.of("zorya:pay?TO=x", new Refusal.UnknownParameter("TO")),
                Arguments.of("zorya:pay?" + to + "&" + to, new Refusal.Repeated("to")),
                Arguments.of("zorya:pay?" + to + "&memo", new Refusal.Unreadable("memo")),
                Arguments.of("zorya:pay?" + to + "&memo=50%", new Refusal.Unreadable("memo")),
                Arguments.of("zorya:pay?" + to + "&memo=%C3%28", new Refusal.Unreadable("memo")),
                Arguments.of("zorya:pay?" + to + "&amount=1", new Refusal.HalfAnAmount()),
                Arguments.of("zorya:pay?" + to + "&unit=pETH", new Refusal.HalfAnAmount()),
                Arguments.of("zorya:pay?" + to + "&amount=1&unit=ETH", new Refusal.OtherUnit("ETH")),
                Arguments.of("zorya:pay?" + to + "&amount=1&unit=peth", new Refusal.OtherUnit("peth")),
                Arguments.of("zorya:pay?" + to + "&memo=" + "x".repeat(201), new Refusal.LongMemo(200)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotUnderstoodCompletelyIsRefused(String text, Refusal why) {
        assertEquals(why, read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.000",
                "-1",
                "+1",
                "1e3",
                "0x10",
                "1,5",
                ".5",
                "1.",
                " 1",
                "١",
                "NaN",
                "0.0000000000000000001"
            })
    void oddAmounts(String amount) {
        assertEquals(new Refusal.OddAmount(amount.strip()), pay("to=" + DID + "&unit=pETH&amount=" + amount));
    }

    @Test
    void theLargestThatAChainCanCountAndOneMore() {
        BigInteger most = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        Coin whole = new Coin("unit", 0, 0);
        assertEquals(
                new PaymentLink(DID, new Amount(most, whole), ""),
                Link.read("zorya:pay?to=" + DID + "&unit=unit&amount=" + most, List.of(whole)));
        for (String huge : List.of(most.add(BigInteger.ONE).toString(), "9".repeat(79), "9".repeat(10_000))) {
            assertInstanceOf(
                    Refusal.OddAmount.class,
                    Link.read("zorya:pay?to=" + DID + "&unit=unit&amount=" + huge, List.of(whole)));
        }
    }

    @Test
    void oneMegabyteIsRefusedUnread() {
        String long_ = "zorya:pay?to=" + DID + "&memo=" + "x".repeat(1 << 20);
        assertEquals(new Refusal.TooLong(long_.length()), read(long_));
        assertEquals(new Refusal.TooLong(20_001), read("zorya:contact?card=" + "x".repeat(19_982)));
        assertInstanceOf(Link.ToContact.class, read("zorya:contact?card=" + "x".repeat(19_981)));
    }

    @Test
    void whatIsShownIsOneShortLine() {
        Refusal.UnknownKind kind =
                assertInstanceOf(Refusal.UnknownKind.class, read("zorya:\u202Eevil\n" + "k".repeat(500)));
        assertEquals("evil " + "k".repeat(35) + "…", kind.kind());
        PaymentLink link = assertInstanceOf(PaymentLink.class, pay("to=" + DID + "&memo=a%0A%E2%80%AEb%00c"));
        assertEquals("a b c", link.memo());
    }

    /** Whatever comes, it is an answer and no exception; and a payment never has a part that was not asked for. */
    @Test
    void noise() {
        Random random = new Random(61);
        String alphabet = "zorya:pay?to=did:key:z6Mk&amount=01.5unit=pETHmemo=%&%20%zz\n\u202E\uD800é";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "zorya:pay?to=" + DID + "&" : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            switch (read(text.toString())) {
                case PaymentLink payment -> {
                    assertEquals(DID, payment.to(), text.toString());
                    payment.amount()
                            .ifPresent(amount -> assertTrue(amount.units().signum() > 0));
                }
                case Link.ToContact contact -> assertTrue(Link.is(contact.text()));
                case Refusal refusal -> assertTrue(refusal.toString().length() < 200, refusal.toString());
            }
        }
    }
}
