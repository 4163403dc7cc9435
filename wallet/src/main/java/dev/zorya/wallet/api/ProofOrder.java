package dev.zorya.wallet.api;

/**
 * A credential that a contact is asked to show.
 *
 * @param did of the contact
 * @param type such as {@code PerunPeerVoucher}
 * @param issuerDid by whom it has to be, or empty for anybody
 * @param reason that the contact reads, at most 200 characters
 */
public record ProofOrder(String did, String type, String issuerDid, String reason) {}
