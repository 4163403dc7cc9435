package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Mark;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.settings.AboutPane;
import dev.zorya.desktop.text.Text;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first page's frame: what this is at the left, the step at the right. */
final class Frame extends HBox {
    private static final double HERO = 440;
    private static final double MARK = 44;
    private static final double STEP_WIDTH = 840;

    private final StackPane step = new StackPane();
    private Node shown = new VBox();

    Frame() {
        getStyleClass().add("z-window");
        VBox hero = new VBox(
                new Mark(MARK),
                Labels.paragraph(Text.of("hero.title"), "z-hero-title"),
                Labels.paragraph(Text.of("hero.about"), "z-hero-text"),
                point(Icon.KEY, Text.of("hero.contacts")),
                point(Icon.GUARD, Text.of("hero.watcher")),
                point(Icon.LOCK, Text.of("hero.keys")),
                Space.grow(),
                Labels.line(Text.of("hero.version", AboutPane.version()), "z-small"));
        hero.getStyleClass().add("z-hero");
        hero.setMinWidth(HERO);
        hero.setMaxWidth(HERO);
        getChildren().addAll(hero, Space.wide(step));
        widthProperty().addListener((o, was, is) -> {
            double width = is.doubleValue() < 1120 ? 360 : HERO;
            hero.setMinWidth(width);
            hero.setMaxWidth(width);
        });
    }

    /** The step on display. */
    Node shown() {
        return shown;
    }

    /** Names the step on display when something else is shown around it. */
    void remember(Node node) {
        shown = node;
    }

    void show(Node node) {
        shown = node;
        Page page = new Page(node).atMost(STEP_WIDTH);
        page.getStyleClass().add("z-gate-page");
        step.getChildren().setAll(page);
    }

    private static Node point(Icon icon, String sentence) {
        return new HBox(12, icon.view(), Space.wide(Labels.paragraph(sentence)));
    }
}
