package dev.zorya.desktop.component;

/**
 * Something that a person can do from a note, a panel or an empty list.
 *
 * @param label verb first (UI.md 11)
 * @param run called on the JavaFX thread
 */
public record Action(String label, Runnable run) {}
