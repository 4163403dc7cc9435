/**
 * The one bridge between the JavaFX thread and the work behind it (DESIGN.md 8).
 * {@link dev.zorya.desktop.bridge.Work} runs a task on a virtual thread and hands its result back to the window.
 * Nothing else in the program calls Platform.runLater.
 */
@NullMarked
package dev.zorya.desktop.bridge;

import org.jspecify.annotations.NullMarked;
