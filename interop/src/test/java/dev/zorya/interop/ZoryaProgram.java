package dev.zorya.interop;

import dev.zorya.node.peer.PeerCommand;
import java.nio.file.Path;
import java.util.List;

/** {@code ./zorya peer}, from the classes that this build made. */
final class ZoryaProgram {
    private ZoryaProgram() {}

    /** The command without the peer's flags. */
    static List<String> words() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PeerCommand.class.getName());
    }
}
