/**
 * Where this wallet's identity lives (mock-up settings-identity): built in, in an agent that Zorya runs, or in one that the person runs.
 * {@link dev.zorya.desktop.identity.IdentityPane} is the entrance.
 * A change that does not work out leaves everything as it was; that is said first.
 */
@NullMarked
package dev.zorya.desktop.identity;

import org.jspecify.annotations.NullMarked;
