package dev.zorya.desktop.shell;

import javafx.scene.input.KeyCombination;

/**
 * One key combination and what it does.
 *
 * @param words what the list under F1 says
 */
record Shortcut(KeyCombination keys, String words, Runnable run) {}
