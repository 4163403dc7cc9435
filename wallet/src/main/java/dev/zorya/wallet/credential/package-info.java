/**
 * Credentials between contacts: offered, consented to, issued, shown, checked and withdrawn.
 * {@link dev.zorya.wallet.credential.CredentialDesk} is the entrance; what carries the notes is behind {@link dev.zorya.wallet.credential.CredentialCarrier}.
 */
@NullMarked
package dev.zorya.wallet.credential;

import org.jspecify.annotations.NullMarked;
