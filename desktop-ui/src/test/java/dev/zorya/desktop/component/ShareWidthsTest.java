package dev.zorya.desktop.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareWidthsTest {
    private static List<BigInteger> amounts(long... values) {
        return Arrays.stream(values).mapToObj(BigInteger::valueOf).toList();
    }

    @Test
    void sharesAreInProportionWithTwoPixelsBetween() {
        assertArrayEquals(new double[] {74.25, 24.75}, ShareWidths.of(amounts(3, 1), 101), 1e-9);
        assertArrayEquals(new double[] {100}, ShareWidths.of(amounts(7), 100), 1e-9);
    }

    @Test
    void aCrumbIsStillSeen() {
        assertArrayEquals(new double[] {194, 4}, ShareWidths.of(amounts(1_000_000, 1), 200), 1e-9);
    }

    @Test
    void amountsOfAnySizeFillTheBarAndNoneIsThinnerThanFour() {
        Random random = new Random(5);
        for (int round = 0; round < 1_000; round++) {
            List<BigInteger> amounts = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                amounts.add(new BigInteger(1 + random.nextInt(250), random).add(BigInteger.ONE));
            }
            double width = 30 + random.nextInt(900);
            double[] widths = ShareWidths.of(amounts, width);
            double sum = Arrays.stream(widths).sum() + ShareWidths.GAP * (widths.length - 1);
            assertEquals(width, sum, 1e-6);
            assertTrue(Arrays.stream(widths).allMatch(w -> w >= 4 - 1e-9), Arrays.toString(widths));
        }
    }

    @Test
    void aBarWithoutRoomDoesNotThrow() {
        assertEquals(2, ShareWidths.of(amounts(1, 1), 0).length);
        assertEquals(2, ShareWidths.of(amounts(1, 1), 5).length);
    }
}
