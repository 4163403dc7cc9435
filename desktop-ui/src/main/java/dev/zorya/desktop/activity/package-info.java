/**
 * Activity (UI.md mock-up activity): every payment by day, with search and filters, and everything about one of them in a drawer.
 * {@link dev.zorya.desktop.activity.ActivityController} is the entrance.
 * Rows come in pages; filters are asked of the wallet and not of what happens to be loaded.
 */
@NullMarked
package dev.zorya.desktop.activity;

import org.jspecify.annotations.NullMarked;
