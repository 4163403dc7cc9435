package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchersTest {
    @TempDir
    Path folder;

    @Test
    void aTerminalHasNoWindowAndOptionsAreAdded() throws IOException {
        Path settings = Files.writeString(folder.resolve("a.cfg"), """
            [Application]
            app.mainclass=dev.zorya.start.Start
            app.classpath=$APPDIR/node-1.jar
            app.classpath=$APPDIR/desktop-ui-1.jar
            app.classpath=$APPDIR/javafx-base-26.0.2-linux.jar
            app.classpath=$APPDIR/ikonli-core-12.4.0.jar
            app.classpath=$APPDIR/wallet-1.jar

            [JavaOptions]
            java-options=-Da=b

            """);
        Launchers.withoutWindow(settings);
        Launchers.with(settings, List.of("-Dc=d", "-Xlog:aot*=off"));
        assertEquals(
                List.of(
                        "[Application]",
                        "app.mainclass=dev.zorya.start.Start",
                        "app.classpath=$APPDIR/node-1.jar",
                        "app.classpath=$APPDIR/wallet-1.jar",
                        "",
                        "[JavaOptions]",
                        "java-options=-Da=b",
                        "java-options=-Dc=d",
                        "java-options=-Xlog:aot*=off"),
                Files.readAllLines(settings));
    }
}
