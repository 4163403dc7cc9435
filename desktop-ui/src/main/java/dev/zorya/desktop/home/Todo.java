package dev.zorya.desktop.home;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Place;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Waiting;

/** Something that waits for the person. */
record Todo(Icon icon, Tone tone, String title, String second, String action, Target target) {
    /** Where its button leads. */
    sealed interface Target {
        record Go(Place place) implements Target {}

        record Review(OpenQuestion question) implements Target {}

        record Consent(Waiting waiting) implements Target {}
    }
}
