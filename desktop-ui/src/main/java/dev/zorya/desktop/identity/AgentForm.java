package dev.zorya.desktop.identity;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.AgentOrder;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Address and key of an agent that the person runs. */
final class AgentForm extends VBox {
    private final TextField admin = new TextField();
    private final PasswordField key = new PasswordField();
    private final Label wrong = Labels.paragraph("", "z-small", "z-bad");
    private final Consumer<AgentOrder> connect;

    AgentForm(Consumer<AgentOrder> connect, Runnable cancel) {
        super(12);
        this.connect = connect;
        getStyleClass().add("z-card");
        admin.setId("agent-admin");
        admin.setPromptText(Text.of("agent.admin.example"));
        key.setId("agent-key");
        Button act = Buttons.main(new Action(Text.of("agent.connect"), this::connect));
        act.setId("agent-connect");
        getChildren()
                .addAll(
                        Labels.line(Text.of("agent.title"), "z-heading"),
                        new VBox(6, Labels.of(Text.of("agent.admin"), admin), admin),
                        new VBox(6, Labels.of(Text.of("agent.key"), key), key),
                        Labels.paragraph(Text.of("agent.about"), "z-small", "z-muted"),
                        wrong,
                        new HBox(8, Space.grow(), Buttons.plain(new Action(Text.of("sheet.cancel"), cancel)), act));
        wrong.setVisible(false);
        wrong.setManaged(false);
    }

    private void connect() {
        IdentityModel.admin(admin.getText())
                .ifPresentOrElse(
                        uri -> {
                            char[] typed = key.getText().toCharArray();
                            key.clear();
                            connect.accept(new AgentOrder(uri, typed));
                        },
                        () -> {
                            wrong.setText(Text.of("agent.admin.wrong"));
                            wrong.setVisible(true);
                            wrong.setManaged(true);
                            admin.requestFocus();
                        });
    }
}
