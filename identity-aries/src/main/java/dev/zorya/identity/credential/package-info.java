/**
 * What others say about a wallet's DID: credentials, and their presentation to somebody who asked.
 * Signed like contact cards; every check of ARIES.md 5 is made here, whoever verified the signature before.
 */
@NullMarked
package dev.zorya.identity.credential;

import org.jspecify.annotations.NullMarked;
