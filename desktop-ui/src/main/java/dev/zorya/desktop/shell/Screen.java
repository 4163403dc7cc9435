package dev.zorya.desktop.shell;

import dev.zorya.desktop.feed.Snapshot;
import javafx.scene.Node;

/** One screen: a controller with its view. All methods run on the JavaFX thread. */
public interface Screen {
    Node view();

    Head head();

    /** The wallet at this moment; again after each change, and when amounts are hidden or shown. */
    void show(Snapshot snapshot);

    /** The page is on display now, for the first time or again: put the focus where work begins. */
    default void arrived() {}

    /** Find in this list (Ctrl+F); false if there is nothing to search. */
    default boolean find() {
        return false;
    }
}
