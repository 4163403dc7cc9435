package dev.zorya.installers;

import java.nio.file.Path;

/**
 * Where things lie in an image of jpackage.
 *
 * @param root what is copied, packed or installed
 * @param app jars, settings of the launchers, our own files; {@code $APPDIR} in the settings
 * @param runtime the image's own Java
 * @param programs the launchers
 */
record Layout(Path root, Path app, Path runtime, Path programs) {
    /** As jpackage lays it out below a folder. */
    static Layout of(Platform platform, Path folder) {
        String name = Product.name(platform);
        return switch (platform.os()) {
            case LINUX -> {
                Path root = folder.resolve(name);
                yield new Layout(root, root.resolve("lib/app"), root.resolve("lib/runtime"), root.resolve("bin"));
            }
            case WINDOWS -> {
                Path root = folder.resolve(name);
                yield new Layout(root, root.resolve("app"), root.resolve("runtime"), root);
            }
            case MAC -> {
                Path root = folder.resolve(name + ".app");
                Path contents = root.resolve("Contents");
                yield new Layout(root, contents.resolve("app"), contents.resolve("runtime"), contents.resolve("MacOS"));
            }
        };
    }

    Path settings(String launcher) {
        return app.resolve(launcher + ".cfg");
    }

    Path launcher(Platform platform, String launcher) {
        return programs.resolve(platform.os() == Platform.Os.WINDOWS ? launcher + ".exe" : launcher);
    }
}
