package dev.zorya.desktop.settings;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.WalletProblem;
import java.net.URI;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The nodes that the wallet asks: how each of them does, one more, one less. */
final class NodesCard extends VBox {
    private final Desk desk;
    private final Card card = new Card(Text.of("nodes.title"));
    private final TextField address = new TextField();
    private final Button add;
    private final VBox trouble = new VBox();
    private final Reading<List<NodeView>> reading;
    private List<NodeView> shown = List.of();

    NodesCard(Desk desk) {
        super(12);
        this.desk = desk;
        reading = new Reading<>(desk.work(), () -> desk.wallet().nodes(), this::show, this::refused);
        address.setId("node-address");
        address.setPromptText(Text.of("network.node.example"));
        address.setOnAction(event -> add());
        add = Buttons.plain(new Action(Text.of("nodes.add"), this::add));
        add.setId("node-add");
        getChildren().add(card);
        if (desk.wallet().info().practice()) {
            return;
        }
        VBox field = new VBox(6, Labels.of(Text.of("nodes.address"), address), new HBox(12, Space.wide(address), add));
        getChildren().addAll(Labels.paragraph(Text.of("nodes.about"), "z-small", "z-muted"), field, trouble);
    }

    /** Something may be new. */
    void refresh() {
        reading.again();
    }

    private void show(List<NodeView> nodes) {
        if (nodes.equals(shown)) {
            return;
        }
        shown = nodes;
        List<Node> rows = new ArrayList<>();
        for (NodeView node : nodes) {
            rows.add(row(node, rows.size()));
        }
        card.rows(rows);
    }

    private Node row(NodeView node, int position) {
        String name = name(node.uri());
        Look look = look(node.state());
        String second = node.sentence().isEmpty() ? block(node) : node.sentence();
        VBox words = new VBox(2, Labels.line(name, "z-mono"), Labels.paragraph(second, "z-small", "z-muted"));
        HBox row = new HBox(Space.wide(words), look.chip());
        if (node.first()) {
            row.getChildren().add(Labels.line(Text.of("nodes.first"), "z-small", "z-muted"));
        } else {
            Button remove = Buttons.small(new Action(Text.of("nodes.remove"), () -> remove(node.uri())));
            remove.setId("node-remove-" + position);
            remove.setAccessibleText(Text.of("nodes.remove.spoken", name));
            row.getChildren().add(remove);
        }
        row.getStyleClass().add("z-row");
        return row;
    }

    private static String block(NodeView node) {
        return node.block() == 0
                ? ""
                : Text.of(
                        "story.block",
                        NumberFormat.getIntegerInstance(Text.locale()).format(node.block()));
    }

    /** Without what may be a secret: many providers put a key into the path. */
    private static String name(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    private static Look look(NodeView.State state) {
        return switch (state) {
            case USED -> new Look(Icon.DONE, Text.of("nodes.used"), Tone.OK);
            case READY -> new Look(Icon.DONE, Text.of("nodes.ready"), Tone.NEUTRAL);
            case BEHIND -> new Look(Icon.WAITING, Text.of("nodes.behind"), Tone.WAIT);
            case CONNECTING -> new Look(Icon.WORKING, Text.of("nodes.connecting"), Tone.BUSY);
            case IGNORED -> new Look(Icon.NO_CHAIN, Text.of("nodes.ignored"), Tone.BAD);
        };
    }

    private void add() {
        String typed = address.getText().strip();
        if (typed.isEmpty() || add.isDisabled()) {
            address.requestFocus();
            return;
        }
        busy(true);
        desk.work()
                .run(
                        () -> {
                            desk.wallet().addNode(typed);
                            return typed;
                        },
                        added -> {
                            busy(false);
                            address.clear();
                            done(Text.of("nodes.added"));
                        },
                        this::refused);
    }

    private void remove(URI node) {
        desk.work()
                .run(
                        () -> {
                            desk.wallet().removeNode(node);
                            return node;
                        },
                        removed -> {
                            address.requestFocus();
                            done(Text.of("nodes.removed"));
                        },
                        this::refused);
    }

    private void done(String sentence) {
        trouble.getChildren().clear();
        desk.toast(Icon.NETWORK, Tone.OK, sentence);
        refresh();
    }

    /** What was typed stays. */
    private void refused(WalletProblem problem) {
        busy(false);
        trouble.getChildren().setAll(new ErrorPanel(problem, List.of()));
    }

    private void busy(boolean asking) {
        add.setDisable(asking);
        add.setText(asking ? Text.of("nodes.asking") : Text.of("nodes.add"));
    }
}
