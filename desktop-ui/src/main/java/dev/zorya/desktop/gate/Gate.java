package dev.zorya.desktop.gate;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.settings.AboutPane;
import dev.zorya.desktop.settings.Appearance;
import dev.zorya.desktop.settings.AppearancePane;
import dev.zorya.desktop.shell.FileDialogs;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.Wallets;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The window before a wallet is open. Must be used on the JavaFX thread. */
public final class Gate implements Hall {
    private final Wallets wallets;
    private final Work work;
    private final Appearance appearance;
    private final FileDialogs files;
    private final Consumer<Progress> settled;
    private final Consumer<Wallet> opened;
    private final Frame frame = new Frame();

    /**
     * The gate with no step yet; {@link #go} shows one.
     *
     * @param settled returns when a wallet may be opened: one that was just locked has to close first. Called away from the JavaFX thread
     * @param opened gets the wallet when one is open
     */
    public Gate(
            Wallets wallets,
            Work work,
            Appearance appearance,
            FileDialogs files,
            Consumer<Progress> settled,
            Consumer<Wallet> opened) {
        this.wallets = wallets;
        this.work = work;
        this.appearance = appearance;
        this.files = files;
        this.settled = settled;
        this.opened = opened;
    }

    /** The whole of it, for the scene. */
    public Node view() {
        return frame;
    }

    @Override
    public void go(Step step) {
        frame.show(node(step));
    }

    private Node node(Step step) {
        return switch (step) {
            case Step.Welcome welcome -> new WelcomeStep(this);
            case Step.Create create -> new CreateStep(this);
            case Step.Restore restore -> new RestoreStep(this);
            case Step.Unlock unlock -> new UnlockStep(this, unlock.wallet());
            case Step.Settings settings ->
                new VBox(
                        16,
                        Labels.line(Text.of("place.settings"), "z-title"),
                        new AppearancePane(appearance),
                        new AboutPane(appearance),
                        Buttons.plain(new Action(Text.of("gate.back"), () -> go(new Step.Welcome()))));
        };
    }

    @Override
    public void open(Opening opening) {
        VBox place = new VBox(16);
        Node before = frame.shown();
        ProgressPane pane = new ProgressPane();
        Progress progress = (phase, done) -> work.show(() -> pane.at(phase, done));
        place.getChildren().add(pane);
        frame.show(place);
        work.run(
                () -> {
                    settled.accept(progress);
                    return opening.open(progress);
                },
                opened,
                problem -> problem(problem, before));
    }

    /** The step it came from stays as it was, with the difficulty above it. */
    private void problem(WalletProblem problem, Node before) {
        VBox both = new VBox(16, new ErrorPanel(problem, List.of()), before);
        frame.show(both);
        frame.remember(before);
    }

    @Override
    public Wallets wallets() {
        return wallets;
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public FileDialogs files() {
        return files;
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }
}
