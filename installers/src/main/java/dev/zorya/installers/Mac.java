package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        identity().ifPresent(name -> words.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", name)));
        return words;
    }

    private static Optional<String> identity() {
        return Optional.ofNullable(System.getenv("ZORYA_MAC_SIGNING_IDENTITY")).filter(name -> !name.isBlank());
    }

    /** Without a certificate the signature says only that nothing was changed since; processors of Apple run no program without one. */
    private static List<String> signature(Places places) {
        return identity()
                .map(name -> List.of(
                        "--options",
                        "runtime",
                        "--timestamp",
                        "--entitlements",
                        places.work().resolve("macos/Zorya.entitlements").toString(),
                        "--sign",
                        name))
                .orElse(List.of("--sign", "-"));
    }

    static void dmg(Layout image, Places places, Product product, Platform platform, Tool tool)
            throws IOException, InterruptedException, BuildException {
        // the practice chain and the cache came after jpackage had signed, which broke its seal
        List<String> words = new ArrayList<>(List.of("--force"));
        words.addAll(signature(places));
        words.addAll(List.of(
                image.app().resolve("bin/anvil").toString(), image.root().toString()));
        tool.run("codesign", words);
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
