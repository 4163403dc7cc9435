package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.WalletInfo;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whole wallets in the states of the mock-ups. */
public final class Scenes {
    private Scenes() {}

    /** A practice wallet with three contacts, four channels, a pending payment, a request and a proposal. */
    public static MemoryWallet everyday() {
        return everyday(Samples.PRACTICE);
    }

    /** The same on another network. */
    public static MemoryWallet everyday(WalletInfo info) {
        MemoryWallet wallet = new MemoryWallet(info);
        wallet.overview =
                new Overview(Samples.eth("6.83"), Samples.eth("4.7562"), Samples.eth("0.9"), Samples.eth("0.02"));
        wallet.contacts.add(Samples.contact(Samples.CAFE, "Blue Door Café", ContactView.Badge.CODE_COMPARED, true));
        wallet.contacts.add(Samples.contact(Samples.ILYA, "Ilya Brandt", ContactView.Badge.KEY_PROVEN, true));
        wallet.contacts.add(Samples.contact(Samples.NADIA, "Nadia Osei", ContactView.Badge.CARD_EXPIRED, false));
        wallet.contacts.add(Samples.contact("did:key:z6MkPal", "Practice Pal", ContactView.Badge.PRACTICE, true));
        wallet.channels.add(Samples.channel(
                "c1", Samples.ILYA, ChannelView.Status.OPEN, Samples.eth("1.824"), Samples.eth("1.176")));
        wallet.channels.add(Samples.pending(
                Samples.channel(
                        "c2", Samples.CAFE, ChannelView.Status.PENDING, Samples.eth("0.9322"), Samples.eth("0.0478")),
                Samples.eth("0.02"),
                ""));
        wallet.channels.add(
                Samples.channel("c3", Samples.NADIA, ChannelView.Status.OPEN, Samples.eth("2"), Samples.eth("2")));
        wallet.channels.add(waiting("c4", ChannelView.Status.OPENING, "Waiting for their deposit"));
        wallet.channels.add(waiting("c5", ChannelView.Status.CLOSING, "1 of 3 confirmations"));
        wallet.channels.add(
                Samples.channel("c6", Samples.NADIA, ChannelView.Status.SETTLED, Samples.eth("0"), Samples.eth("0")));
        payments(wallet);
        wallet.requests.add(Samples.request(
                "r1",
                wallet.channels.getFirst(),
                true,
                RequestView.Status.WAITING,
                Samples.eth("0.25"),
                "Rest of the printer"));
        wallet.questions.add(Samples.question("q1", Samples.NADIA));
        timeline(wallet);
        return wallet;
    }

    /** The same with somebody at the door, an offer, a contact in the making, credentials and a refused proposal. */
    public static MemoryWallet sociable() {
        MemoryWallet wallet = everyday();
        wallet.introductions()
                .connections
                .add(new ConnectionView(
                        "jun",
                        "Jun Park",
                        "",
                        ConnectionView.State.CONNECTING,
                        false,
                        Samples.NOW.minusSeconds(200),
                        null));
        wallet.credentials().waiting.add(Papers.introduction());
        wallet.credentials().waiting.add(Papers.offer(Samples.CAFE));
        wallet.credentials().held.add(Papers.membership());
        wallet.credentials().held.add(Papers.voucher(Samples.NADIA, "Nadia Osei"));
        wallet.credentials()
                .held
                .add(Papers.with(
                        Papers.credential(
                                "library",
                                "LibraryCard",
                                "did:key:z6MkCity",
                                "City of Northfield",
                                false,
                                Map.of("number", "88-1"),
                                90),
                        CredentialView.Standing.REVOKED));
        wallet.credentials()
                .shown
                .put(Samples.NADIA, List.of(Papers.voucher(Samples.CAFE, "Blue Door Café"), Papers.membership()));
        wallet.credentials().shares.add(Papers.share(Samples.NADIA, "Nadia Osei", "Membership", Duration.ofHours(20)));
        wallet.credentials()
                .shares
                .add(Papers.share(Samples.ILYA, "Ilya Brandt", "PerunContactCard", Duration.ofDays(3)));
        wallet.trust().policy = new TrustPolicy(
                List.of(
                        new TrustRule(
                                new TrustRule.Who.NoHolder("Membership", Papers.COOP),
                                "pETH",
                                Samples.eth("1").units(),
                                null,
                                null,
                                TrustRule.Outcome.REFUSE),
                        new TrustRule(
                                new TrustRule.Who.Compared(),
                                "pETH",
                                BigInteger.ZERO,
                                Samples.eth("0.5").units(),
                                Duration.ofHours(24),
                                TrustRule.Outcome.ACCEPT)),
                TrustRule.Outcome.ASK);
        return wallet;
    }

    private static ChannelView waiting(String key, ChannelView.Status status, String waitsFor) {
        ChannelView plain = Samples.channel(key, "did:key:z6MkPal", status, Samples.eth("0.4"), Samples.eth("0.1"));
        return new ChannelView(
                key,
                plain.channelId(),
                plain.contactDid(),
                status,
                waitsFor,
                plain.mine(),
                plain.theirs(),
                plain.pending(),
                0,
                plain.protectionPeriod(),
                Samples.NOW.minusSeconds(600),
                null);
    }

    private static void payments(MemoryWallet wallet) {
        add(wallet, Samples.CAFE, false, PaymentView.Status.PENDING, "0.02", "Two espressos", Duration.ofMinutes(1));
        add(wallet, Samples.CAFE, false, PaymentView.Status.DONE, "0.015", "Breakfast", Duration.ofMinutes(22));
        add(wallet, Samples.ILYA, true, PaymentView.Status.DONE, "0.35", "Half of the printer", Duration.ofMinutes(25));
        add(wallet, Samples.NADIA, false, PaymentView.Status.DONE, "0.0125", "Lunch on Friday", Duration.ofHours(15));
        add(wallet, Samples.NADIA, true, PaymentView.Status.DONE, "0.045", "Tickets", Duration.ofHours(38));
        add(wallet, Samples.ILYA, false, PaymentView.Status.CANCELLED, "0.1", "", Duration.ofHours(39));
    }

    private static void add(
            MemoryWallet wallet,
            String did,
            boolean incoming,
            PaymentView.Status status,
            String eth,
            String memo,
            Duration ago) {
        String id = "0x" + Integer.toHexString(0x1000 + wallet.payments.size()).repeat(8);
        wallet.payments.add(
                Samples.at(Samples.payment(id, did, incoming, status, Samples.eth(eth), memo), Samples.NOW.minus(ago)));
    }

    private static void timeline(MemoryWallet wallet) {
        Instant now = Samples.NOW;
        wallet.timeline.add(entry(
                now.minusSeconds(30),
                TimelineEntry.Kind.PENDING,
                "Payment of 0.0200 pETH not confirmed",
                "Two espressos. Signed by you, version 41.",
                ""));
        for (int i = 0; i < 42; i++) {
            wallet.timeline.add(entry(
                    now.minusSeconds(1300 + 600L * i),
                    TimelineEntry.Kind.PAID,
                    "Paid 0.0150 pETH",
                    "Signed by both, version " + (40 - i) + ".",
                    ""));
        }
        wallet.timeline.add(entry(
                now.minus(Duration.ofDays(21)),
                TimelineEntry.Kind.OPENED,
                "Channel opened",
                "Both deposits confirmed in block 11 206.",
                ""));
        wallet.timeline.add(entry(
                now.minus(Duration.ofDays(21)).minusSeconds(120),
                TimelineEntry.Kind.DEPOSITED,
                "You put in 0.9800, they put in 0.0200",
                "",
                "0x8f2c41d7" + "0".repeat(52) + "09be"));
    }

    private static TimelineEntry entry(
            Instant at, TimelineEntry.Kind kind, String sentence, String details, String transaction) {
        return new TimelineEntry(at, kind, sentence, details, transaction);
    }
}
