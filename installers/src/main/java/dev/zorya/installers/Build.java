package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the packages of the system that it runs on. {@code ./zorya package} calls it after Maven has gathered the jars. */
public final class Build {
    private static final double MEGABYTE = 1e6;

    private final Places places;
    private final Product product;
    private final Platform platform = Platform.here();
    private final Tool tool;

    private Build(Path source) throws IOException, BuildException {
        places = Places.of(source);
        product = Product.read(source.resolve("pom.xml"));
        Path log = source.resolve("installers/target/packages.log");
        Files.deleteIfExists(log);
        tool = new Tool(
                Path.of(System.getProperty("java.home")),
                log,
                // dpkg-deb and rpmbuild take it for the time of everything that they write
                Map.of("SOURCE_DATE_EPOCH", Long.toString(product.epoch().getEpochSecond())));
    }

    /** Exit codes as for all programs: 0 made, 1 something went wrong (said in words), 2 wrong usage. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean imageOnly = List.of(arguments).equals(List.of("--image"));
        if (arguments.length != 0 && !imageOnly) {
            System.err.println(
                    "./zorya package makes all packages of this system, ./zorya package --image only the folder.");
            System.exit(2);
        }
        try {
            new Build(Path.of(System.getProperty("zorya.source", "")).toAbsolutePath()).run(imageOnly);
        } catch (BuildException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(boolean imageOnly) throws IOException, InterruptedException, BuildException {
        Folders.delete(places.work());
        Folders.delete(places.out());
        Files.createDirectories(places.work());
        Files.createDirectories(places.out());
        Layout image = new Image(places, product, platform, tool).make();
        tell(image.root(), Folders.bytes(image.root()));
        if (!imageOnly) {
            switch (platform.os()) {
                case LINUX -> linux(image);
                case WINDOWS -> Windows.msi(image, places, product, platform, tool);
                case MAC -> Mac.dmg(image, places, product, platform, tool);
            }
            Sums.write(places.out());
            try (Stream<Path> made = Files.list(places.out())) {
                for (Path file : made.sorted().toList()) {
                    tell(file, Files.size(file));
                }
            }
        }
    }

    private void linux(Layout image) throws IOException, InterruptedException, BuildException {
        String name = "zorya-" + product.version() + "-" + platform.word();
        TarGz.write(image.root(), name, places.out().resolve(name + ".tar.gz"), product.epoch());
        Path root = LinuxTree.make(image, places, product);
        if (Tool.isThere("dpkg-deb")) {
            Debian.make(root, places, product, platform, tool);
        } else {
            System.out.println("No .deb: dpkg-deb is not on this machine.");
        }
        if (Tool.isThere("rpmbuild")) {
            Rpm.make(root, places, product, platform, tool);
        } else {
            System.out.println("No .rpm: rpmbuild is not on this machine.");
        }
    }

    private void tell(Path made, long bytes) {
        System.out.printf("%7.1f MB  %s%n", bytes / MEGABYTE, places.source().relativize(made));
    }
}
