/**
 * Hashes, secp256k1 and the wallet's Ethereum key. Native code where it loads, BouncyCastle elsewhere; the same bytes from
 * both. Signatures are judged as strictly as the contracts judge them (safety rule 4).
 */
@NullMarked
package dev.zorya.channel.crypto;

import org.jspecify.annotations.NullMarked;
