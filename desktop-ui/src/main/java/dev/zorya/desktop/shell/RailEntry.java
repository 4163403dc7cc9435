package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.text.Text;

/** The entries of the rail that exist, in their order (UI.md 3). */
public enum RailEntry {
    HOME(Icon.HOME),
    CHANNELS(Icon.CHANNELS),
    CONTACTS(Icon.CONTACTS),
    ACTIVITY(Icon.ACTIVITY),
    GUARD(Icon.GUARD),
    SETTINGS(Icon.SETTINGS);

    private final Icon icon;

    RailEntry(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }

    /** The word on the rail, also the title of its page. */
    public String word() {
        return switch (this) {
            case HOME -> Text.of("place.home");
            case CHANNELS -> Text.of("place.channels");
            case CONTACTS -> Text.of("place.contacts");
            case ACTIVITY -> Text.of("place.activity");
            case GUARD -> Text.of("place.guard");
            case SETTINGS -> Text.of("place.settings");
        };
    }

    /** Where a click leads. */
    Place place() {
        return switch (this) {
            case HOME -> new Place.Home();
            case CHANNELS -> new Place.Channels();
            case CONTACTS -> new Place.Contacts("");
            case ACTIVITY -> new Place.Activity();
            case GUARD -> new Place.Guard();
            case SETTINGS -> new Place.Settings();
        };
    }
}
