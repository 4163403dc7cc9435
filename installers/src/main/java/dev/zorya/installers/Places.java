package dev.zorya.installers;

import java.nio.file.Path;

/**
 * Folders of one build.
 *
 * @param source the checkout
 * @param work what is made on the way; begun anew by each build
 * @param out the packages
 */
record Places(Path source, Path work, Path out) {
    static Places of(Path source) {
        Path target = source.resolve("installers/target");
        return new Places(source, target.resolve("work"), target.resolve("packages"));
    }

    /** The jars that Maven gathered. */
    Path classpath() {
        return source.resolve("installers/target/classpath");
    }

    Path resources() {
        return source.resolve("installers/src/main");
    }

    /** Name without ending, {@code .json} and {@code .xml}. */
    Path sbom() {
        return source.resolve("installers/target/sbom");
    }
}
