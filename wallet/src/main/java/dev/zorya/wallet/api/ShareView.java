package dev.zorya.wallet.api;

import java.time.Instant;
import java.util.List;

/**
 * What was shown to whom, kept for good.
 *
 * @param did of the one who saw it
 * @param name of the contact at that time
 * @param type of the credential
 * @param claims names of the claims that were shown
 * @param reason that they gave
 */
public record ShareView(
        String did, String name, String type, String issuerDid, List<String> claims, String reason, Instant at) {}
