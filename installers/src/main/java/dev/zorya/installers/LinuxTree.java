package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a Linux package as they lie below {@code /}: the image in {@code /opt/zorya}, and where the system looks for them a
 * command, a menu entry that knows {@code zorya:} links, icons and papers. All of them belong to the package, so its tool takes
 * them away again, and the triggers of the desktop's packages make them known; nothing of it needs a desktop to be there.
 */
final class LinuxTree {
    private LinuxTree() {}

    static Path make(Layout image, Places places, Product product) throws IOException {
        Path root = places.work().resolve("root");
        Folders.copy(image.root(), root.resolve("opt/zorya"));
        Path programs = Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(programs.resolve("zorya"), Path.of("../../opt/zorya/bin/zorya"));
        Path linux = places.resources().resolve("linux");
        copy(linux.resolve("zorya.desktop"), root.resolve("usr/share/applications/zorya.desktop"));
        Path about = root.resolve("usr/share/metainfo/dev.zorya.wallet.metainfo.xml");
        Files.createDirectories(about.getParent());
        Files.writeString(
                about, Template.fill(linux.resolve("metainfo.xml"), product).replace("@DATE@", date(product)));
        Path icons = root.resolve("usr/share/icons/hicolor");
        for (int size : Icons.SIZES) {
            copy(places.work().resolve("icons/" + size + ".png"), icons.resolve(size + "x" + size + "/apps/zorya.png"));
        }
        copy(places.resources().resolve("icons/tile.svg"), icons.resolve("scalable/apps/zorya.svg"));
        copy(linux.resolve("copyright"), root.resolve("usr/share/doc/zorya/copyright"));
        Times.set(root, product.epoch());
        return root;
    }

    private static String date(Product product) {
        return product.epoch().toString().substring(0, "2026-11-23".length());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
