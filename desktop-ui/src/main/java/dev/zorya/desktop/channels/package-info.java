/**
 * The list of channels (UI.md mock-up channels): what can be sent and received in all of them, then one row for each.
 * {@link dev.zorya.desktop.channels.ChannelsController} is the entrance.
 * Filter and search change only what is shown, never what is known.
 */
@NullMarked
package dev.zorya.desktop.channels;

import org.jspecify.annotations.NullMarked;
