package dev.zorya.desktop.window;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
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
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
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
