/**
 * What a {@code zorya:} link asks for. Links come from web pages, mails and other programs, so everything in them is hostile
 * until it is understood completely (THREATS.md 61). {@link dev.zorya.wallet.link.Link#read} is the entrance; reading never acts.
 */
@NullMarked
package dev.zorya.wallet.link;

import org.jspecify.annotations.NullMarked;
