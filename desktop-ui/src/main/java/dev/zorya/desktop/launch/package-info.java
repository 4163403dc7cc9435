/**
 * From the command line to the window: options, what this machine lacks, exit codes.
 * {@link dev.zorya.desktop.Main} is the entrance; nothing here may load JavaFX before the display is known to work.
 * Every refusal says what to do instead.
 */
@NullMarked
package dev.zorya.desktop.launch;

import org.jspecify.annotations.NullMarked;
