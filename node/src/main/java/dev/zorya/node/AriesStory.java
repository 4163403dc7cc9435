package dev.zorya.node;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.PrintStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The demonstration with people who are proven: each of two wallets has an ACA-Py of its own, and their channel opens only because a third
 * wallet vouches for one of them.
 */
final class AriesStory {
    private static final BigInteger DEPOSIT = BigInteger.TEN.pow(18);
    private static final BigInteger EACH = BigInteger.TEN.pow(15);
    private static final Duration PROTECTION = Duration.ofHours(1);
    private static final String VOUCHER = "PerunPeerVoucher";

    private final WalletsOnDisk wallets;
    private final int payments;
    private final int meetings;
    private final PrintStream out;
    private String phase = "";

    /**
     * A story to be played once.
     *
     * @param payments from Bob to Alice
     * @param meetings of Alice and Bob as strangers with each kind of identity, at least 1
     */
    AriesStory(WalletsOnDisk wallets, int payments, int meetings, PrintStream out) {
        this.wallets = wallets;
        this.payments = payments;
        this.meetings = meetings;
        this.out = out;
    }

    /**
     * Plays it once.
     *
     * @return every step had the result that it was to have
     */
    boolean play() throws WalletException, InterruptedException, TimeoutException {
        out.println("Two wallets, each with its own ACA-Py, and a third one that vouches. The money is play money.\n");
        long begin = System.nanoTime();
        try (var chain = Making.start(wallets::startPractice, Runnable::run);
                var first = Making.start(() -> create("Alice"), Wallet::close);
                var second = Making.start(() -> create("Bob"), Wallet::close);
                var third = Making.start(() -> create("Carol"), Wallet::close)) {
            chain.made();
            Guest alice = new Guest("Alice", first.made());
            Guest bob = new Guest("Bob", second.made());
            Guest carol = new Guest("Carol", third.made());
            line("ready", "a chain and three wallets", begin);
            boolean gated = play(alice, bob, carol);
            line("all of it", gated ? "as it had to be" : "NOT as it had to be", begin);
            return gated;
        }
    }

    private boolean play(Guest alice, Guest bob, Guest carol)
            throws WalletException, InterruptedException, TimeoutException {
        meet("built-in", alice, bob);
        alice.forget(bob);
        bob.forget(alice);
        out.println();
        agents(alice, bob);
        meet("agents", alice, bob);
        line("Alice knows Bob as", alice.contact(bob).did());
        line("their code", alice.contact(bob).comparisonCode());
        out.println();
        vouch(carol, bob);
        return gated(alice, bob, carol);
    }

    /** Each time from strangers to contacts; at the end they are contacts. */
    private void meet(String identity, Guest host, Guest guest)
            throws WalletException, InterruptedException, TimeoutException {
        long[] nanos = new long[meetings];
        for (int i = 0; i < meetings; i++) {
            if (i > 0) {
                host.forget(guest);
                guest.forget(host);
            }
            nanos[i] = guest.meets(host);
        }
        Latencies each = new Latencies(nanos, 1);
        line(
                identity,
                String.format(
                        "paste to verified on both sides, %d times: median %.2f s, slowest %.2f s",
                        meetings, each.millis(0.5) / 1e3, each.millis(1) / 1e3));
    }

    private void agents(Guest alice, Guest bob) throws WalletException, InterruptedException {
        long begin = System.nanoTime();
        try (var first = Making.start(() -> alice.startAgent(this::phase), ended -> {});
                var second = Making.start(() -> bob.startAgent((phase, done) -> {}), ended -> {})) {
            for (IdentityView identity : List.of(first.made(), second.made())) {
                line("agent", identity.endpoint() + " keeps " + identity.did());
            }
        }
        line("both agents", "run", begin);
    }

    private void phase(String sentence, double done) {
        if (!sentence.equals(phase)) {
            phase = sentence;
            line("Alice's agent", sentence + " …");
        }
    }

    private void vouch(Guest issuer, Guest holder) throws WalletException, InterruptedException, TimeoutException {
        long begin = System.nanoTime();
        holder.meets(issuer);
        line("Bob and Carol", "are contacts, an agent on one side and none on the other", begin);
        begin = System.nanoTime();
        Player.await(issuer.wallet()
                .credentials()
                .issue(new VoucherOrder(holder.wallet().did(), "Keeps his word", Duration.ofDays(90))));
        holder.consents("");
        CredentialView held = holder.held();
        line("Bob holds", held.type() + " by Carol", begin);
    }

    /** Refused without the credential, accepted by the rule with it. */
    private boolean gated(Guest alice, Guest bob, Guest carol)
            throws WalletException, InterruptedException, TimeoutException {
        Coin coin = alice.wallet().coins().getFirst();
        String issuer = carol.wallet().did();
        alice.wallet()
                .trust()
                .policy(new TrustPolicy(
                        List.of(
                                rule(new Who.NoHolder(VOUCHER, issuer), coin, Outcome.REFUSE),
                                rule(new Who.Holder(VOUCHER, issuer), coin, Outcome.ACCEPT)),
                        Outcome.REFUSE));
        Amount deposit = new Amount(DEPOSIT, coin);
        OpenOrder order = new OpenOrder(alice.wallet().did(), deposit, deposit, PROTECTION);
        boolean refused = refused(bob, order);
        line("Alice's rules", "refuse Bob's proposal: " + reason(alice));

        long begin = System.nanoTime();
        // who is refused for want of a credential is asked to show it
        bob.consents(bob.held().id());
        alice.hasSeen(bob);
        line("Bob shows Alice", VOUCHER + " by Carol", begin);

        begin = System.nanoTime();
        ChannelView channel = bob.player().open(order);
        line("Alice's rules", "accept it now: " + reason(alice), begin);
        boolean byRule = alice.wallet().trust().decisions(1).stream()
                .allMatch(decision -> decision.verdict() == DecisionView.Verdict.ACCEPTED && !decision.byPerson());
        Latencies latencies =
                bob.player().pay(new PayOrder(channel.key(), new Amount(EACH, coin), "", ""), payments, 1);
        line("Bob pays Alice", latencies.toString());
        begin = System.nanoTime();
        bob.player().close(channel.key());
        String alices = alice.player().channel(channel.channelId()).key();
        bob.player().until(channel.key(), ChannelView.Status.SETTLED);
        ChannelView end = alice.player().until(alices, ChannelView.Status.SETTLED);
        line("closed", "Alice has " + end.mine().units() + " wei of it", begin);
        return refused && byRule && end.mine().units().equals(DEPOSIT.add(EACH.multiply(BigInteger.valueOf(payments))));
    }

    private static TrustRule rule(Who who, Coin coin, Outcome then) {
        return new TrustRule(who, coin.symbol(), BigInteger.ZERO, null, null, then);
    }

    private static boolean refused(Guest bob, OpenOrder order)
            throws WalletException, InterruptedException, TimeoutException {
        try {
            bob.player().open(order);
            return false;
        } catch (WalletException e) {
            if (e.problem().code() == Code.PEER_DECLINED) {
                return true;
            }
            throw e;
        }
    }

    private static String reason(Guest alice) throws WalletException {
        return alice.wallet().trust().decisions(1).getFirst().reason();
    }

    private Wallet create(String name) throws WalletException {
        var spec = new NewWallet(name, wallets.newWords(12), ("demo of " + name).toCharArray(), new Network.Practice());
        return wallets.create(spec, (phase, done) -> {});
    }

    private void line(String what, String text, long begin) {
        line(what, String.format("%s, %.1f s", text, (System.nanoTime() - begin) / 1e9));
    }

    private void line(String what, String text) {
        out.printf("%-20s %s%n", what, text);
    }
}
