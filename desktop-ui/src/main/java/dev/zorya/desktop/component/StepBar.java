package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The steps of a task in a row: done, now, to come. Text for the screen reader. */
public final class StepBar extends HBox {
    private static final double STEM = 28;

    private final List<String> names;

    public StepBar(List<String> names) {
        super(8);
        this.names = List.copyOf(names);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        show(0);
    }

    /**
     * Shows how far it is.
     *
     * @param current from zero; all before it are done
     */
    public void show(int current) {
        getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                Region stem = new Region();
                stem.getStyleClass().add("z-line");
                stem.setMinWidth(STEM);
                getChildren().add(stem);
            }
            getChildren().addAll(disc(i, current), name(i, current));
        }
        setAccessibleText(Text.of("steps.spoken", current + 1, names.size(), names.get(current)));
    }

    private static StackPane disc(int step, int current) {
        Node inside = step < current ? Icon.DONE.view(Tone.OK) : Labels.line(Integer.toString(step + 1), "z-small");
        StackPane disc = new StackPane(inside);
        disc.getStyleClass().addAll("z-disc", "tiny", "z-step");
        if (step < current) {
            disc.getStyleClass().add("ok");
        } else if (step == current) {
            disc.getStyleClass().add("now");
        }
        return disc;
    }

    private Label name(int step, int current) {
        return Labels.line(names.get(step), step == current ? "z-medium" : "z-muted");
    }
}
