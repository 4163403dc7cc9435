package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Shown;

/**
 * Something that happened with money, ready for a list.
 *
 * @param incoming the amount is green
 * @param channelKey where it leads
 * @param spoken the row in one sentence (UI.md 10)
 */
public record EventRow(
        Icon icon,
        Tone tone,
        String title,
        String second,
        Shown amount,
        boolean incoming,
        String time,
        String channelKey,
        String spoken) {}
