package dev.zorya.desktop.home;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Legend;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.present.EventRow;
import dev.zorya.desktop.present.EventRows;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Builds the nodes of Home and fills them. */
final class HomeView {
    private static final double SIDE = 360;
    private static final double HERO_GAP = 48;

    private final VBox numbers = new VBox(new Skeleton(1));
    private final BalanceBar where = BalanceBar.where();
    private final HBox legend = new HBox(24);
    private final Card recent;
    private final Card todos = new Card(Text.of("home.needs-you"));
    private final Card again =
            new Card(Text.of("home.pay-again"), Labels.line(Text.of("home.can-send"), "z-small", "z-muted"));
    private final VBox start = new VBox();
    private final Page page;
    private final Consumer<Place> go;
    private final Consumer<Todo> act;

    HomeView(Consumer<Place> go, Consumer<Todo> act) {
        this.go = go;
        this.act = act;
        recent = new Card(
                Text.of("home.recent"),
                Buttons.link(new Action(Text.of("home.all-activity"), () -> go.accept(new Place.Activity()))));
        numbers.setMinWidth(220);
        VBox places = new VBox(14, where, legend);
        places.setAlignment(Pos.CENTER_LEFT);
        HBox hero = new HBox(HERO_GAP, Space.wide(numbers), Space.wide(places));
        places.setMaxWidth(568);
        places.setMinWidth(400);
        VBox side = new VBox(20, todos, again, start);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        HBox columns = new HBox(20, Space.wide(recent), side);
        columns.setAlignment(Pos.TOP_LEFT);
        recent.setMaxHeight(Card.USE_PREF_SIZE);
        page = new Page(hero, columns);
    }

    Node node() {
        return page;
    }

    void show(HomeModel model) {
        numbers.getChildren()
                .setAll(
                        Labels.line(Text.of("home.total"), "z-muted"),
                        new AmountLabel(model.total(), "z-display"),
                        Labels.line(model.practice() ? Text.of("home.practice") : "", "z-muted"));
        where.show(
                model.where(),
                model.hidden(),
                true,
                Text.of(
                        "home.where.spoken",
                        model.onChain().spoken(),
                        model.inChannels().spoken(),
                        model.inSettlement().spoken()));
        legend.getChildren()
                .setAll(
                        third(new Legend(Share.Kind.LOCKED, Text.of("home.on-chain"), model.onChain(), "z-amount")),
                        third(new Legend(Share.Kind.MINE, Text.of("home.in-channels"), model.inChannels(), "z-amount")),
                        third(new Legend(
                                Share.Kind.SETTLING, Text.of("home.in-settlement"), model.inSettlement(), "z-amount")));
        recent.rows(recentRows(model));
        todos.rows(todoRows(model));
        again.rows(model.again().stream().map(this::payAgain).toList());
        again.setVisible(!model.again().isEmpty());
        again.setManaged(!model.again().isEmpty());
        start.getChildren().setAll(model.fresh() ? List.of(startHere()) : List.of());
    }

    private static Node third(Node legend) {
        return Space.wide(legend);
    }

    private List<? extends Node> recentRows(HomeModel model) {
        return model.recent().isEmpty()
                ? List.of(Card.sentence(Text.of("home.nothing-yet")))
                : model.recent().stream().map(this::event).toList();
    }

    private Node event(EventRow row) {
        return EventRows.node(row, () -> go.accept(new Place.Channel(row.channelKey())));
    }

    private List<? extends Node> todoRows(HomeModel model) {
        return model.todos().isEmpty()
                ? List.of(Card.sentence(Text.of("home.nothing-needed")))
                : IntStream.range(0, model.todos().size())
                        .mapToObj(at -> todo(model.todos().get(at), at))
                        .toList();
    }

    private Node todo(Todo todo, int position) {
        VBox words = new VBox(
                1, Labels.paragraph(todo.title(), "z-medium"), Labels.paragraph(todo.second(), "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        Button button = Buttons.link(new Action(todo.action(), () -> act.accept(todo)));
        button.setId("todo-" + position);
        button.setAccessibleText(todo.action() + ". " + todo.title());
        HBox row = new HBox(todo.icon().view(todo.tone()), Space.wide(words), button);
        row.getStyleClass().add("z-row");
        return row;
    }

    private Node payAgain(HomeModel.PayAgain again) {
        PersonRow person = new PersonRow(again.person(), new AmountLabel(again.canSend()), Icon.NEXT.view());
        return new RowButton(
                again.spoken(), () -> go.accept(new Place.Pay(again.person().id(), "")), Space.wide(person));
    }

    private Node startHere() {
        Card card = new Card(Text.of("home.start"));
        Button open = Buttons.main(new Action(Text.of("home.open-first"), () -> go.accept(new Place.OpenChannel(""))));
        open.setId("home-open");
        HBox row = new HBox(open);
        row.getStyleClass().add("z-row");
        card.rows(List.of(Card.sentence(Text.of("home.start.about")), row));
        return card;
    }
}
