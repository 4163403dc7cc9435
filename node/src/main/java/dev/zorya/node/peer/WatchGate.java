package dev.zorya.node.peer;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Ledger;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ledger of a peer that may be told not to watch. The engine always watches; so that a rig's cheat or sleeper can lose, it does
 * not hear of registrations in a channel whose watch is off, until it goes to the judge itself.
 */
final class WatchGate implements Ledger {
    private final Ledger chain;
    private final boolean watching;
    private final Map<ChannelId, Door> doors = new ConcurrentHashMap<>();

    /** @param watching whether channels are watched from their beginning */
    WatchGate(Ledger chain, boolean watching) {
        this.chain = chain;
        this.watching = watching;
    }

    private Door door(ChannelId channel) {
        return doors.computeIfAbsent(channel, id -> new Door(watching));
    }

    boolean isWatching(ChannelId channel) {
        return door(channel).isOpen();
    }

    void watching(ChannelId channel, boolean on) {
        door(channel).open(on);
    }

    /** Completes with the next fact that is looked for, whether the engine hears of it or not. */
    CompletableFuture<LedgerEvent> look(ChannelId channel, Predicate<LedgerEvent> wanted) {
        return door(channel).look(wanted);
    }

    /** Carries out what the engine did not ask for and does not hear of. */
    void submitAside(Intent intent) throws LedgerException {
        door(intent.channel()).ignore(intent.key());
        chain.submit(intent);
    }

    @Override
    public void submit(Intent intent) throws LedgerException {
        registered(intent).forEach(channel -> door(channel).open(true));
        chain.submit(intent);
    }

    private static Stream<ChannelId> registered(Intent intent) {
        return switch (intent) {
            case Intent.Register register ->
                Stream.concat(
                        Stream.of(register.channel()), register.subs().stream().map(sub -> sub.channel()));
            case Intent.Deposit other -> Stream.empty();
            case Intent.ConcludeFinal other -> Stream.empty();
            case Intent.Withdraw other -> Stream.empty();
            case Intent.Progress other -> Stream.empty();
            case Intent.Conclude other -> Stream.empty();
        };
    }

    @Override
    public void watch(ChannelId channel, Params params, Allocation assets, Consumer<LedgerEvent> listener) {
        Door door = door(channel);
        door.behind(listener);
        chain.watch(channel, params, assets, door::arrive);
    }

    @Override
    public void unwatch(ChannelId channel) {
        chain.unwatch(channel);
    }

    @Override
    public void refresh(List<ChannelId> channels) {
        chain.refresh(channels);
    }

    @Override
    public StateScheme scheme() {
        return chain.scheme();
    }

    @Override
    public Participant self() {
        return chain.self();
    }

    @Override
    public Optional<String> refusal(Params params, Allocation initial) throws LedgerException {
        return chain.refusal(params, initial);
    }
}
