package dev.zorya.desktop.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.link.Link;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private record Side(boolean gtk, boolean display) implements NativeSide {
        @Override
        public boolean hasGtk() {
            return gtk;
        }

        @Override
        public boolean opensDisplay(String name) {
            return display;
        }
    }

    private static Display.Answer look(Map<String, String> environment, boolean gtk, boolean display) {
        return Display.look("Linux", false, environment, new Side(gtk, display));
    }

    private static Display.Missing missing(Display.Answer answer) {
        return assertInstanceOf(Display.Missing.class, answer);
    }

    @Test
    void noDisplayPointsToTheDemo() {
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("DISPLAY", " "))) {
            Display.Missing missing = missing(look(environment, true, true));
            assertTrue(missing.sentences().contains("no display"), missing.sentences());
            assertTrue(missing.sentences().contains("./zorya demo"));
        }
    }

    @Test
    void waylandAloneIsNamed() {
        Display.Missing missing = missing(look(Map.of("WAYLAND_DISPLAY", "wayland-0"), true, true));
        assertTrue(missing.sentences().contains("Xwayland"));
    }

    @Test
    void missingGtkSaysWhatToInstall() {
        Display.Missing missing = missing(look(Map.of("DISPLAY", ":0"), false, true));
        assertTrue(missing.sentences().contains("libgtk-3-0"));
        assertTrue(missing.sentences().contains("./zorya demo"));
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        Display.Missing missing = missing(look(Map.of("DISPLAY", ":77"), true, false));
        assertTrue(missing.sentences().startsWith("The display :77 does not answer"));
    }

    @Test
    void allIsWell() {
        assertInstanceOf(Display.Ready.class, look(Map.of("DISPLAY", ":0"), true, true));
        assertInstanceOf(
                Display.Ready.class,
                Display.look("Linux", true, Map.of(), new Side(false, false)),
                "tests need no screen");
        assertInstanceOf(Display.Ready.class, Display.look("Windows 11", false, Map.of(), new Side(false, false)));
        assertInstanceOf(Display.Ready.class, Display.look("Mac OS X", false, Map.of(), new Side(false, false)));
    }

    @Test
    void theRealSideAnswersWithoutThrowing() {
        LinuxSide side = new LinuxSide();
        if (System.getProperty("os.name").contains("Linux")) {
            side.hasGtk();
            assertEquals(false, side.opensDisplay(":4711"), "no such display");
        }
    }

    @Test
    void optionsAreUnderstood() {
        assertEquals(new Options.Run(Options.USUAL), Options.parse(List.of()));
        assertEquals(
                new Options.Run(new Options(Path.of("x"), true, "")),
                Options.parse(List.of("--data", "x", "--measure-start")));
        assertEquals(new Options.Help(), Options.parse(List.of("--data", "x", "--help")));
        assertEquals(new Options.Help(), Options.parse(List.of("-h")));
        assertEquals(new Options.Version(), Options.parse(List.of("--version")));
    }

    @Test
    void mistakesAreNamed() {
        assertEquals(new Options.Mistake("There is no option \"--dat\". Try --help."), Options.parse(List.of("--dat")));
        assertEquals(
                new Options.Mistake("--data needs a folder after it. Try --help."), Options.parse(List.of("--data")));
        assertInstanceOf(Options.Mistake.class, Options.parse(List.of("--data", "a\0b")));
    }

    @Test
    @Tag("threat-61")
    void aLinkComesLastAndIsNeverMoreThanALink() {
        assertEquals(
                new Options.Run(new Options(Path.of("x"), false, "ZORYA:pay?to=a")),
                Options.parse(List.of("--data", "x", "ZORYA:pay?to=a")));
        assertInstanceOf(
                Options.Mistake.class,
                Options.parse(List.of("zorya:pay?to=a", "--data", "elsewhere")),
                "whatever follows was not written by the person");
        assertInstanceOf(Options.Mistake.class, Options.parse(List.of("zorya:pay?to=a", "zorya:pay?to=b")));
        assertInstanceOf(Options.Mistake.class, Options.parse(List.of("perun:pay?to=a")));
        Options.Run megabyte =
                assertInstanceOf(Options.Run.class, Options.parse(List.of("zorya:" + "x".repeat(1 << 20))));
        assertEquals(Link.LONGEST + 1, megabyte.options().link().length(), "seen to be too long, and not kept");
    }

    @Test
    void aStartThatBreaksNamesTheInnermostCauseAndWhatItMeans() {
        String told = StartFailure.sentences(
                new RuntimeException("Exception in Application start method", new IllegalStateException("No font.")));
        assertTrue(told.startsWith("Zorya cannot open its window: No font."), told);
        assertTrue(told.contains("nothing was signed, paid or changed"), told);
        assertTrue(told.contains("./zorya demo"), told);
        assertTrue(
                StartFailure.sentences(new NullPointerException()).contains("java.lang.NullPointerException"),
                "a cause without a message has a name");
    }

    @Test
    void exitCodesAreDifferent() {
        assertEquals(
                ExitCode.values().length,
                List.of(ExitCode.values()).stream()
                        .map(ExitCode::number)
                        .distinct()
                        .count());
    }
}
