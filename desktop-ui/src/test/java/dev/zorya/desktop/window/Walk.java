package dev.zorya.desktop.window;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the window: clicks, types, and waits for what they expect to see. */
final class Walk {
    private final FxRobot robot;
    private final int patienceSeconds;

    Walk(FxRobot robot, int patienceSeconds) {
        this.robot = robot;
        this.patienceSeconds = patienceSeconds;
    }

    void sees(String query) throws TimeoutException {
        until(() -> robot.lookup(query).queryAll().stream().anyMatch(Walk::onDisplay));
    }

    /** Waits until some text on the page contains these words. */
    void reads(String words) throws TimeoutException {
        until(() -> robot
                .lookup(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words))
                .queryAll()
                .stream()
                .anyMatch(Walk::onDisplay));
    }

    void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(patienceSeconds, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean onDisplay(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    void clicks(String query) throws TimeoutException {
        sees(query);
        until(() -> robot.lookup(query).queryAll().stream().anyMatch(node -> onDisplay(node) && !node.isDisabled()));
        scrollsTo(query);
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** As a person with a wheel would. */
    private void scrollsTo(String query) {
        robot.interact(() -> robot.lookup(query).queryAll().stream()
                .filter(Walk::onDisplay)
                .findFirst()
                .ifPresent(Walk::reveal));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void reveal(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() instanceof Region content) {
                double window = pane.getViewportBounds().getHeight();
                double hidden = content.getHeight() - window;
                Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double top = pane.getVvalue() * hidden;
                if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + window)) {
                    pane.setVvalue(Math.clamp((place.getCenterY() - window / 2) / hidden, 0, 1));
                    pane.layout();
                }
            }
        }
    }

    void types(String field, String text) throws TimeoutException {
        clicks(field);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void presses(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Picks the first contact of a picker by keyboard. */
    void picksFirst(String picker) throws TimeoutException {
        sees(picker);
        ComboBox<?> box = robot.lookup(picker).queryComboBox();
        if (box.getValue() == null) {
            robot.interact(box::requestFocus);
            robot.push(KeyCode.DOWN);
        }
        until(() -> box.getValue() != null);
    }
}
