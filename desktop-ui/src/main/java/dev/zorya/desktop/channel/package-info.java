/**
 * One channel (UI.md mock-up channel): who, the balance, what happened when, the terms, and closing.
 * {@link dev.zorya.desktop.channel.ChannelController} is the entrance.
 * The timeline is read anew whenever the snapshot changes.
 */
@NullMarked
package dev.zorya.desktop.channel;

import org.jspecify.annotations.NullMarked;
