package dev.zorya.identity.agent;

import dev.zorya.identity.ContactCard;

/**
 * A contact card that its owner has shown, proven fresh.
 *
 * @param text the same card as a text, to keep and to check again later
 * @param evidence the presentation as it came
 */
public record ShownCard(String connectionId, String text, ContactCard card, String evidence) {}
