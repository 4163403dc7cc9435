package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The application with its own Java, as a folder that runs wherever it lies: what every package holds. */
final class Image {
    /**
     * What jdeps finds in the jars of the image, without jdk.jfr, which Netty uses where it is, and without java.desktop: JavaFX has its
     * own window, fonts and pictures, and what else names it (beans of JDBI, a circuit breaker) nobody calls.
     */
    private static final String MODULES =
            "java.base,java.logging,java.management,java.naming,java.net.http,java.sql,jdk.net,jdk.unsupported";

    /** There links arrive by java.awt.Desktop and in no other way. */
    private static final String MODULES_OF_MAC = MODULES + ",java.desktop";

    private static final List<String> OPTIONS =
            List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Dzorya.home=$APPDIR");

    /** A window wants to be there at once (docs/decisions/0009-quick-starts.md). */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final Places places;
    private final Product product;
    private final Platform platform;
    private final Tool tool;

    Image(Places places, Product product, Platform platform, Tool tool) {
        this.places = places;
        this.product = product;
        this.platform = platform;
        this.tool = tool;
    }

    Layout make() throws IOException, InterruptedException, BuildException {
        Path jars = places.work().resolve("jars");
        new Jars(platform, product.epoch()).copy(places.classpath(), jars);
        Path runtime = places.work().resolve("runtime");
        tool.jdk(
                "jlink",
                List.of(
                        "--add-modules",
                        platform.os() == Platform.Os.MAC ? MODULES_OF_MAC : MODULES,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6",
                        "--output",
                        runtime.toString()));
        jpackage(jars, runtime);
        Layout layout = Layout.of(platform, places.work());
        Launchers.withoutWindow(layout.settings(Product.TERMINAL));
        anvil(layout);
        new Papers(places, product).into(layout.app());
        if (platform.os() == Platform.Os.LINUX) {
            script(layout);
            strip(layout);
        }
        Times.set(layout.root(), product.epoch());
        new Training(layout, platform, product.epoch(), tool, places.work()).run();
        return layout;
    }

    private void jpackage(Path jars, Path runtime) throws IOException, InterruptedException, BuildException {
        Path terminal = places.work().resolve("terminal.properties");
        Files.writeString(
                terminal,
                "description=Zorya in the terminal\nwin-console=true\nwin-menu=false\nwin-shortcut=false\n"
                        + "linux-shortcut=false\njava-options=" + String.join(" ", OPTIONS) + "\n");
        List<String> words = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                Product.name(platform),
                "--dest",
                places.work().toString(),
                "--input",
                jars.toString(),
                "--main-jar",
                "installers-" + product.version() + ".jar",
                "--main-class",
                "dev.zorya.start.Start",
                "--runtime-image",
                runtime.toString(),
                "--app-version",
                platform.os() == Platform.Os.MAC ? Mac.bundleVersion(product) : product.numbers(),
                "--vendor",
                Product.VENDOR,
                "--description",
                Product.SUMMARY,
                "--copyright",
                "Apache License 2.0",
                "--icon",
                Icons.make(places, platform).toString(),
                "--add-launcher",
                Product.TERMINAL + "=" + terminal,
                "--java-options",
                QUICK));
        OPTIONS.forEach(option -> words.addAll(List.of("--java-options", option)));
        if (platform.os() == Platform.Os.MAC) {
            words.addAll(Mac.imageOptions(places, product));
        }
        tool.jdk("jpackage", words);
    }

    /** The practice chain, so that "Try it now" needs nothing else (AnvilBinary looks below {@code zorya.home}). */
    private void anvil(Layout layout) throws IOException, BuildException {
        Path program =
                places.source().resolve("contracts/node_modules/@foundry-rs").resolve(platform.anvil());
        if (!Files.isRegularFile(program)) {
            throw new BuildException("The practice chain is not there: " + program + "\nRun npm ci in contracts.");
        }
        Path copy = anvil(layout.app());
        Files.createDirectories(copy.getParent());
        Files.copy(program, copy);
        if (!copy.toFile().setExecutable(true, false)) {
            throw new BuildException(copy + " cannot be made a program.");
        }
    }

    /** Names of functions that only a debugger reads: 15 MB. What runs is the same; on macOS it would break the signature. */
    private void strip(Layout layout) throws IOException, InterruptedException, BuildException {
        if (!Tool.isThere("strip")) {
            return;
        }
        List<String> words =
                new ArrayList<>(List.of("--strip-unneeded", anvil(layout.app()).toString()));
        try (Stream<Path> files = Files.walk(layout.root().resolve("lib"))) {
            files.filter(file -> file.toString().endsWith(".so")).sorted().forEach(file -> words.add(file.toString()));
        }
        tool.run("strip", words);
    }

    private Path anvil(Path app) {
        return app.resolve("bin").resolve(Path.of(platform.anvil()).getFileName());
    }

    private void script(Layout layout) throws IOException {
        Path script = layout.programs().resolve("zorya");
        Files.copy(places.resources().resolve("linux/zorya"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
