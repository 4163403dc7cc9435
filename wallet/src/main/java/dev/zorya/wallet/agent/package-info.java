/**
 * The agent that a wallet may use instead of its built-in identity: chosen, started, watched and given up again, and how people become
 * contacts through it. Whatever happens to the agent, contacts, channels and payments go on (ARIES.md 7).
 */
@NullMarked
package dev.zorya.wallet.agent;

import org.jspecify.annotations.NullMarked;
