package dev.zorya.desktop.component;

/**
 * One row of a timeline: something that happened, or with {@code future} a step to come.
 *
 * @param sentence what happened, in one sentence
 * @param time when, ready to read
 * @param second version, block, transaction; may be empty
 */
public record TimelineItem(Icon icon, Tone tone, String sentence, String time, String second, boolean future) {}
