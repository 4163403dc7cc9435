package dev.zorya.desktop.window;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.contactadd.InvitationShelf;
import dev.zorya.desktop.feed.Abilities;
import dev.zorya.desktop.gate.Gate;
import dev.zorya.desktop.gate.Step;
import dev.zorya.desktop.settings.Appearance;
import dev.zorya.desktop.shell.FileDialogs;
import dev.zorya.desktop.shell.Shell;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.desktop.theme.Theme;
import dev.zorya.desktop.theme.ThemeChoice;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.Wallets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The one window. Must be used on the JavaFX thread. */
public final class Window implements AutoCloseable {
    /** Everything must be usable at this size (UI.md 2). */
    public static final double LEAST_WIDTH = 1024;

    public static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final Wallets wallets;
    private final Memory memory;
    private final Work work = new Work();
    private final When when;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final Theme theme;
    private final Look look = new Look();
    private final FileDialogs files;
    private final Function<Wallet, Abilities> abilities;
    private final Leaving leaving = new Leaving();
    private Optional<Shell> shell = Optional.empty();
    private Optional<Wallet> wallet = Optional.empty();
    /** The last one that came while no wallet was open. */
    private Optional<String> link = Optional.empty();

    private Runnable logs = () -> {};

    /**
     * Prepares the window; {@link #show()} shows it.
     *
     * @param clock tells the time on every page
     */
    public Window(Stage stage, Wallets wallets, Memory memory, Clock clock) {
        this(stage, wallets, memory, clock, new NativeFileDialogs(stage), Abilities::of);
    }

    Window(
            Stage stage,
            Wallets wallets,
            Memory memory,
            Clock clock,
            FileDialogs files,
            Function<Wallet, Abilities> abilities) {
        this.stage = stage;
        this.files = files;
        this.abilities = abilities;
        this.wallets = wallets;
        this.memory = memory;
        this.when = new When(clock);
        scene = new Scene(root, memory.width(), memory.height());
        theme = Theme.dress(scene, memory.theme());
        theme.textSizePercent(memory.textSize());
        textSizeKeys();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> quit());
        gate(new Step.Welcome());
    }

    /** Shows the window at once; which wallets are here is looked up after the first frame. */
    public void show() {
        stage.setTitle(Text.of("window.title"));
        stage.show();
        Platform.runLater(this::afterFirstFrame);
    }

    private void afterFirstFrame() {
        stage.getIcons().addAll(List.of(icon("mark-32.png"), icon("mark-128-tile.png"), icon("mark-512-tile.png")));
        work.run(
                wallets::list,
                known -> known.stream()
                        .findFirst()
                        .filter(first -> shell.isEmpty())
                        .ifPresent(first -> gate(new Step.Unlock(first))),
                problem -> {});
    }

    private static Image icon(String name) {
        return new Image(java.util.Objects.requireNonNull(Window.class.getResourceAsStream(name), name));
    }

    private void gate(Step step) {
        Gate gate = new Gate(wallets, work, look, files, this::settled, this::opened);
        gate.go(step);
        root.getChildren().setAll(gate.view());
    }

    private void settled(Progress progress) {
        if (leaving.underWay()) {
            progress.at(Text.of("progress.closing"), -1);
            leaving.await();
        }
    }

    private void opened(Wallet open) {
        WalletInfo info = open.info();
        InvitationShelf shelf = new InvitationShelf();
        Shell fresh = new Shell(
                open,
                abilities.apply(open),
                work,
                when,
                (place, desk) -> Screens.at(place, desk, shelf, look),
                files,
                () -> lock(info));
        shell = Optional.of(fresh);
        wallet = Optional.of(open);
        root.getChildren().setAll(fresh.view());
        fresh.keysOn(scene);
        stage.setTitle(Text.of("window.title.wallet", info.name(), info.network()));
        deliver();
    }

    /** A second start: the window comes to the front, and the link, if there is one, is shown when a wallet is open. */
    public void link(String text) {
        stage.setIconified(false);
        stage.toFront();
        if (!text.isEmpty()) {
            link = Optional.of(text);
            deliver();
        }
    }

    private void deliver() {
        shell.ifPresent(open -> {
            link.ifPresent(open::link);
            link = Optional.empty();
        });
    }

    /** What shows the folder of the log to the person. */
    public void logs(Runnable show) {
        logs = show;
    }

    /** Locks: the page goes at once, the keys as soon as the wallet has closed. */
    private void lock(WalletInfo info) {
        stage.setTitle(Text.of("window.title"));
        gate(new Step.Unlock(info));
        closeWallet();
    }

    private void closeWallet() {
        shell.ifPresent(Shell::close);
        shell = Optional.empty();
        wallet.ifPresent(open -> leaving.close(open, work));
        wallet = Optional.empty();
    }

    private void textSizeKeys() {
        keys(KeyCode.PLUS, 1);
        keys(KeyCode.EQUALS, 1);
        keys(KeyCode.ADD, 1);
        keys(KeyCode.MINUS, -1);
        keys(KeyCode.SUBTRACT, -1);
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN), () -> look.textSize(100));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), this::quit);
    }

    private void keys(KeyCode key, int steps) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), () -> {
            theme.textSize(steps);
            look.textSize(theme.textSize());
        });
    }

    private void quit() {
        stage.close();
        close();
        Platform.exit();
    }

    /** Remembers the size, closes the wallet. Blocks until its files and those of locked wallets are closed, after the window has gone. */
    @Override
    public void close() {
        memory.size(scene.getWidth(), scene.getHeight());
        memory.save();
        shell.ifPresent(Shell::close);
        shell = Optional.empty();
        wallet.ifPresent(Wallet::close);
        wallet = Optional.empty();
        leaving.await();
        work.close();
    }

    /** Applied at once, remembered on a thread of its own. */
    private final class Look implements Appearance {
        @Override
        public ThemeChoice theme() {
            return theme.choice();
        }

        @Override
        public void theme(ThemeChoice choice) {
            theme.pin(choice);
            memory.theme(choice);
            remember();
        }

        @Override
        public int textSize() {
            return theme.textSize();
        }

        @Override
        public void textSize(int percent) {
            theme.textSizePercent(percent);
            memory.textSize(percent);
            remember();
        }

        @Override
        public void showLogs() {
            logs.run();
        }

        private void remember() {
            work.run(
                    () -> {
                        memory.save();
                        return "";
                    },
                    done -> {},
                    problem -> {});
        }
    }
}
