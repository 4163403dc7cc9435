package dev.zorya.desktop.shell;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.wallet.api.WalletEvent;
import javafx.scene.Node;

/** One screen: a controller with its view. All methods run on the JavaFX thread. */
public interface Screen {
    Node view();

    Head head();

    /** The wallet at this moment; again after each change, and when amounts are hidden or shown. */
    void show(Snapshot snapshot);

    /** The page is on display now, for the first time or again: put the focus where work begins. */
    default void arrived() {}

    /** A second is over: for ages and time limits on display. */
    default void ticked() {}

    /** The page itself tells what has happened: no message is laid over it. */
    default boolean tells(WalletEvent event) {
        return false;
    }

    /** Find in this list (Ctrl+F); false if there is nothing to search. */
    default boolean find() {
        return false;
    }
}
