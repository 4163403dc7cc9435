/**
 * Who may open which channel with this wallet: the rules in plain words, a form for them, and what they have decided.
 * {@link dev.zorya.desktop.trust.TrustPane} is the entrance.
 * The rules are applied by the wallet; here they are read and written.
 */
@NullMarked
package dev.zorya.desktop.trust;

import org.jspecify.annotations.NullMarked;
