package dev.zorya.interop;

import dev.zorya.node.peer.PeerCommand;
import java.nio.file.Path;
import java.util.List;

/** {@code ./zorya peer}, from the classes that this build made. */
final class ZoryaProgram {
    private ZoryaProgram() {}

    /** The command without the peer's flags, for a short life. */
    static List<String> words() {
        return words(1);
    }

    /** The same for a measurement. */
    static List<String> optimised() {
        return words(4);
    }

    /** @param tier up to which Java compiles */
    private static List<String> words(int tier) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + tier,
                "-cp",
                System.getProperty("java.class.path"),
                PeerCommand.class.getName());
    }
}
