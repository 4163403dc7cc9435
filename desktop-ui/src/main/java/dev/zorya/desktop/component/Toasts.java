package dev.zorya.desktop.component;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Short messages at the bottom right (UI.md 8): 5 s, pausing under the pointer and while they have the focus, at most three. Never for
 * what needs a decision.
 */
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);
    private static final int MOST = 3;
    private static final String LEADS = "z-toast-leads";

    public Toasts() {
        super(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(0, 16, 40, 0));
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    public void show(Icon icon, Tone tone, String sentence) {
        show(new HBox(icon.view(tone), Labels.paragraph(sentence)));
    }

    /** A message about something that has a page of its own: a click anywhere on it leads there, and its button does. */
    public void show(Icon icon, Tone tone, String sentence, Action open) {
        Button button = Buttons.small(new Action(open.label(), () -> {}));
        button.getStyleClass().add(LEADS);
        button.setAccessibleText(sentence + " " + open.label());
        HBox toast = new HBox(icon.view(tone), Space.wide(Labels.paragraph(sentence)), button);
        button.setOnAction(event -> lead(toast, open));
        toast.setOnMouseClicked(event -> lead(toast, open));
        show(toast);
    }

    private void lead(HBox toast, Action open) {
        getChildren().remove(toast);
        open.run().run();
    }

    private void show(HBox toast) {
        toast.getStyleClass().add("z-toast");
        PauseTransition timer = new PauseTransition(SHOWN);
        timer.setOnFinished(event -> getChildren().remove(toast));
        toast.hoverProperty().or(toast.focusWithinProperty()).addListener((o, was, is) -> {
            if (is) {
                timer.stop();
            } else {
                timer.playFromStart();
            }
        });
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        timer.playFromStart();
    }

    /** The focus to the button of the newest message that has one; false if there is none. */
    public boolean focusNewest() {
        for (Node toast : getChildren().reversed()) {
            Node button = toast.lookup("." + LEADS);
            if (button != null) {
                button.requestFocus();
                return true;
            }
        }
        return false;
    }
}
