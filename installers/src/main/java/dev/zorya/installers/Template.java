package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with {@code @NAME@} in them for what only the build knows. */
final class Template {
    private Template() {}

    static String fill(Path file, Product product) throws IOException {
        return Files.readString(file)
                .replace("@VERSION@", product.version())
                .replace("@NUMBERS@", product.numbers())
                .replace("@LINUX_VERSION@", product.linux())
                .replace("@SUMMARY@", Product.SUMMARY)
                .replace("@VENDOR@", Product.VENDOR)
                .replace("@IDENTIFIER@", Product.IDENTIFIER);
    }
}
