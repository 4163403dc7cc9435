package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.feed.Abilities;
import dev.zorya.desktop.text.Text;
import java.util.Arrays;
import java.util.List;

/** The entries of the rail that exist, in their order (UI.md 3). */
public enum RailEntry {
    HOME(Icon.HOME),
    CHANNELS(Icon.CHANNELS),
    CONTACTS(Icon.CONTACTS),
    CREDENTIALS(Icon.CARD),
    ACTIVITY(Icon.ACTIVITY),
    GUARD(Icon.GUARD),
    SETTINGS(Icon.SETTINGS);

    private final Icon icon;

    RailEntry(Icon icon) {
        this.icon = icon;
    }

    /** In their order; a place for what a wallet cannot do is left out. */
    static List<RailEntry> of(Abilities abilities) {
        return Arrays.stream(values())
                .filter(entry -> entry != CREDENTIALS || abilities.credentials().isPresent())
                .toList();
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
            case CREDENTIALS -> Text.of("place.credentials");
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
            case CREDENTIALS -> new Place.Credentials();
            case ACTIVITY -> new Place.Activity();
            case GUARD -> new Place.Guard();
            case SETTINGS -> new Place.Settings();
        };
    }
}
