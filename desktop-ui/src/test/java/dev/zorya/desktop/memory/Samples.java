package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Guarded;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.TransactionView;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people and amounts of the mock-ups. */
public final class Samples {
    public static final Coin COIN = new Coin("pETH", 18, 0);
    public static final Instant NOW = Instant.parse("2026-11-23T10:42:30Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("UTC"));
    public static final WalletInfo PRACTICE = new WalletInfo(
            "practice", "Everyday", true, "Practice network", Path.of("/home/marta/.local/share/zorya/practice"));
    public static final String CAFE = "did:key:z6MkCafe1111111111111111111111111111111111111111";
    public static final String ILYA = "did:key:z6MkIlya2222222222222222222222222222222222222222";
    public static final String NADIA = "did:key:z6MkNadia333333333333333333333333333333333333333";

    private Samples() {}

    public static Amount eth(String amount) {
        return new Amount(new BigDecimal(amount).movePointRight(18).toBigIntegerExact(), COIN);
    }

    public static Health goodHealth() {
        return new Health(Health.ChainState.GOOD, 18_342, NOW.minusSeconds(4), "", 2, 3, "127.0.0.1:5750", copied());
    }

    public static Health blindHealth() {
        return new Health(
                Health.ChainState.NO_ANSWER,
                18_342,
                NOW.minusSeconds(780),
                "Zorya cannot see the chain.",
                2,
                3,
                "127.0.0.1:5750",
                copied());
    }

    private static CopyHealth copied() {
        return new CopyHealth(CopyHealth.State.CURRENT, NOW.minusSeconds(180));
    }

    public static ContactView contact(String did, String name, ContactView.Badge badge, boolean online) {
        return new ContactView(
                did,
                name,
                name.toLowerCase(java.util.Locale.ROOT),
                "0x71C7656EC7ab88b098defB751B7401B5f6d8976F",
                "203.0.113.24:5750",
                "R4VN 9HCE",
                badge,
                online,
                NOW.minus(Duration.ofDays(20)),
                NOW.plus(Duration.ofDays(26)));
    }

    /** A user of go-perun before the first channel. */
    public static ContactView bare(String did, String name) {
        return new ContactView(
                did,
                name,
                "gopher",
                "",
                "203.0.113.9:5750",
                "",
                ContactView.Badge.KEY_PROVEN,
                true,
                NOW.minus(Duration.ofDays(20)),
                null);
    }

    public static ContactView renamed(ContactView contact, String name) {
        return new ContactView(
                contact.did(),
                name,
                contact.claimedName(),
                contact.address(),
                contact.endpoint(),
                contact.comparisonCode(),
                contact.badge(),
                contact.online(),
                contact.added(),
                contact.expires());
    }

    public static ChannelView channel(String key, String did, ChannelView.Status status, Amount mine, Amount theirs) {
        return new ChannelView(
                key,
                "5be390a1".repeat(8),
                did,
                status,
                "",
                mine,
                theirs,
                Amount.zero(COIN),
                40,
                Duration.ofHours(1),
                NOW.minus(Duration.ofDays(2)),
                null);
    }

    /** The same channel before the chain. */
    public static ChannelView disputed(ChannelView channel, DisputeView dispute) {
        return new ChannelView(
                channel.key(),
                channel.channelId(),
                channel.contactDid(),
                ChannelView.Status.IN_DISPUTE,
                dispute.next(),
                channel.mine(),
                channel.theirs(),
                channel.pending(),
                channel.version(),
                channel.protectionPeriod(),
                channel.opened(),
                dispute);
    }

    public static ChannelView with(ChannelView channel, ChannelView.Status status, Amount mine, Amount theirs) {
        return new ChannelView(
                channel.key(),
                channel.channelId(),
                channel.contactDid(),
                status,
                channel.waitsFor(),
                mine,
                theirs,
                channel.pending(),
                channel.version() + 1,
                channel.protectionPeriod(),
                channel.opened(),
                null);
    }

    public static ChannelView pending(ChannelView channel, Amount pending, String waitsFor) {
        return new ChannelView(
                channel.key(),
                channel.channelId(),
                channel.contactDid(),
                ChannelView.Status.PENDING,
                waitsFor,
                channel.mine(),
                channel.theirs(),
                pending,
                channel.version(),
                channel.protectionPeriod(),
                channel.opened(),
                null);
    }

    /** We close alone; the chain has not shown it yet. */
    public static DisputeView registering(long ours, Amount mine) {
        return new DisputeView(
                DisputeView.Step.REGISTER,
                DisputeView.By.US,
                "Zorya is putting the newest balance on the chain.",
                null,
                ours,
                mine,
                null,
                null,
                Amount.zero(COIN));
    }

    public static PaymentView payment(
            String id, String did, boolean incoming, PaymentView.Status status, Amount amount, String memo) {
        return new PaymentView(id, "c1", did, incoming, status, amount, memo, 40, NOW.minusSeconds(60));
    }

    public static PaymentView at(PaymentView payment, Instant moment) {
        return new PaymentView(
                payment.id(),
                payment.channelKey(),
                payment.contactDid(),
                payment.incoming(),
                payment.status(),
                payment.amount(),
                payment.memo(),
                payment.version(),
                moment);
    }

    public static RequestView request(
            String id, ChannelView channel, boolean incoming, RequestView.Status status, Amount amount, String memo) {
        return new RequestView(
                id,
                channel.key(),
                channel.contactDid(),
                incoming,
                status,
                amount,
                memo,
                NOW,
                NOW.plus(Duration.ofDays(3)));
    }

    public static OpenQuestion question(String id, String did) {
        return new OpenQuestion(id, did, eth("0.5"), eth("1"), Duration.ofHours(24), NOW.plus(Duration.ofMinutes(10)));
    }

    public static CostSummary costs() {
        return new CostSummary(eth("0.000275"), eth("0.0012"), eth("0.0016"), eth("0.016"), eth("0.000000006"));
    }

    public static NodeView node(String address, boolean first) {
        return new NodeView(URI.create(address), first, first ? NodeView.State.USED : NodeView.State.READY, 18_342, "");
    }

    /** Guarded for two days, with 2 pETH for us. */
    public static Guarded guarded(String key, String did, Guarded.Kind kind, long version, @Nullable Instant deadline) {
        return new Guarded(
                key,
                "5be390a1".repeat(8),
                did,
                kind,
                NOW.minus(Duration.ofDays(2)),
                version,
                eth("2"),
                Duration.ofHours(1),
                deadline,
                eth("0.0016"));
    }

    public static GuardReport guarding(List<Guarded> channels, String account) {
        return new GuardReport(
                channels,
                18_342,
                NOW.minusSeconds(4),
                eth(account),
                new Amount(eth("0.0016").units().multiply(BigInteger.valueOf(channels.size())), COIN),
                "As the wallet says it.");
    }

    public static TransactionView transaction(int number, TransactionView.State state, String why) {
        boolean paid = switch (state) {
            case MINED, FINAL, FAILED -> true;
            case PLANNED, SENT, REPLACED -> false;
        };
        return new TransactionView(
                "register/" + number,
                "c3",
                "Puts your newest balance with Nadia Osei before the chain",
                state,
                why,
                eth(paid ? "0.000487" : "0.0012"),
                paid,
                "0x" + String.format("%064x", number + 1),
                List.of(),
                paid ? 18_200 : 0,
                number,
                NOW.minusSeconds(60L * number));
    }

    public static GuardReport nothingGuarded() {
        return new GuardReport(
                List.of(), 18_342, NOW.minusSeconds(4), eth("20"), eth("0"), "Nothing of yours is in channels.");
    }

    public static WalletProblem problem(WalletProblem.Code code) {
        return new WalletProblem(code, "What happened.", "What it means.", "What to do.", "detail " + code);
    }

    public static List<String> words(int count) {
        return Stream.of(
                        "abandon",
                        "ability",
                        "able",
                        "about",
                        "above",
                        "absent",
                        "absorb",
                        "abstract",
                        "absurd",
                        "abuse",
                        "access",
                        "accident",
                        "account",
                        "accuse",
                        "achieve",
                        "acid",
                        "acoustic",
                        "acquire",
                        "across",
                        "act",
                        "action",
                        "actor",
                        "actress",
                        "actual")
                .limit(count)
                .toList();
    }
}
