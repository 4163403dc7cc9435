package dev.zorya.wallet;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The transport of a guard: there is nobody, and nobody can come (safety rule 8, threat 33). */
final class Solitude implements Bus {
    @Override
    public void subscribe(Receiver receiver) {
        // nothing ever arrives
    }

    @Override
    public CompletionStage<Void> connect(WireIdentity peer) {
        return nobody();
    }

    @Override
    public CompletionStage<Void> send(WireIdentity recipient, Message message) {
        return nobody();
    }

    private static CompletionStage<Void> nobody() {
        return CompletableFuture.failedFuture(new BusException(
                BusException.Reason.OFFLINE, "a guard talks to nobody; open the wallet to reach contacts"));
    }
}
