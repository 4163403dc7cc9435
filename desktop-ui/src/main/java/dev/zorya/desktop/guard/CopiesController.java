package dev.zorya.desktop.guard;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Backups;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** The tab of the copies. */
final class CopiesController implements CopiesPane.Listener {
    private final Desk desk;
    private final Runnable fine;
    private final Consumer<WalletProblem> trouble;
    private final Consumer<Node> put;
    private final CopiesPane pane = new CopiesPane(this);
    private final Reading<CopiesModel> reading;

    /**
     * Reads nothing before {@link #again}.
     *
     * @param fine told when the copies could be read
     * @param put shows the pane
     */
    CopiesController(Desk desk, Runnable fine, Consumer<WalletProblem> trouble, Consumer<Node> put) {
        this.desk = desk;
        this.fine = fine;
        this.trouble = trouble;
        this.put = put;
        reading = new Reading<>(desk.work(), this::read, this::show, trouble);
    }

    void again() {
        reading.again();
    }

    private CopiesModel read() throws Exception {
        Backups backups = desk.wallet().backups();
        return CopiesModel.of(
                backups.folder(), backups.copies(), desk.wallet().health().copies(), desk.when());
    }

    private void show(CopiesModel model) {
        fine.run();
        pane.show(model);
        put.accept(pane);
    }

    @Override
    public void copyNow() {
        work(() -> desk.wallet().backups().copyNow(), made -> Text.of("copies.written"));
    }

    @Override
    public void chooseFolder() {
        desk.chooseFolder(Text.of("copies.folder.title"))
                .ifPresent(folder ->
                        work(() -> desk.wallet().backups().moveTo(folder), made -> Text.of("copies.written")));
    }

    @Override
    public void test(Path copy) {
        work(
                () -> desk.wallet().backups().test(copy),
                tested -> Text.of("copies.tested", desk.when().full(tested.made())));
    }

    @Override
    public void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    private void work(Callable<CopyView> task, Function<CopyView, String> sentence) {
        pane.busy(true);
        desk.work()
                .run(
                        task,
                        done -> {
                            pane.busy(false);
                            desk.toast(Icon.DONE, Tone.OK, sentence.apply(done));
                            again();
                        },
                        problem -> {
                            pane.busy(false);
                            trouble.accept(problem);
                        });
    }
}
