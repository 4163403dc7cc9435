package dev.zorya.desktop.consent;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.ComparisonCode;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for consent. There is no default button and nothing is remembered: a yes is never an accident. Closing means: ask later. */
public final class ConsentSheet extends VBox {
    private static final double WIDTH = 600;
    private static final double CONTENT = WIDTH - 64;
    private static final double AIR = 24;

    private final Desk desk;
    private final Credentials credentials;
    private final ConsentModel model;
    private final String id;
    private final VBox papers = new VBox(12);
    private final VBox outcome = new VBox();
    private final Button accept;
    private final Button decline;
    private int chosen;

    private ConsentSheet(Desk desk, Credentials credentials, ConsentModel model, String id) {
        this.desk = desk;
        this.credentials = credentials;
        this.model = model;
        this.id = id;
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        StackPane.setMargin(this, new Insets(AIR));
        decline = Buttons.plain(new Action(Text.of("consent.decline"), this::decline));
        decline.setId("consent-decline");
        accept = Buttons.plain(new Action(model.accept(), this::accept));
        accept.setId("consent-accept");
        accept.getStyleClass().add("outline");
        HBox buttons = new HBox(
                8, Buttons.link(new Action(Text.of("consent.later"), desk::closeSheet)), Space.grow(), decline);
        buttons.setAlignment(Pos.CENTER_LEFT);
        if (!model.accept().isEmpty()) {
            buttons.getChildren().add(accept);
        }
        getChildren().addAll(head(), scrolled(), outcome, buttons);
    }

    /** Opens the sheet over the page. */
    public static void open(Desk desk, Snapshot snapshot, Waiting waiting) {
        desk.abilities()
                .credentials()
                .ifPresent(credentials -> desk.openSheet(new ConsentSheet(
                        desk, credentials, ConsentModel.of(waiting, snapshot, desk.when()), waiting.id())));
    }

    private Node head() {
        VBox words = new VBox(
                2,
                Labels.paragraph(model.title(), "z-sheet-title"),
                model.person().badgeChip());
        HBox head = new HBox(
                14,
                new Avatar(model.person().face(), true),
                Space.wide(words),
                Labels.line(model.asked(), "z-small", "z-muted"));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node scrolled() {
        VBox content = new VBox(12);
        if (!model.reason().isEmpty()) {
            HBox reason = new HBox(12, Icon.REASON.view(), Labels.paragraph(Text.of("consent.reason", model.reason())));
            reason.getStyleClass().add("z-inset");
            content.getChildren().add(reason);
        }
        if (!model.code().isEmpty()) {
            content.getChildren().addAll(stranger());
        }
        if (!model.missing().isEmpty()) {
            content.getChildren().add(new Note(Tone.WAIT, Icon.INFO, model.missing(), "", List.of()));
        }
        if (!model.papers().isEmpty()) {
            content.getChildren().addAll(Labels.line(model.heading(), "z-strong"), papers);
            choose(0);
        }
        content.getChildren().add(Labels.paragraph(model.meaning(), "z-small", "z-muted"));
        content.setMinWidth(CONTENT);
        content.setMaxWidth(CONTENT);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(content.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private List<Node> stranger() {
        return List.of(ComparisonCode.box(model.code()), table(new Card(Text.of("consent.claims")), model.facts()));
    }

    private void choose(int index) {
        chosen = index;
        Paper paper = model.papers().get(index);
        Card card = new Card(paper.name());
        if (model.papers().size() > 1) {
            Button another = Buttons.link(new Action(
                    Text.of("consent.another"),
                    () -> choose((index + 1) % model.papers().size())));
            another.setId("consent-another");
            card = new Card(paper.name(), another);
        }
        List<HBox> rows = new ArrayList<>(facts(paper.claims()));
        rows.addFirst(Card.sentence(paper.by()));
        card.rows(rows);
        papers.getChildren().setAll(card);
        if (model.whole()) {
            HBox warning = new HBox(
                    8, Icon.WARNING.view(Tone.WAIT), Labels.line(Text.of("consent.inside"), "z-strong", "z-wait"));
            Card inside = new Card(Text.of("consent.inside.card"));
            papers.getChildren().addAll(warning, table(inside, paper.inside()));
        } else {
            papers.getChildren().add(table(new Card(Text.of("consent.offer.card")), paper.inside()));
        }
    }

    private static Node table(Card card, SequencedMap<String, String> pairs) {
        card.rows(facts(pairs));
        return card;
    }

    private static List<HBox> facts(SequencedMap<String, String> pairs) {
        return pairs.entrySet().stream()
                .map((Map.Entry<String, String> pair) -> Card.fact(pair.getKey(), Labels.paragraph(pair.getValue())))
                .toList();
    }

    private void accept() {
        String paper = model.whole() ? model.papers().get(chosen).id() : "";
        answer(() -> credentials.accept(id, paper), model.done());
    }

    private void decline() {
        answer(
                () -> credentials.decline(id),
                Text.of("consent.declined", model.person().name()));
    }

    private void answer(Callable<CompletionStage<Void>> answer, String told) {
        accept.setDisable(true);
        decline.setDisable(true);
        desk.work()
                .follow(
                        answer,
                        done -> {
                            desk.closeSheet();
                            desk.toast(Icon.DONE, Tone.OK, told);
                            desk.refresh();
                        },
                        this::problem);
    }

    private void problem(WalletProblem problem) {
        outcome.getChildren().setAll(new ProblemNote(problem));
        accept.setDisable(false);
        decline.setDisable(false);
    }
}
