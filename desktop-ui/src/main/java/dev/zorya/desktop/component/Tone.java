package dev.zorya.desktop.component;

import java.util.List;

/** What a colour means (UI.md 4); it never stands without an icon and a word. */
public enum Tone {
    NEUTRAL,
    /** Verified, done, incoming. */
    OK,
    /** In progress, selected. */
    BUSY,
    /** Pending, expires, practice. */
    WAIT,
    /** Money or identity is at risk now. */
    BAD;

    /** The style classes of the tone, none for neutral. */
    public List<String> styles() {
        return switch (this) {
            case NEUTRAL -> List.of();
            case OK -> List.of("ok");
            case BUSY -> List.of("busy");
            case WAIT -> List.of("wait");
            case BAD -> List.of("bad");
        };
    }
}
