package dev.zorya.desktop.shell;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Abilities;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Wallet;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/** What a screen may ask of the window around it. */
public interface Desk {
    Wallet wallet();

    Abilities abilities();

    Work work();

    /** Formats amounts, hidden or not. Ask again each time: it changes. */
    Money money();

    When when();

    void go(Place place);

    void back();

    /** Reads the wallet again. */
    void refresh();

    /** A short message that needs no decision. */
    void toast(Icon icon, Tone tone, String sentence);

    /** Asks where to save a file of this name; empty if the person thought better of it. */
    Optional<Path> saveAs(String name);

    /** Asks which file to read; empty if the person thought better of it. */
    Optional<Path> choose(String title);

    /** Asks for a folder; empty if the person thought better of it. */
    Optional<Path> chooseFolder(String title);

    /** Shows a sheet over the page; a sheet never opens a sheet. */
    void openSheet(Node sheet);

    void closeSheet();

    void lock();
}
