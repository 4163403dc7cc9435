/**
 * The credentials of this person (UI.md 3, mock-up credentials): offers, what is held and issued, what was shared with whom.
 * {@link dev.zorya.desktop.credentials.CredentialsController} is the entrance.
 * What is true about a credential was decided by the wallet; here it is only shown.
 */
@NullMarked
package dev.zorya.desktop.credentials;

import org.jspecify.annotations.NullMarked;
