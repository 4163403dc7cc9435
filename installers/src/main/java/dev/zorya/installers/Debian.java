package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The .deb, put together by dpkg-deb itself (docs/decisions/0015-installers.md says why not by jpackage). */
final class Debian {
    private Debian() {}

    static void make(Path root, Places places, Product product, Platform platform, Tool tool)
            throws IOException, InterruptedException, BuildException {
        Path tree = places.work().resolve("deb");
        Files.move(root, tree);
        try {
            Path control = Files.createDirectories(tree.resolve("DEBIAN"));
            Path linux = places.resources().resolve("linux");
            Files.writeString(
                    control.resolve("control"),
                    Template.fill(linux.resolve("control"), product)
                            .replace("@ARCHITECTURE@", platform.debian())
                            .replace("@KILOBYTES@", Long.toString(Folders.bytes(tree) / 1024)));
            Path removed = control.resolve("postrm");
            Files.copy(linux.resolve("postrm"), removed);
            rights(tree);
            Files.setPosixFilePermissions(removed, PosixFilePermissions.fromString("rwxr-xr-x"));
            Times.set(control, product.epoch());
            Path file = places.out().resolve("zorya_" + product.linux() + "_" + platform.debian() + ".deb");
            tool.run("dpkg-deb", List.of("--root-owner-group", "-Zxz", "--build", tree.toString(), file.toString()));
            Folders.delete(control);
        } finally {
            Files.move(tree, root);
        }
    }

    /** The same rights whatever the umask of who builds. */
    private static void rights(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                boolean open = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
