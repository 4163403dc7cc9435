package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The copies of the wallet: how they are, where they go, each of them. */
final class CopiesPane extends VBox {
    private static final double CONTENT = 150;
    private static final double SIZE = 90;

    private final Listener listener;
    private final VBox state = new VBox();
    private final VBox folder = new VBox();
    private final Card list;
    private final Button now;
    private final Button elsewhere;

    /** What a person asks for here. */
    interface Listener {
        void copyNow();

        void chooseFolder();

        void test(Path copy);

        void copied(String name);
    }

    CopiesPane(Listener listener) {
        super(16);
        this.listener = listener;
        now = Buttons.main(new Action(Text.of("copies.now"), listener::copyNow));
        now.setId("copies-now");
        elsewhere = Buttons.plain(new Action(Text.of("copies.folder.choose"), listener::chooseFolder));
        elsewhere.setId("copies-folder");
        list = new Card(Text.of("copies.list"));
        HBox actions = new HBox(8, now, elsewhere);
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(state, folder, actions, list);
    }

    void show(CopiesModel model) {
        state.getChildren().setAll(new Note(model.tone(), Icon.STALE, model.state(), model.about(), List.of()));
        folder.getChildren()
                .setAll(
                        Card.fact(
                                Text.of("copies.folder"),
                                new Copyable(
                                        Text.of("copies.folder"), model.folder(), model.folder(), listener::copied)),
                        Labels.paragraph(Text.of("copies.folder.about"), "z-small", "z-muted"));
        list.rows(
                model.rows().isEmpty()
                        ? List.of(Card.sentence(Text.of("copies.list.none")))
                        : model.rows().stream().map(this::line).toList());
    }

    /** While something is written or read. */
    void busy(boolean is) {
        now.setDisable(is);
        elsewhere.setDisable(is);
        list.setDisable(is);
    }

    private Node line(CopyRow row) {
        Button test = Buttons.small(new Action(Text.of("copies.test"), () -> listener.test(row.file())));
        test.setAccessibleText(Text.of("copies.test.spoken", row.spoken()));
        HBox line = new HBox(
                Space.wide(Labels.line(row.made(), "z-medium")),
                RowList.column(Labels.line(row.content(), "z-muted"), CONTENT, Pos.CENTER_LEFT),
                RowList.column(Labels.line(row.size(), "z-muted"), SIZE, Pos.CENTER_RIGHT),
                test);
        line.setSpacing(12);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("z-row", "z-fact");
        return line;
    }
}
