package dev.zorya.channel.engine;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open a ledger channel; we become participant 0.
 *
 * @param expected the peer's pinned wallet addresses; anybody else is refused (safety rule 6). Null for a peer of whom only the
 *     wire identity is known, as in go-perun: whoever proves that may say which participant it is
 * @param extensions the peer announced that it understands our own messages
 * @param initial balances of both
 * @param agreement who deposits how much, with the same total for each asset (OFFCHAIN.md 7.2)
 */
public record OpenChannel(
        WireIdentity peer,
        @Nullable Participant expected,
        boolean extensions,
        Allocation initial,
        Balances agreement,
        Duration challenge,
        App app,
        Bytes initData) {
    /** Both deposit what they own. */
    public OpenChannel(
            WireIdentity peer,
            @Nullable Participant expected,
            boolean extensions,
            Allocation initial,
            Duration challenge,
            App app,
            Bytes initData) {
        this(peer, expected, extensions, initial, initial.balances(), challenge, app, initData);
    }
}
