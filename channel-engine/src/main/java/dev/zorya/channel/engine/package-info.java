/**
 * The thin shell around the core: one mailbox for each channel, effects in order, restart, routing of messages.
 * {@link dev.zorya.channel.engine.Engine} is what applications use.
 */
@NullMarked
package dev.zorya.channel.engine;

import org.jspecify.annotations.NullMarked;
