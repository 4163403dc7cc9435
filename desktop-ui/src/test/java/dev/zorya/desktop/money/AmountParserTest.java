package dev.zorya.desktop.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountParserTest {
    private static final Coin ETH = new Coin("ETH", 18, 0);
    private static final Coin CENTS = new Coin("EURT", 2, 1);

    private static Amount eth(String units) {
        return new Amount(new BigInteger(units), ETH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.25|250000000000000000",
                "0,25|250000000000000000",
                ".5|500000000000000000",
                "5.|5000000000000000000",
                "007|7000000000000000000",
                "1 000.5|1000500000000000000000",
                "' 1 '|1000000000000000000",
                "1\u00A0000|1000000000000000000000",
                "1\u202F000|1000000000000000000000",
                "1\u2009000|1000000000000000000000",
                "0.000000000000000001|1"
            })
    void readsPointAndCommaAndSpaces(String text, String units) {
        assertEquals(new Entry.Valid(eth(units)), AmountParser.parse(text, ETH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1e3",
                "0x10",
                "1.2.3",
                "1,2,3",
                "1.000,5",
                "1,000.5",
                "+1",
                "1-",
                "--1",
                "-",
                ".",
                ",",
                "1'000",
                "1_000",
                "١٢",
                "１",
                "1 ETH",
                "NaN",
                "Infinity",
                "1\t2",
                "-x"
            })
    void nothingElseIsANumber(String text) {
        assertEquals(new Entry.NotANumber(), AmountParser.parse(text, ETH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\u00A0"})
    void nothingTypedIsNoMistake(String text) {
        assertEquals(new Entry.Empty(), AmountParser.parse(text, ETH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\u22121", "-0.5", "-0", "- 3"})
    void belowZeroIsNamed(String text) {
        assertEquals(new Entry.Negative(), AmountParser.parse(text, ETH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0,000", "00", ".0", "0."})
    void zeroIsNamed(String text) {
        assertEquals(new Entry.Zero(), AmountParser.parse(text, ETH));
    }

    @Test
    void tooManyDecimalsNamesHowManyThereAre() {
        assertEquals(new Entry.TooManyDecimals(2), AmountParser.parse("1.234", CENTS));
        assertEquals(new Entry.TooManyDecimals(2), AmountParser.parse("1.230", CENTS));
        assertEquals(new Entry.TooManyDecimals(18), AmountParser.parse("0.0000000000000000001", ETH));
        assertInstanceOf(Entry.Valid.class, AmountParser.parse("1.23", CENTS));
    }

    @Test
    void aboveTheBalanceNamesBoth() {
        Amount available = eth("932200000000000000");
        assertEquals(
                new Entry.AboveBalance(eth("932200000000000001"), available),
                AmountParser.parse("0.932200000000000001", available));
        assertEquals(new Entry.Valid(available), AmountParser.parse("0.9322", available), "all of it is allowed");
        assertEquals(new Entry.Zero(), AmountParser.parse("0", available));
        assertEquals(
                new Entry.AboveBalance(eth("1000000000000000000"), Amount.zero(ETH)),
                AmountParser.parse("1", Amount.zero(ETH)));
    }

    @Test
    void aFloodOfDigitsIsRefusedBeforeItIsWork() {
        assertEquals(new Entry.NotANumber(), AmountParser.parse("9".repeat(1_000_000), ETH));
    }

    @Test
    void anyTextGivesAnAnswerAndAValidOneIsAboveZero() {
        Random random = new Random(11);
        int[] letters =
                "0123456789.,- \u00A0\u2212eExX+\"'\\\n\u0660😀".codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            if (AmountParser.parse(text.toString(), ETH) instanceof Entry.Valid valid) {
                assertEquals(1, valid.amount().units().signum(), text.toString());
            }
        }
    }
}
