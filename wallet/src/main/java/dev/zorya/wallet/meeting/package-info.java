/**
 * How two wallets become contacts: an invitation or a card, four letters over the first connection, a proof on each side.
 * Every step is on the disk before its letter leaves, so a wallet that dies in between goes on where it was.
 */
@NullMarked
package dev.zorya.wallet.meeting;

import org.jspecify.annotations.NullMarked;
