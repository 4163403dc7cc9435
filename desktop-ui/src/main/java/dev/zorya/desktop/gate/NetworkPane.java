package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Practice network or an Ethereum node with its contracts. */
final class NetworkPane extends VBox {
    private final TextField name = new TextField();
    private final TextField node = new TextField();
    private final TextField chain = new TextField();
    private final TextField adjudicator = new TextField();
    private final TextField holder = new TextField();
    private final VBox fields;
    private final Consumer<NetworkForm> changed;
    private boolean practice = true;

    NetworkPane(Consumer<NetworkForm> changed) {
        super(12);
        this.changed = changed;
        Segments<Boolean> kind = new Segments<>(
                "network",
                List.of(true, false),
                List.of(Text.of("network.kind.practice"), Text.of("network.kind.ethereum")),
                this::kind);
        kind.show(true);
        fields = new VBox(
                10,
                field(Text.of("network.name"), name),
                field(Text.of("network.node"), node),
                field(Text.of("network.chain"), chain),
                field(Text.of("network.adjudicator"), adjudicator),
                field(Text.of("network.holder"), holder));
        node.setPromptText(Text.of("network.node.example"));
        getChildren().addAll(Labels.line(Text.of("settings.network"), "z-field-label"), kind);
    }

    private Node field(String label, TextField field) {
        field.textProperty().addListener((o, was, is) -> tell());
        return new VBox(6, Labels.of(label, field), field);
    }

    private void kind(boolean isPractice) {
        practice = isPractice;
        getChildren().remove(fields);
        if (!practice) {
            getChildren().add(fields);
        }
        tell();
    }

    private void tell() {
        changed.accept(new NetworkForm(
                practice, name.getText(), node.getText(), chain.getText(), adjudicator.getText(), holder.getText()));
    }
}
