package dev.zorya.desktop.feed;

import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wallet at one moment.
 *
 * @param recent the newest payments, newest first
 * @param connections contacts in the making
 * @param waiting what others want to have this person's consent for, oldest first
 * @param keeper of the identity; null if this wallet does not tell
 */
public record Snapshot(
        WalletInfo info,
        Coin coin,
        Overview overview,
        Health health,
        List<ContactView> contacts,
        List<ChannelView> channels,
        List<OpenQuestion> questions,
        List<RequestView> requests,
        List<PaymentView> recent,
        List<ConnectionView> connections,
        List<Waiting> waiting,
        @Nullable IdentityView keeper) {
    private static final int RECENT = 8;

    public Snapshot {
        contacts = List.copyOf(contacts);
        channels = List.copyOf(channels);
        questions = List.copyOf(questions);
        requests = List.copyOf(requests);
        recent = List.copyOf(recent);
        connections = List.copyOf(connections);
        waiting = List.copyOf(waiting);
    }

    static Snapshot read(Wallet wallet, Abilities abilities) throws WalletException {
        Optional<Introductions> introductions = abilities.introductions();
        Optional<Credentials> credentials = abilities.credentials();
        return new Snapshot(
                wallet.info(),
                wallet.coins().getFirst(),
                wallet.overview(),
                wallet.health(),
                wallet.contacts(),
                wallet.channels(),
                wallet.questions(),
                wallet.requests(),
                wallet.activity(ActivityFilter.ALL, "", RECENT).rows(),
                introductions.isPresent() ? introductions.get().connections() : List.of(),
                credentials.isPresent() ? credentials.get().waiting() : List.of(),
                abilities.identity().map(IdentityDesk::current).orElse(null));
    }

    public Optional<IdentityView> identity() {
        return Optional.ofNullable(keeper);
    }

    /** How many credentials are offered. */
    public int offers() {
        return Math.toIntExact(
                waiting.stream().filter(Waiting.Offer.class::isInstance).count());
    }

    public Optional<ContactView> contact(String did) {
        return contacts.stream().filter(contact -> contact.did().equals(did)).findFirst();
    }

    public Optional<ChannelView> channel(String key) {
        return channels.stream().filter(channel -> channel.key().equals(key)).findFirst();
    }

    /** The channels with one contact, in the order of the list. */
    public List<ChannelView> channelsWith(String did) {
        return channels.stream()
                .filter(channel -> channel.contactDid().equals(did))
                .toList();
    }

    /** The channel through which a contact can be paid, the one with the most room first. */
    public Optional<ChannelView> payable(String did) {
        return channelsWith(did).stream()
                .filter(Snapshot::usable)
                .max((a, b) -> a.mine().units().compareTo(b.mine().units()));
    }

    /** How many channels are before the chain. */
    public int disputes() {
        return Math.toIntExact(channels.stream()
                .filter(channel -> channel.status() == ChannelView.Status.IN_DISPUTE)
                .count());
    }

    /** How many channels the watcher looks after. */
    public int guarded() {
        return Math.toIntExact(
                channels.stream().filter(channel -> guarded(channel.status())).count());
    }

    private static boolean guarded(ChannelView.Status status) {
        return switch (status) {
            case OPENING, OPEN, SENDING, PENDING, CLOSING, IN_DISPUTE, PAYING_OUT -> true;
            case PROPOSED, SETTLED, STALE, DECLINED, STOPPED -> false;
        };
    }

    /** Requests of others that wait for our answer. */
    public List<RequestView> asked() {
        return requests.stream()
                .filter(RequestView::incoming)
                .filter(request -> request.status() == RequestView.Status.WAITING)
                .toList();
    }

    private static boolean usable(ChannelView channel) {
        return switch (channel.status()) {
            case OPEN, SENDING, PENDING -> true;
            case PROPOSED, OPENING, CLOSING, IN_DISPUTE, PAYING_OUT, SETTLED, STALE, DECLINED, STOPPED -> false;
        };
    }
}
