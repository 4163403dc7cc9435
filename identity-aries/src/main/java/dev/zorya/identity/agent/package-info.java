/**
 * A real ACA-Py 1.7 as the second implementation of the identity (ARIES.md 2 to 6).
 * {@link Agent} is the entrance; what the agent says is checked here again, and none of its JSON leaves this package.
 */
@NullMarked
package dev.zorya.identity.agent;

import org.jspecify.annotations.NullMarked;
