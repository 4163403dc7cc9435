package dev.zorya.desktop.component;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Short messages at the bottom right (UI.md 8): 5 s, pausing under the pointer, at most three. Never for what needs a decision. */
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);
    private static final int MOST = 3;

    public Toasts() {
        super(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(0, 16, 40, 0));
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    public void show(Icon icon, Tone tone, String sentence) {
        HBox toast = new HBox(icon.view(tone), Labels.paragraph(sentence));
        toast.getStyleClass().add("z-toast");
        PauseTransition timer = new PauseTransition(SHOWN);
        timer.setOnFinished(event -> getChildren().remove(toast));
        toast.setOnMouseEntered(event -> timer.stop());
        toast.setOnMouseExited(event -> timer.playFromStart());
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        timer.playFromStart();
    }
}
