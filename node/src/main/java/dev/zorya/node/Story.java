package dev.zorya.node;

import dev.zorya.wallet.PracticeChain;
import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** What the demonstration does, in order, and what it prints. */
final class Story {
    private static final BigInteger DEPOSIT = BigInteger.TEN.pow(18);
    private static final BigInteger EACH = BigInteger.TEN.pow(12);
    private static final Duration PROTECTION = Duration.ofHours(1);

    private final WalletsOnDisk wallets;
    private final int payments;
    private final int atOnce;
    private final PrintStream out;

    /**
     * A story to be played once.
     *
     * @param payments in each direction
     * @param atOnce payments on their way at any time
     */
    Story(WalletsOnDisk wallets, int payments, int atOnce, PrintStream out) {
        this.wallets = wallets;
        this.payments = payments;
        this.atOnce = atOnce;
        this.out = out;
    }

    /** @return the balances on the chain add up to the wei */
    boolean play() throws WalletException, InterruptedException, TimeoutException, IOException {
        out.println("Two wallets on a practice chain. The money is play money; everything else is real.\n");
        long begin = System.nanoTime();
        try (var chain = Making.start(wallets::startPractice, Runnable::run);
                var first = Making.start(() -> create("Alice"), Wallet::close);
                var second = Making.start(() -> create("Bob"), Wallet::close)) {
            chain.made();
            return play(new Player("Alice", first.made()), new Player("Bob", second.made()), begin);
        }
    }

    private boolean play(Player alice, Player bob, long begin)
            throws WalletException, InterruptedException, TimeoutException, IOException {
        PracticeChain chain = wallets.practiceChain().orElseThrow();
        line("chain", chain.node() + ", chain id " + chain.chainId());
        line("adjudicator", chain.adjudicator());
        line("ether holder", chain.etherHolder());
        line("ready after", seconds(begin));
        alice.meets(bob);
        bob.meets(alice);
        line(
                "contacts",
                "each knows the other by a signed contact text, code "
                        + alice.wallet().contacts().getFirst().comparisonCode());
        try (Receipts receipts = new Receipts(chain.node())) {
            return live(alice, bob, receipts);
        }
    }

    private boolean live(Player alice, Player bob, Receipts chain)
            throws WalletException, InterruptedException, TimeoutException, IOException {
        Coin coin = alice.wallet().coins().getFirst();
        BigInteger before = together(alice, bob, chain);
        line("on the chain", ether(before) + " " + coin.symbol() + " together");

        Amount deposit = new Amount(DEPOSIT, coin);
        ChannelView mine = alice.open(new OpenOrder(bob.wallet().did(), deposit, deposit, PROTECTION));
        ChannelView theirs = bob.until(bob.channel(mine.channelId()).key(), ChannelView.Status.OPEN);
        Map<String, Receipts.Receipt> seen = new HashMap<>();
        out.println();
        line("channel", "0x" + mine.channelId());
        transactions(alice, mine.key(), chain, seen);
        transactions(bob, theirs.key(), chain, seen);
        out.println();

        Amount each = new Amount(EACH, coin);
        line("paying", atOnce == 1 ? "one payment after the other" : "up to " + atOnce + " payments at a time");
        line("Alice pays Bob", pay(alice, new PayOrder(mine.key(), each, "", "")));
        line("Bob pays Alice", pay(bob, new PayOrder(theirs.key(), each, "", "")));
        out.println();

        alice.close(mine.key());
        alice.until(mine.key(), ChannelView.Status.SETTLED);
        bob.until(theirs.key(), ChannelView.Status.SETTLED);
        transactions(alice, mine.key(), chain, seen);
        transactions(bob, theirs.key(), chain, seen);
        out.println();
        line("Alice on the chain", chain.balance(alice.wallet().address()) + " wei");
        line("Bob on the chain", chain.balance(bob.wallet().address()) + " wei");
        return addsUp(before, together(alice, bob, chain), seen.values());
    }

    private String pay(Player payer, PayOrder each) throws WalletException, InterruptedException, TimeoutException {
        return payer.pay(each, payments, atOnce).toString();
    }

    /** Both paid each other the same, so all that is missing on the chain must be fees: counted from the receipts. */
    private boolean addsUp(BigInteger before, BigInteger after, Collection<Receipts.Receipt> receipts) {
        BigInteger fees = receipts.stream().map(Receipts.Receipt::fee).reduce(BigInteger.ZERO, BigInteger::add);
        long gas = receipts.stream().mapToLong(Receipts.Receipt::gasUsed).sum();
        line("fees paid", String.format("%d wei for %,d gas in %d transactions", fees, gas, receipts.size()));
        BigInteger missing = before.subtract(after).subtract(fees);
        boolean exact = missing.signum() == 0;
        line("together", exact ? before + " wei, as before: it adds up to the wei" : "WRONG by " + missing + " wei");
        return exact;
    }

    private static BigInteger together(Player alice, Player bob, Receipts chain)
            throws IOException, InterruptedException {
        return chain.balance(alice.wallet().address())
                .add(chain.balance(bob.wallet().address()));
    }

    private void transactions(Player player, String key, Receipts chain, Map<String, Receipts.Receipt> seen)
            throws WalletException, IOException, InterruptedException {
        for (TimelineEntry entry : player.transactions(key)) {
            if (!seen.containsKey(entry.transaction())) {
                Receipts.Receipt receipt = chain.receipt(entry.transaction());
                seen.put(entry.transaction(), receipt);
                line(
                        player.name(),
                        String.format(
                                "%s %s, block %d, %,d gas",
                                entry.sentence(), entry.transaction(), receipt.block(), receipt.gasUsed()));
            }
        }
    }

    private Wallet create(String name) throws WalletException {
        var spec = new NewWallet(name, wallets.newWords(12), ("demo of " + name).toCharArray(), new Network.Practice());
        return wallets.create(spec, (phase, done) -> {});
    }

    private void line(String what, String text) {
        out.printf("%-20s %s%n", what, text);
    }

    private static String ether(BigInteger wei) {
        return new BigDecimal(wei, 18).stripTrailingZeros().toPlainString();
    }

    private static String seconds(long begin) {
        return String.format("%.1f s", (System.nanoTime() - begin) / 1e9);
    }
}
