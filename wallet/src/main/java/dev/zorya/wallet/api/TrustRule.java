package dev.zorya.wallet.api;

import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the trust policy. The first rule that fits a proposal decides about it.
 *
 * @param who whom it is about
 * @param coin symbol of the coin that it is about, as in {@link Coin}
 * @param above smallest units: it fits if all channels with this contact, the proposed one included, hold more than this; zero
 *     fits every channel. Many small channels count as one large one
 * @param upTo smallest units: and not more than this; null for no limit
 * @param longest protection period that it fits; null for any that the wallet allows
 * @param then what is done with a proposal that it fits
 */
public record TrustRule(
        Who who,
        String coin,
        BigInteger above,
        @Nullable BigInteger upTo,
        @Nullable Duration longest,
        Outcome then) {
    public sealed interface Who {
        record AnyContact() implements Who {}

        /** One contact. */
        record OneContact(String did) implements Who {}

        /** The person has compared the code with them. */
        record Compared() implements Who {}

        /**
         * Contacts that have shown a valid credential about their DID.
         *
         * @param type of the credential
         * @param issuerDid who has to have signed it
         */
        record Holder(String type, String issuerDid) implements Who {}

        /** Contacts that have not: the rule fits those without such a credential. */
        record NoHolder(String type, String issuerDid) implements Who {}
    }

    public enum Outcome {
        ACCEPT,
        ASK,
        REFUSE
    }
}
