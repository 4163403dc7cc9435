package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The .rpm, from the same files as the .deb. */
final class Rpm {
    private Rpm() {}

    static void make(Path root, Places places, Product product, Platform platform, Tool tool)
            throws IOException, InterruptedException, BuildException {
        Path folder = Files.createDirectories(places.work().resolve("rpm"));
        Path spec = folder.resolve("zorya.spec");
        Files.writeString(
                spec,
                Template.fill(places.resources().resolve("linux/zorya.spec"), product)
                        .replace("@ROOT@", root.toString()));
        tool.run(
                "rpmbuild",
                List.of(
                        "-bb",
                        "--target",
                        platform.gnu(),
                        "--define",
                        "_topdir " + folder,
                        "--define",
                        "_rpmdir " + folder.resolve("made"),
                        spec.toString()));
        try (Stream<Path> made = Files.walk(folder.resolve("made"))) {
            for (Path file :
                    made.filter(each -> each.toString().endsWith(".rpm")).toList()) {
                Files.move(file, places.out().resolve(file.getFileName()));
            }
        }
    }
}
