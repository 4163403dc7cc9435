package dev.zorya.desktop.activity;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Builds the list with its filters, and holds the drawer. */
final class ActivityView {
    private static final double ROW = 44;
    private static final double STATUS = 130;
    private static final double AMOUNT = 130;
    private static final double TIME = 58;
    private static final int SKELETON_ROWS = 6;

    private final Segments<Show> shows;
    private final TextField search = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final StackPane body = new StackPane(new Skeleton(SKELETON_ROWS));
    private final Button older;
    private final HBox root;
    private final Listener listener;
    private boolean quiet;

    /** What the person does. */
    interface Listener {
        void show(Show show);

        void searched(String typed);

        void selected(String paymentId);

        void older();

        void clear();
    }

    ActivityView(Listener listener) {
        this.listener = listener;
        shows = new Segments<>(
                "activity-show",
                List.of(Show.values()),
                List.of(
                        Text.of("channels.filter.all"),
                        Text.of("activity.received"),
                        Text.of("activity.sent"),
                        Text.of("channel.pending")),
                listener::show);
        shows.show(Show.ALL);
        search.setId("activity-search");
        search.setPromptText(Text.of("activity.find"));
        search.setAccessibleText(Text.of("activity.find"));
        search.setPrefWidth(240);
        search.textProperty().addListener((o, was, is) -> listener.searched(is));
        older = Buttons.plain(new Action(Text.of("activity.older"), listener::older));
        list.setId("activity-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is instanceof Line.Payment payment && !quiet) {
                listener.selected(payment.id());
            }
        });
        HBox tools = new HBox(10, shows, search, Space.grow(), older);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox left = new VBox(12, tools, body);
        left.setPadding(new javafx.geometry.Insets(16, 24, 0, 24));
        root = new HBox(Space.wide(left));
    }

    Node node() {
        return root;
    }

    void find() {
        search.requestFocus();
    }

    void cleared() {
        search.clear();
        shows.show(Show.ALL);
    }

    void show(ActivityModel model, boolean filtered) {
        older.setVisible(model.more());
        if (model.lines().isEmpty()) {
            body.getChildren().setAll(filtered ? filteredToNothing() : nothing());
            return;
        }
        quiet = true;
        if (!list.getItems().equals(model.lines())) {
            list.getItems().setAll(model.lines());
        }
        quiet = false;
        if (!body.getChildren().contains(list)) {
            body.getChildren().setAll(list);
        }
    }

    void problem(WalletProblem problem, Action retry) {
        VBox box = new VBox(12, new ErrorPanel(problem, List.of(retry)));
        if (!list.getItems().isEmpty()) {
            VBox.setVgrow(list, Priority.ALWAYS);
            box.getChildren().add(list);
        }
        body.getChildren().setAll(box);
    }

    void drawer(Drawer drawer) {
        noDrawer();
        root.getChildren().add(drawer);
    }

    void noDrawer() {
        root.getChildren().removeIf(node -> node instanceof Drawer);
    }

    private static Node nothing() {
        return new EmptyState(Icon.ACTIVITY, Text.of("activity.none"), Text.of("activity.none.about"), List.of());
    }

    private Node filteredToNothing() {
        VBox box = new VBox(
                8,
                Labels.line(Text.of("activity.filtered-to-nothing"), "z-muted"),
                Buttons.link(new Action(Text.of("channels.clear"), listener::clear)));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            setGraphic(
                    switch (line) {
                        case Line.Day day -> Labels.line(day.words(), "z-day");
                        case Line.Payment payment -> row(payment);
                    });
            if (line instanceof Line.Payment payment) {
                setAccessibleText(payment.spoken());
            }
        }

        private static Node row(Line.Payment payment) {
            Label status = Labels.line(payment.status().word(), "z-muted");
            status.getStyleClass()
                    .addAll(payment.status().tone().styles().stream()
                            .map(style -> "z-" + style)
                            .toList());
            AmountLabel amount = payment.incoming()
                    ? new AmountLabel(payment.amount(), "z-amount", "z-ok")
                    : new AmountLabel(payment.amount(), "z-amount");
            HBox row = new HBox(
                    payment.icon().view(),
                    Labels.line(payment.name(), "z-medium"),
                    Space.wide(Labels.line(payment.memo(), "z-muted")),
                    fixed(status, STATUS, Pos.CENTER_LEFT),
                    fixed(amount, AMOUNT, Pos.CENTER_RIGHT),
                    fixed(Labels.line(payment.time(), "z-muted"), TIME, Pos.CENTER_RIGHT));
            row.getStyleClass().addAll("z-row", "z-activity-row");
            return row;
        }

        private static HBox fixed(Node node, double width, Pos alignment) {
            HBox box = new HBox(node);
            box.setAlignment(alignment);
            box.setMinWidth(width);
            box.setMaxWidth(width);
            return box;
        }
    }
}
