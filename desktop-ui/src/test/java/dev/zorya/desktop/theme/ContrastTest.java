package dev.zorya.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Computes the contrast ratios of UI.md 4 (WCAG 2.1) from the sheet itself: text needs 4.5, shapes need 3.0. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3.0;
    private static final List<String> BACKGROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-z-card", "-color-bg-inset", "-z-hover", "-z-neutral");
    private static final List<String> MEANINGS = List.of("accent", "success", "warning", "danger");
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|z)-[a-z-]+):\\s*#([0-9a-f]{6});");

    enum Mode {
        LIGHT,
        DARK
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEveryBackground(Mode mode) throws IOException {
        Map<String, Integer> sheet = sheet(mode);
        for (String background : BACKGROUNDS) {
            for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
                atLeast(TEXT, sheet, text, background);
            }
            for (String meaning : MEANINGS) {
                atLeast(TEXT, sheet, "-color-" + meaning + "-fg", background);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void meaningsAreReadableOnTheirTintsAndWhiteOnTheirButtons(Mode mode) throws IOException {
        Map<String, Integer> sheet = sheet(mode);
        for (String meaning : MEANINGS) {
            String tint = "-color-" + meaning + "-subtle";
            atLeast(TEXT, sheet, "-color-" + meaning + "-fg", tint);
            atLeast(TEXT, sheet, "-color-fg-default", tint);
            atLeast(TEXT, sheet, "-color-fg-muted", tint);
            atLeast(TEXT, sheet, "-color-fg-emphasis", "-color-" + meaning + "-emphasis");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shapesStandOutFromTheCard(Mode mode) throws IOException {
        Map<String, Integer> sheet = sheet(mode);
        for (String shape : List.of("-z-control", "-z-mine", "-z-theirs", "-z-locked", "-z-pending")) {
            atLeast(SHAPE, sheet, shape, "-z-card");
        }
    }

    @Test
    void bothModesDefineTheSameTokens() throws IOException {
        assertEquals(sheet(Mode.LIGHT).keySet(), sheet(Mode.DARK).keySet());
    }

    @Test
    void avatarInitialsAreReadable() throws IOException {
        Matcher disc = Pattern.compile("\\.z-avatar\\.c[0-7] \\{ -fx-background-color: #([0-9a-f]{6})")
                .matcher(read("components.css"));
        int found = 0;
        while (disc.find()) {
            found++;
            double ratio = ratio(0xffffff, Integer.parseInt(disc.group(1), 16));
            assertTrue(ratio >= 4.9, disc.group() + " has only " + ratio);
        }
        assertEquals(8, found);
    }

    private static void atLeast(double wanted, Map<String, Integer> sheet, String front, String back) {
        double ratio = ratio(colour(sheet, front), colour(sheet, back));
        assertTrue(ratio >= wanted, () -> "%s on %s has %.2f, needs %.1f".formatted(front, back, ratio, wanted));
    }

    private static int colour(Map<String, Integer> sheet, String token) {
        return Objects.requireNonNull(sheet.get(token), () -> "the sheet has no " + token);
    }

    private static double ratio(int one, int two) {
        double a = luminance(one);
        double b = luminance(two);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> sheet(Mode mode) throws IOException {
        String css = read("zorya.css");
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        assertTrue(dark > 0);
        Matcher token = TOKEN.matcher(mode == Mode.LIGHT ? css.substring(0, dark) : css.substring(dark));
        Map<String, Integer> sheet = new HashMap<>();
        while (token.find()) {
            sheet.put(token.group(1), Integer.parseInt(token.group(2), 16));
        }
        assertTrue(sheet.size() > 25);
        return sheet;
    }

    private static String read(String sheet) throws IOException {
        try (var in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
