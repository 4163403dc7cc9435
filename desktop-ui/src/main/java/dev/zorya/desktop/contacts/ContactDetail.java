package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.PaperRow;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.present.ShareRow;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.CredentialView;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one contact.
 *
 * @param compared the person compared the code
 * @param address empty until the first channel with a contact who was added by a bare address
 * @param expires the day on which the card ends, or empty where there is no card
 * @param shown credentials that they have shown
 * @param shownTypes what they are, as their issuers call it
 * @param shared what they were shown, newest first
 * @param removable no channel with the contact is unsettled
 */
record ContactDetail(
        Person person,
        String claimedName,
        String code,
        boolean compared,
        String did,
        String address,
        String endpoint,
        String added,
        String expires,
        List<Channel> channels,
        List<PaperRow> shown,
        List<String> shownTypes,
        List<ShareRow> shared,
        boolean removable) {
    /** Added by the address of another Perun program, without a card. */
    boolean bare() {
        return code.isEmpty();
    }

    /** One channel with the contact. */
    record Channel(String key, Look look, List<Share> shares, boolean live, boolean hidden, Shown mine, Shown theirs) {
        static Channel of(ChannelView channel, Money money) {
            return new Channel(
                    channel.key(),
                    Channels.of(channel.status()),
                    Channels.shares(channel),
                    Channels.live(channel.status()),
                    money.hidden(),
                    money.mine(channel.mine()),
                    money.mine(channel.theirs()));
        }
    }

    static ContactDetail of(ContactView contact, Snapshot snapshot, ContactPapers papers, Money money, When when) {
        ContactPapers theirs = papers.did().equals(contact.did()) ? papers : ContactPapers.NONE;
        List<ChannelView> channels = snapshot.channelsWith(contact.did());
        return new ContactDetail(
                People.of(contact),
                contact.claimedName(),
                contact.comparisonCode(),
                contact.badge() == ContactView.Badge.CODE_COMPARED,
                contact.did(),
                contact.address(),
                contact.endpoint(),
                when.stamp(contact.added()),
                Optional.ofNullable(contact.expires()).map(when::brief).orElse(""),
                channels.stream().map(channel -> Channel.of(channel, money)).toList(),
                theirs.shown().stream()
                        .map(credential -> PaperRow.of(credential, when))
                        .toList(),
                theirs.shown().stream().map(CredentialView::type).distinct().toList(),
                theirs.shared().stream().map(share -> ShareRow.of(share, when)).toList(),
                channels.stream().allMatch(channel -> Channels.over(channel.status())));
    }
}
