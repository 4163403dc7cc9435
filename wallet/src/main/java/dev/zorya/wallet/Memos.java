package dev.zorya.wallet;

import dev.zorya.channel.message.Extension;
import dev.zorya.identity.Labels;
import java.nio.charset.StandardCharsets;

/** What people write beside an amount: one line without control or direction characters, ours and the peer's alike (THREATS.md 63). */
final class Memos {
    private static final int MAX_CODE_POINTS = 200;

    private Memos() {}

    /** Cut to {@link Extension#MAX_TEXT} bytes at a whole character. */
    static String clean(String memo) {
        String line = Labels.clean(memo, MAX_CODE_POINTS);
        while (line.getBytes(StandardCharsets.UTF_8).length > Extension.MAX_TEXT) {
            line = line.substring(0, line.offsetByCodePoints(line.length(), -1));
        }
        return line;
    }
}
