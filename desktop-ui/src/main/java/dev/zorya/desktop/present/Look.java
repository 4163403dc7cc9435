package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Chip;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;

/** How a state is shown: always icon, word and tone together (UI.md 4). */
public record Look(Icon icon, String word, Tone tone) {
    public Chip chip() {
        return Chip.state(icon, word, tone);
    }
}
