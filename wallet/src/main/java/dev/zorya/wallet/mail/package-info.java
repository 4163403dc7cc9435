/**
 * The post between two wallets: signed letters over the connections that channels use, kept until they are acknowledged.
 * Letters never reach the engine; only contacts' letters reach the parts of the wallet.
 */
@NullMarked
package dev.zorya.wallet.mail;

import org.jspecify.annotations.NullMarked;
