package dev.zorya.wallet;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Wallet;
import java.nio.file.Path;
import java.time.Duration;

/** Alice and Bob on one practice network, each with the other as a contact. */
final class TwoWallets implements AutoCloseable {
    final WalletsOnDisk wallets;
    final Wallet alice;
    final Wallet bob;

    TwoWallets(Path data) throws Exception {
        wallets = new WalletsOnDisk(data);
        alice = create("Alice");
        bob = create("Bob");
        alice.addContact(alice.readContact(bob.ownContactText()), "Bob");
        bob.addContact(bob.readContact(alice.ownContactText()), "Alice");
    }

    static char[] passphrase() {
        return "correct horse".toCharArray();
    }

    Wallet create(String name) throws Exception {
        return wallets.create(
                new NewWallet(name, wallets.newWords(12), passphrase(), new Network.Practice()), (phase, done) -> {});
    }

    /** A channel from Alice to Bob that both can use. */
    ChannelView channel(String mine, String theirs) throws Exception {
        return channel(order(mine, theirs));
    }

    /** The same with a protection period that a test can wait for: the shortest that a practice network takes. */
    ChannelView shortChannel(String mine, String theirs) throws Exception {
        OpenOrder order = order(mine, theirs);
        return channel(new OpenOrder(order.contactDid(), order.mine(), order.theirs(), Duration.ofSeconds(10)));
    }

    private ChannelView channel(OpenOrder order) throws Exception {
        var asked = alice.open(order);
        Wait.until(() -> !bob.questions().isEmpty());
        OpenQuestion question = bob.questions().getFirst();
        Wait.done(bob.answer(question.id(), true));
        ChannelView channel = Wait.done(asked);
        for (Wallet wallet : new Wallet[] {alice, bob}) {
            Wait.until(() -> wallet.channel(channel.key()).channel().status() == ChannelView.Status.OPEN);
        }
        return channel;
    }

    OpenOrder order(String mine, String theirs) {
        return new OpenOrder(bob.did(), Money.of(alice, mine), Money.of(alice, theirs), Duration.ofMinutes(10));
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
    }
}
