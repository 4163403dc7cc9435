package dev.zorya.desktop.component;

import dev.zorya.desktop.ident.Face;

/**
 * A contact beside money or consent: name, badge, reachable or not (UI.md 1, rule 4).
 *
 * @param id what the caller needs to find the contact again
 * @param online shown as a dot and a word
 */
public record Person(String id, String name, Face face, Icon badgeIcon, String badge, Tone badgeTone, boolean online) {
    public Chip badgeChip() {
        return Chip.badge(badgeIcon, badge, badgeTone);
    }
}
