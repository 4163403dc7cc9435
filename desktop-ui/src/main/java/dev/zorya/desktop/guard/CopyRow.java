package dev.zorya.desktop.guard;

import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CopyView;
import java.nio.file.Path;
import java.text.NumberFormat;

/**
 * A copy as the list shows it.
 *
 * @param content how much is in it
 */
record CopyRow(Path file, String made, String content, String size) {
    private static final long KILO = 1000;

    static CopyRow of(CopyView copy, When when) {
        return new CopyRow(
                copy.file(), when.full(copy.made()), Text.count("copies.channels", copy.channels()), size(copy.size()));
    }

    String spoken() {
        return Text.of("copies.row.spoken", made, content, size);
    }

    /** Decimal units, as the systems' own file lists have them; never 0. */
    private static String size(long bytes) {
        long kilobytes = Math.max(1, Math.ceilDiv(bytes, KILO));
        NumberFormat number = NumberFormat.getIntegerInstance(Text.locale());
        return kilobytes < KILO
                ? Text.of("copies.size.kb", number.format(kilobytes))
                : Text.of("copies.size.mb", number.format(Math.ceilDiv(kilobytes, KILO)));
    }
}
