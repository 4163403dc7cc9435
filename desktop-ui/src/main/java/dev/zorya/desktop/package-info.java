/**
 * The window: a model, a view and a controller for each screen, all over the wallet module.
 * Nothing here blocks the JavaFX thread and nothing here decides about money.
 */
@NullMarked
package dev.zorya.desktop;

import org.jspecify.annotations.NullMarked;
