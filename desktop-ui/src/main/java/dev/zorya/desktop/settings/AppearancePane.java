package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.theme.ThemeChoice;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Light or dark, and how large the text is. */
public final class AppearancePane extends VBox {
    private static final List<Integer> SIZES = List.of(90, 100, 115, 130);

    public AppearancePane(Appearance appearance) {
        super(16);
        Segments<ThemeChoice> theme = new Segments<>(
                "theme",
                List.of(ThemeChoice.values()),
                List.of(Text.of("theme.system"), Text.of("theme.light"), Text.of("theme.dark")),
                appearance::theme);
        theme.show(appearance.theme());
        Segments<Integer> size = new Segments<>(
                "text-size",
                SIZES,
                SIZES.stream().map(percent -> Text.of("theme.percent", percent)).toList(),
                appearance::textSize);
        size.show(appearance.textSize());
        Card card = new Card(Text.of("settings.appearance"));
        card.rows(List.of(
                Card.fact(Text.of("theme.title"), middle(theme)), Card.fact(Text.of("theme.text-size"), middle(size))));
        getChildren().addAll(card, Labels.paragraph(Text.of("theme.about"), "z-small", "z-muted"));
    }

    private static Node middle(Node node) {
        HBox box = new HBox(node);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
