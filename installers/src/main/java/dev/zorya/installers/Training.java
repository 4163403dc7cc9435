package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Runs the packaged window once, out of sight, so that Java keeps what a start loads (JEP 514). The cache fits this runtime and
 * these jars in this order, nothing else; Java starts without one that does not fit.
 */
final class Training {
    private static final List<String> NO_SCREEN = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    private static final List<String> SILENT = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    private final Layout layout;
    private final Platform platform;
    private final Instant epoch;
    private final Tool tool;
    private final Path work;

    Training(Layout layout, Platform platform, Instant epoch, Tool tool, Path work) {
        this.layout = layout;
        this.platform = platform;
        this.epoch = epoch;
        this.tool = tool;
        this.work = work;
    }

    void run() throws IOException, InterruptedException, BuildException {
        String launcher = Product.name(platform);
        Path settings = layout.settings(launcher);
        String plain = Files.readString(settings);
        Path cache = layout.app().resolve("zorya.aot");
        Launchers.with(settings, NO_SCREEN);
        Launchers.with(settings, List.of("-XX:AOTCacheOutput=" + cache));
        tool.run(
                layout.launcher(platform, launcher).toString(),
                List.of("--measure-start", "--data", work.resolve("training").toString()));
        Files.writeString(settings, plain);
        if (!Files.isRegularFile(cache)) {
            throw new BuildException("The training run left no " + cache);
        }
        Launchers.with(settings, List.of("-XX:AOTCache=$APPDIR/" + cache.getFileName()));
        Launchers.with(settings, SILENT);
        Times.set(layout.app(), epoch);
    }
}
