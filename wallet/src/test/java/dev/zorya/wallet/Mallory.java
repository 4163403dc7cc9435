package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.storage.InstanceLock;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A wallet like any other, in the hands of somebody who keeps the first balance for later. */
final class Mallory implements AutoCloseable {
    private final Parts parts;
    private final String key;
    private final SignedState first;

    private Mallory(Parts parts, String key, SignedState first) {
        this.parts = parts;
        this.key = key;
        this.first = first;
    }

    /** Makes the wallet, without a channel yet. */
    static Parts wallet(Path folder, Network.Ethereum network) throws Exception {
        Files.createDirectories(folder);
        SecureRandom random = new SecureRandom();
        KeyRing keys = KeyRing.create(Words.random(12, random), random);
        PublicChain chain = PublicChain.of(network);
        WalletFile file = new WalletFile("Mallory", network, false, 0, Instant.now());
        InstanceLock lock = InstanceLock.acquire(folder);
        return new Assembly(
                        folder, file, keys, WalletStore.open(lock), chain.config(), chain.play(), () -> "", lock::close)
                .join();
    }

    /** Opens a channel with the victim and keeps what both have signed first. */
    static Mallory open(Parts parts, String victimCard, Duration period) throws Exception {
        parts.people().add(victimCard, "Victim");
        String victim = parts.people().all().getFirst().did();
        Wait.until(() -> parts.people().all().getFirst().online());
        var coin = parts.coins().all().getFirst();
        var one = new Amount(Money.ether("2"), coin);
        ChannelView opened = Wait.done(parts.orders().open(new OpenOrder(victim, one, one, period)));
        ProposalId id = new ProposalId(Ids.parse(opened.key()).orElseThrow());
        Wait.until(() -> parts.engine().channel(id).orElseThrow().status() == ChannelSnapshot.Status.OPEN);
        ChannelSnapshot channel = parts.engine().channel(id).orElseThrow();
        return new Mallory(
                parts,
                opened.key(),
                new SignedState(Objects.requireNonNull(channel.params()), Objects.requireNonNull(channel.current())));
    }

    ChannelId channel() {
        return first.channel();
    }

    /** The victim's account. */
    String victim() {
        return AddressText.of(
                first.params().parts().getLast().on(BackendId.ETHEREUM).orElseThrow());
    }

    void pay(String amount, int times) throws Exception {
        var coin = parts.coins().all().getFirst();
        for (int i = 0; i < times; i++) {
            Wait.done(parts.orders().pay(new PayOrder(key, new Amount(Money.ether(amount), coin), "", "")));
        }
    }

    /** From here on she is not there any more, except before the judge. */
    void vanish() {
        Closing.all(parts.ticker(), parts.engine(), parts.bus());
    }

    void cheat() {
        parts.ledger().submit(new Intent.Register(first, List.of()));
    }

    @Override
    public void close() {
        Closing.all(parts.ledger(), parts.store(), parts.keys(), parts.events(), parts.afterwards()::run);
    }
}
