package dev.zorya.wallet;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletInfo;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The program that is killed: opens its wallet, and a channel the first time, and pays until it is no more. */
final class Payer {
    /** Each payment, in wei. */
    static final BigInteger EACH = BigInteger.valueOf(1_000_000_007);

    private static final String PASSPHRASE = "correct horse";

    private Payer() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true);
        Path folder = Path.of(args[0]);
        PracticeChain chain = new PracticeChain(URI.create(args[1]), 31337, args[2], args[3]);
        String receiver = args[4];
        Wallet wallet = open(folder.resolve("guest"), chain);
        out.println("card " + wallet.ownContactText());
        wallet.addContact(wallet.readContact(Files.readString(folder.resolve("receiver.card"))), "Receiver");
        Wait.until(() -> wallet.contacts().getFirst().online());
        String key = channel(wallet, receiver);
        Wait.until(() -> wallet.channel(key).channel().status() == ChannelView.Status.OPEN);
        Amount each = new Amount(EACH, wallet.coins().getFirst());
        while (true) {
            PaymentView paid = Wait.done(wallet.pay(new PayOrder(key, each, "again", "")));
            out.println("done " + paid.id());
        }
    }

    static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    /** Made at the first call, with money from the chain's own tap. */
    static Wallet open(Path folder, PracticeChain chain) throws Exception {
        WalletsOnDisk wallets = new WalletsOnDisk(folder);
        List<WalletInfo> known = wallets.list();
        if (!known.isEmpty()) {
            return wallets.unlock(known.getFirst().id(), passphrase(), (phase, done) -> {});
        }
        Network network = new Network.Ethereum(
                "host", chain.node(), null, chain.chainId(), chain.adjudicator(), chain.etherHolder());
        Wallet wallet = wallets.create(
                new NewWallet("Payer", wallets.newWords(12), passphrase(), network), (phase, done) -> {});
        give(chain.node(), wallet.address());
        return wallet;
    }

    private static String channel(Wallet wallet, String receiver) throws Exception {
        Optional<ChannelView> known = wallet.channels().stream().findFirst();
        if (known.isPresent()) {
            return known.get().key();
        }
        Amount one = Money.of(wallet, "1");
        return Wait.done(wallet.open(new OpenOrder(receiver, one, one, Duration.ofHours(1))))
                .key();
    }

    private static void give(URI node, String address) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"anvil_setBalance\",\"params\":[\"" + address
                + "\",\"0x8ac7230489e80000\"]}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(node)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
