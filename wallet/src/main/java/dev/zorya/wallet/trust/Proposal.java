package dev.zorya.wallet.trust;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A channel that a contact wants with us.
 *
 * @param did of the contact
 * @param coin symbol
 * @param total smallest units that all channels with this contact would hold, this one included: many small channels are one
 *     large one
 * @param period protection period
 * @param compared the person has compared the code with them
 * @param shown credentials about them that hold at this moment
 */
public record Proposal(String did, String coin, BigInteger total, Duration period, boolean compared, Set<Shown> shown) {
    public Proposal {
        shown = Set.copyOf(shown);
    }

    /** The same, had this been shown as well. */
    Proposal with(Shown more) {
        return new Proposal(
                did,
                coin,
                total,
                period,
                compared,
                Stream.concat(shown.stream(), Stream.of(more)).collect(Collectors.toSet()));
    }

    /**
     * Type and issuer count together: a credential of the same type by somebody else is another one (threat 55).
     *
     * @param issuerDid who signed it
     */
    public record Shown(String type, String issuerDid) {}
}
