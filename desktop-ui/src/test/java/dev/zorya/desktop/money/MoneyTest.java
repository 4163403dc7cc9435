package dev.zorya.desktop.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Coin ETH = new Coin("pETH", 18, 0);
    private static final Money MONEY = new Money(Locale.ENGLISH, false, "amount hidden");
    private static final char NBSP = '\u00A0';

    private static Amount wei(String units) {
        return new Amount(new BigInteger(units), ETH);
    }

    private static String spaced(String text) {
        return text.replace(' ', NBSP);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "1, <0.0001",
        "99999999999999, <0.0001",
        "100000000000000, 0.0001",
        "199999999999999, 0.0001",
        "932299999999999999, 0.9322",
        "1000000000000000000, 1.0000",
        "12486200000000000000, 12.4862"
    })
    void yoursIsRoundedDownAndACrumbIsNotZero(String units, String shown) {
        assertEquals(shown, MONEY.mine(wei(units)).number());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "1, 0.000001",
        "275000000000000, 0.000275",
        "275000000000001, 0.000276",
        "1200000000000000, 0.0012",
        "1000275000000000000, 1.000275"
    })
    void costsAreRoundedUpToSixDecimals(String units, String shown) {
        assertEquals(shown, MONEY.cost(wei(units)).number());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "20000000000000000, 0.0200",
        "275000000000000, 0.000 275",
        "123456789012345678, 0.123 456 789 012 345 678",
        "1000000000000000001, 1.000 000 000 000 000 001"
    })
    void detailsShowEveryDigitInGroupsOfThree(String units, String shown) {
        assertEquals(spaced(shown), MONEY.exact(wei(units)).number());
    }

    @Test
    void bigAmountsAreGroupedWithoutCommaOrPoint() {
        assertEquals(
                spaced("1 234 567.0000"),
                MONEY.mine(wei("1234567000000000000000000")).number());
        assertEquals("999.0000", MONEY.mine(wei("999000000000000000000")).number());
    }

    @Test
    void aCoinWithFewDecimalsShowsAllItHas() {
        Amount cents = new Amount(BigInteger.valueOf(1230), new Coin("EURT", 2, 1));
        assertEquals("12.30", MONEY.mine(cents).number());
        assertEquals("12.30", MONEY.cost(cents).number());
        Amount votes = new Amount(BigInteger.valueOf(7), new Coin("VOTE", 0, 2));
        assertEquals("7", MONEY.mine(votes).number());
        assertEquals("7", MONEY.exact(votes).number());
    }

    @Test
    void directionHasASign() {
        assertEquals("+0.3500", MONEY.incoming(wei("350000000000000000")).number());
        assertEquals("\u22120.0200", MONEY.outgoing(wei("20000000000000000")).number());
        assertEquals("\u2212<0.0001", MONEY.outgoing(wei("1")).number());
    }

    @Test
    void unitFollowsWithANoBreakSpaceAndIsSpokenAsAWord() {
        Shown shown = MONEY.mine(wei("20000000000000000"));
        assertEquals("0.0200\u00A0pETH", shown.text());
        assertEquals("0.0200 practice ETH", shown.spoken());
        assertEquals(
                "1 ETH",
                MONEY.mine(new Amount(BigInteger.ONE, new Coin("ETH", 0, 0))).spoken());
        assertEquals(
                "1 pax",
                MONEY.mine(new Amount(BigInteger.ONE, new Coin("pax", 0, 1))).spoken());
    }

    @Test
    void theDecimalSignFollowsTheLanguage() {
        Money german = new Money(Locale.GERMAN, false, "");
        assertEquals("0,9322", german.mine(wei("932200000000000000")).number());
        assertEquals("<0,0001", german.mine(wei("1")).number());
        assertEquals(spaced("0,000 275"), german.exact(wei("275000000000000")).number());
    }

    @Test
    void hiddenAmountsHaveOneWidthAndKeepTheUnit() {
        Money hidden = new Money(Locale.ENGLISH, true, "amount hidden");
        Shown mask = new Shown("•••••", "pETH", "amount hidden");
        for (String units : new String[] {"0", "1", "12486200000000000000"}) {
            assertEquals(mask, hidden.mine(wei(units)));
            assertEquals(mask, hidden.incoming(wei(units)));
            assertEquals(mask, hidden.outgoing(wei(units)));
            assertEquals(mask, hidden.cost(wei(units)));
            assertEquals(mask, hidden.exact(wei(units)));
        }
        assertEquals("0.02", hidden.forField(wei("20000000000000000")), "what is being typed stays readable");
    }

    @Test
    void whatIsShownInFullReadsBackAsTheSameAmount() {
        Random random = new Random(7);
        for (int decimals : new int[] {0, 1, 2, 6, 18, 40}) {
            Coin coin = new Coin("X", decimals, 0);
            for (int i = 0; i < 300; i++) {
                Amount amount = new Amount(new BigInteger(1 + random.nextInt(250), random).add(BigInteger.ONE), coin);
                assertEquals(new Entry.Valid(amount), AmountParser.parse(MONEY.forField(amount), coin));
                assertEquals(
                        new Entry.Valid(amount),
                        AmountParser.parse(MONEY.exact(amount).number(), coin));
            }
        }
    }

    @Test
    void roundingNeverCrossesTheTrueAmount() {
        Random random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            Amount amount = new Amount(new BigInteger(1 + random.nextInt(90), random), ETH);
            String mine = MONEY.mine(amount).number();
            assertTrue(mine.startsWith("<") || units(mine).compareTo(amount.units()) <= 0, mine);
            assertTrue(units(MONEY.cost(amount).number()).compareTo(amount.units()) >= 0);
        }
    }

    private static BigInteger units(String number) {
        return switch (AmountParser.parse(number, ETH)) {
            case Entry.Valid valid -> valid.amount().units();
            case Entry.Zero zero -> BigInteger.ZERO;
            case Entry other -> throw new AssertionError(number + " read as " + other);
        };
    }

    @Test
    void anAmountWithASignOfItsOwnIsAMistakeOfTheProgram() {
        assertThrows(IllegalArgumentException.class, () -> MONEY.mine(wei("-1")));
    }
}
