package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The .msi, for one user. jpackage has no option for links, so its main.wxs is replaced by ours. */
final class Windows {
    private Windows() {}

    static void msi(Layout image, Places places, Product product, Platform platform, Tool tool)
            throws IOException, InterruptedException, BuildException {
        tool.jdk(
                "jpackage",
                List.of(
                        "--type",
                        "msi",
                        "--name",
                        Product.name(platform),
                        "--app-image",
                        image.root().toString(),
                        "--app-version",
                        product.numbers(),
                        "--vendor",
                        Product.VENDOR,
                        "--description",
                        Product.SUMMARY,
                        "--license-file",
                        places.source().resolve("LICENSE").toString(),
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-menu-group",
                        "Zorya",
                        "--win-upgrade-uuid",
                        Product.UPGRADE,
                        "--resource-dir",
                        places.resources().resolve("windows").toString(),
                        "--dest",
                        places.work().toString()));
        Files.move(
                places.work().resolve(Product.name(platform) + "-" + product.numbers() + ".msi"),
                places.out().resolve("Zorya-" + product.version() + "-" + platform.word() + ".msi"));
    }
}
