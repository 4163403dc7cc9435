package dev.zorya.wallet.api;

import java.time.Instant;

/**
 * What one person gives to one other person so that the two become contacts. Whoever uses it first has used it up.
 *
 * @param id to withdraw it with
 * @param link to paste, to write to a file, or to draw as a QR code (UI.md 8: up to 1,200 bytes)
 * @param expires it is refused from then on
 */
public record Invitation(String id, String link, Instant expires) {}
