package dev.zorya.wallet.link;

import dev.zorya.wallet.api.Amount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks to pay somebody. {@code zorya:pay?to=DID&amount=DECIMAL&unit=SYMBOL&memo=TEXT}; only {@code to} must be there, and
 * {@code amount} and {@code unit} come together.
 *
 * @param to DID of whoever is to be paid; not necessarily a contact
 * @param asked none if whoever pays decides; above zero, at most 2^256 - 1, not compared with any balance
 * @param memo one line without control or direction characters, may be empty
 */
public record PaymentLink(String to, @Nullable Amount asked, String memo) implements Link {
    public Optional<Amount> amount() {
        return Optional.ofNullable(asked);
    }
}
