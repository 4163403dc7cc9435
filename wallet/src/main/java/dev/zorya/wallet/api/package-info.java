/**
 * What a user interface sees of a wallet: immutable views, orders and one exception type with three sentences.
 * Every method may block on disk or network, so windows call them away from their own thread.
 */
@NullMarked
package dev.zorya.wallet.api;

import org.jspecify.annotations.NullMarked;
