package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Rows in grey while a list is loading; they appear after 200 ms, so that a fast answer does not flicker (UI.md 8). */
public final class Skeleton extends VBox {
    private static final Duration PATIENCE = Duration.millis(200);
    private static final double ROW_HEIGHT = 58;
    private static final double[] WIDTHS = {180, 90, 120};

    /** @param rows how many are expected */
    public Skeleton(int rows) {
        setAccessibleText(Text.of("list.loading"));
        setVisible(false);
        for (int i = 0; i < rows; i++) {
            getChildren().add(row());
        }
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> setVisible(true));
        patience.play();
    }

    private static HBox row() {
        HBox row = new HBox(24);
        row.getStyleClass().add("z-row");
        row.setMinHeight(ROW_HEIGHT);
        for (double width : WIDTHS) {
            Region block = new Region();
            block.getStyleClass().add("z-skeleton");
            block.setMinSize(width, 12);
            block.setMaxSize(width, 12);
            row.getChildren().add(block);
        }
        return row;
    }
}
