/**
 * The use cases that join the parts: create, unlock, contacts, open, pay, request, close, back up. No user interface.
 * Wallets is the way in; an open Wallet serves windows, terminals and tests alike.
 */
@NullMarked
package dev.zorya.wallet;

import org.jspecify.annotations.NullMarked;
