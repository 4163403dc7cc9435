package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.text.Text;

/** The sections that exist. */
enum Section {
    APPEARANCE(Icon.APPEARANCE),
    NETWORK(Icon.NETWORK),
    IDENTITY(Icon.IDENTITY),
    TRUST(Icon.TRUST),
    SECURITY(Icon.LOCK),
    STORAGE(Icon.STORAGE),
    ABOUT(Icon.INFO);

    private final Icon icon;

    Section(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }

    String word() {
        return switch (this) {
            case APPEARANCE -> Text.of("settings.appearance");
            case NETWORK -> Text.of("settings.network");
            case IDENTITY -> Text.of("settings.identity");
            case TRUST -> Text.of("settings.trust");
            case SECURITY -> Text.of("settings.security");
            case STORAGE -> Text.of("settings.storage");
            case ABOUT -> Text.of("settings.about");
        };
    }
}
