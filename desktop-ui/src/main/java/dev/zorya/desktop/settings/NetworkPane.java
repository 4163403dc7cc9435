package dev.zorya.desktop.settings;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The network: facts, and the nodes. What is being typed stays while the facts change. */
final class NetworkPane extends VBox {
    private final Facts facts;
    private final StackPane told = new StackPane();
    private final NodesCard nodes;

    NetworkPane(Desk desk, Facts facts) {
        super(20);
        this.facts = facts;
        this.nodes = new NodesCard(desk);
        getChildren().addAll(told, nodes);
    }

    void show(Snapshot snapshot) {
        told.getChildren().setAll(facts.network(snapshot));
        nodes.refresh();
    }
}
