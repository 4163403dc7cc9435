package dev.zorya.desktop.component;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The kinds of buttons (UI.md 2 and 11). The main one of a page takes Enter. */
public final class Buttons {
    private Buttons() {}

    public static Button plain(Action action) {
        return styled(action);
    }

    /** The main button of a page or sheet. */
    public static Button main(Action action) {
        Button button = styled(action, "accent");
        button.setDefaultButton(true);
        return button;
    }

    public static Button danger(Action action) {
        return styled(action, "danger");
    }

    /** Looks like a link, behaves like a button. */
    public static Button link(Action action) {
        return styled(action, "z-link");
    }

    public static Button small(Action action) {
        return styled(action, "small");
    }

    /** Only an icon: its name is spoken and is the tooltip. */
    public static Button icon(Icon icon, Action action) {
        Button button = styled(action, "flat", "z-icon");
        button.setText("");
        button.setGraphic(icon.view());
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(action.label()));
        return button;
    }

    private static Button styled(Action action, String... styles) {
        Button button = new Button(action.label());
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run().run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
