package dev.zorya.desktop.component;

import dev.zorya.desktop.qr.QrCode;
import dev.zorya.desktop.text.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A link as QR code, always dark on white, with the link below it to copy or to save (UI.md 8). Too long a link has no code. */
public final class QrCard extends VBox {
    private static final double SIDE = 244;
    private static final double GAP = 12;

    /**
     * Shows a link.
     *
     * @param id prefix of the ids of its parts: id-link, id-copy, id-save
     * @param name what the link is: "Your invitation"
     * @param validity one line
     */
    public QrCard(String id, String name, String link, String validity, Runnable copy, Runnable save) {
        super(GAP);
        TextField shown = new TextField(link);
        shown.setId(id + "-link");
        shown.setEditable(false);
        shown.getStyleClass().add("z-mono");
        shown.setAccessibleText(name);
        Button copies = Buttons.plain(new Action(Text.of("qr.copy"), copy));
        copies.setId(id + "-copy");
        copies.setGraphic(Icon.COPY.view());
        Button saves = Buttons.plain(new Action(Text.of("qr.save"), save));
        saves.setId(id + "-save");
        saves.setGraphic(Icon.SAVE.view());
        HBox below = new HBox(8, copies, saves, Space.grow(), Labels.line(validity, "z-small", "z-muted"));
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(code(name, QrCode.of(link)), shown, below);
    }

    private static Node code(String name, Optional<Image> image) {
        return image.<Node>map(drawn -> code(name, drawn))
                .orElseGet(() -> Labels.paragraph(Text.of("qr.too-long"), "z-muted"));
    }

    private static Node code(String name, Image drawn) {
        ImageView view = new ImageView(drawn);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setSmooth(true);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(Text.of("qr.spoken", name));
        StackPane paper = new StackPane(view);
        paper.getStyleClass().add("z-qr");
        paper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        HBox middle = new HBox(paper);
        middle.setAlignment(Pos.CENTER);
        return middle;
    }
}
