/**
 * What the window knows of an open wallet: one immutable snapshot, read away from the window and read again after each event.
 * {@link dev.zorya.desktop.feed.Feed} is the entrance; screens are functions of its {@link dev.zorya.desktop.feed.Snapshot}.
 * A storm of events becomes a few readings, never a queue of them.
 */
@NullMarked
package dev.zorya.desktop.feed;

import org.jspecify.annotations.NullMarked;
