/**
 * The look (UI.md 4, 5 and 12): token sheet, bundled fonts, light and dark.
 * {@link dev.zorya.desktop.theme.Theme} is the entrance: it dresses a scene and follows the system or a pinned choice.
 * Screens use the names of the sheet and no colour of their own.
 */
@NullMarked
package dev.zorya.desktop.theme;

import org.jspecify.annotations.NullMarked;
