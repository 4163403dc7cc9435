package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Mark;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The places at the left (UI.md 2 and 3): icons only below 1120 px. Numbers count what waits for the person. */
final class Rail extends VBox {
    private static final double MARK = 28;

    private final Map<RailEntry, ToggleButton> buttons = new EnumMap<>(RailEntry.class);
    private final Map<RailEntry, Label> counts = new EnumMap<>(RailEntry.class);
    private final ToggleButton lock;
    private final VBox names;
    private boolean quiet;

    Rail(WalletInfo info, List<RailEntry> entries, Consumer<Place> go, Runnable lockNow) {
        getStyleClass().add("z-rail");
        names = new VBox(Labels.line(info.name(), "z-strong"), Labels.line(info.network(), "z-small", "z-subtle"));
        names.setAlignment(Pos.CENTER_LEFT);
        HBox wallet = new HBox(new Mark(MARK), names);
        wallet.getStyleClass().add("z-wallet");
        VBox.setMargin(wallet, new Insets(0, 0, 12, 0));
        getChildren().add(wallet);
        ToggleGroup group = new ToggleGroup();
        for (RailEntry entry : entries) {
            if (entry == RailEntry.SETTINGS) {
                getChildren().add(Space.grow());
            }
            getChildren().add(entry(entry, entries.size(), group, go));
        }
        lock = button("nav-lock", Icon.LOCK, Text.of("place.lock"));
        lock.setOnAction(event -> {
            lock.setSelected(false);
            lockNow.run();
        });
        getChildren().add(lock);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null && !quiet) {
                was.setSelected(true);
            }
        });
    }

    private StackPane entry(RailEntry entry, int entries, ToggleGroup group, Consumer<Place> go) {
        ToggleButton button = button("nav-" + entry.name().toLowerCase(Locale.ROOT), entry.icon(), entry.word());
        button.setToggleGroup(group);
        button.setOnAction(event -> go.accept(entry.place()));
        button.setAccessibleText(Text.of("rail.position", entry.word(), buttons.size() + 1, entries));
        buttons.put(entry, button);
        Label count = Labels.line("", "z-count");
        count.setVisible(false);
        count.setMouseTransparent(true);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        StackPane.setMargin(count, new Insets(0, 10, 0, 0));
        if (entry == RailEntry.GUARD) {
            count.getStyleClass().add("bad");
        }
        counts.put(entry, count);
        return new StackPane(button, count);
    }

    private static ToggleButton button(String id, Icon icon, String word) {
        ToggleButton button = new ToggleButton(word, icon.view());
        button.setId(id);
        button.getStyleClass().add("z-nav");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(word));
        return button;
    }

    /** Marks an entry; Pay and Request belong to none. */
    void select(Optional<RailEntry> entry) {
        quiet = true;
        buttons.forEach((each, button) -> button.setSelected(entry.equals(Optional.of(each))));
        quiet = false;
    }

    /** A number beside an entry; zero hides it. */
    void count(RailEntry entry, int waiting) {
        Optional.ofNullable(counts.get(entry)).ifPresent(count -> {
            count.setText(Integer.toString(waiting));
            count.setVisible(waiting > 0);
        });
    }

    void narrow(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        names.setVisible(!narrow);
        names.setManaged(!narrow);
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        buttons.values().forEach(button -> button.setContentDisplay(display));
        lock.setContentDisplay(display);
        Insets margin = new Insets(0, narrow ? 0 : 10, 0, 0);
        Pos corner = narrow ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT;
        counts.values().forEach(count -> {
            StackPane.setMargin(count, margin);
            StackPane.setAlignment(count, corner);
        });
    }
}
