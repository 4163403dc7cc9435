package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The .dmg. jpackage has no option for links, so its Info.plist is replaced by ours. */
final class Mac {
    private Mac() {}

    /** jpackage takes none that begins with 0; people see the version of the Info.plist, which is the real one. */
    static String bundleVersion(Product product) {
        return product.numbers().startsWith("0.") ? "1.0.0" : product.numbers();
    }

    static List<String> imageOptions(Places places, Product product) throws IOException {
        Path overrides = Files.createDirectories(places.work().resolve("macos"));
        Files.writeString(
                overrides.resolve("Info.plist"),
                Template.fill(places.resources().resolve("macos/Info.plist"), product));
        Files.copy(places.resources().resolve("macos/Zorya.entitlements"), overrides.resolve("Zorya.entitlements"));
        List<String> words = new ArrayList<>(
                List.of("--mac-package-identifier", Product.IDENTIFIER, "--resource-dir", overrides.toString()));
        String identity = System.getenv().getOrDefault("ZORYA_MAC_SIGNING_IDENTITY", "");
        if (!identity.isBlank()) {
            words.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", identity));
        }
        return words;
    }

    static void dmg(Layout image, Places places, Product product, Platform platform, Tool tool)
            throws IOException, InterruptedException, BuildException {
        String identity = System.getenv().getOrDefault("ZORYA_MAC_SIGNING_IDENTITY", "");
        if (!identity.isBlank()) {
            // the practice chain and the caches came after jpackage had signed
            tool.run(
                    "codesign",
                    List.of(
                            "--force",
                            "--options",
                            "runtime",
                            "--timestamp",
                            "--entitlements",
                            places.work().resolve("macos/Zorya.entitlements").toString(),
                            "--sign",
                            identity,
                            image.app().resolve("bin/anvil").toString(),
                            image.root().toString()));
        }
        tool.jdk(
                "jpackage",
                List.of(
                        "--type",
                        "dmg",
                        "--name",
                        Product.name(platform),
                        "--app-image",
                        image.root().toString(),
                        "--app-version",
                        bundleVersion(product),
                        "--dest",
                        places.work().toString()));
        Files.move(
                places.work().resolve(Product.name(platform) + "-" + bundleVersion(product) + ".dmg"),
                places.out().resolve("Zorya-" + product.version() + "-" + platform.word() + ".dmg"));
    }
}
