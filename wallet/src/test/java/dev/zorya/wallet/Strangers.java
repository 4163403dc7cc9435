package dev.zorya.wallet;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.Wallet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Three wallets on one practice network that do not know each other. */
final class Strangers implements AutoCloseable {
    final WalletsOnDisk wallets;
    Wallet alice;
    Wallet bob;
    final Wallet carol;

    Strangers(Path data) throws Exception {
        wallets = new WalletsOnDisk(data);
        alice = create("Alice");
        bob = create("Bob");
        carol = create("Carol");
    }

    private Wallet create(String name) throws Exception {
        return wallets.create(
                new NewWallet(name, wallets.newWords(12), TwoWallets.passphrase(), new Network.Practice()),
                (phase, done) -> {});
    }

    /** By an invitation; both have the other as a contact then. */
    void introduce(Wallet host, Wallet guest) throws Exception {
        String link = Wait.done(host.introductions().invite()).link();
        Wait.done(guest.introductions().accept(guest.readContact(link), ""));
    }

    ChannelView channel(Wallet payer, Wallet payee, String mine) throws Exception {
        var asked = payer.open(
                new OpenOrder(payee.did(), Money.of(payer, mine), Money.of(payer, "0"), Duration.ofMinutes(10)));
        Wait.until(() -> !payee.questions().isEmpty());
        Wait.done(payee.answer(payee.questions().getFirst().id(), true));
        ChannelView channel = Wait.done(asked);
        for (Wallet wallet : List.of(payer, payee)) {
            Wait.until(() -> wallet.channel(channel.key()).channel().status() == ChannelView.Status.OPEN);
        }
        return channel;
    }

    /** Nobody knows anybody, and nothing is under way. */
    void part() throws Exception {
        for (Wallet wallet : List.of(alice, bob, carol)) {
            for (ContactView contact : wallet.contacts()) {
                wallet.removeContact(contact.did());
            }
            for (ConnectionView connection : wallet.introductions().connections()) {
                wallet.introductions().giveUp(connection.id());
            }
            ((OpenWallet) wallet)
                    .parts()
                    .bus()
                    .disconnect()
                    .toCompletableFuture()
                    .join();
        }
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        carol.close();
    }
}
