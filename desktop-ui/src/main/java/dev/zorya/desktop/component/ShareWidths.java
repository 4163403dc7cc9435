package dev.zorya.desktop.component;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** How wide the shares of a bar are: in proportion, but at least 4 px where there is anything at all (UI.md 8). */
final class ShareWidths {
    static final double GAP = 2;
    private static final double LEAST = 4;

    private ShareWidths() {}

    /**
     * Splits a bar.
     *
     * @param amounts all above zero
     * @param width of the whole bar in pixels
     * @return one width for each amount; together with the gaps they fill the bar
     */
    static double[] of(List<BigInteger> amounts, double width) {
        double room = Math.max(0, width - GAP * (amounts.size() - 1));
        BigDecimal total = new BigDecimal(amounts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        double[] widths = amounts.stream()
                .mapToDouble(amount -> new BigDecimal(amount)
                                .divide(total, MathContext.DECIMAL64)
                                .doubleValue()
                        * room)
                .toArray();
        return raised(widths, room);
    }

    /** Lifts the thin shares to 4 px and takes that from the others in proportion. */
    private static double[] raised(double[] widths, double room) {
        if (room < LEAST * widths.length) {
            return widths;
        }
        double thin = 0;
        double wide = 0;
        for (double width : widths) {
            thin += width < LEAST ? LEAST : 0;
            wide += width < LEAST ? 0 : width;
        }
        double scale = wide == 0 ? 0 : (room - thin) / wide;
        double[] out = new double[widths.length];
        boolean again = false;
        for (int i = 0; i < widths.length; i++) {
            out[i] = widths[i] < LEAST ? LEAST : widths[i] * scale;
            again |= out[i] < LEAST;
        }
        return again ? raised(out, room) : out;
    }
}
