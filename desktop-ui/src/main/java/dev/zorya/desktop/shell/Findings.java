package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.Badges;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.link.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a typed or pasted text is. It never acts by itself. */
final class Findings {
    private static final int MOST = 6;
    /** A contact text is far longer than a name, and holds no spaces. */
    private static final int CONTACT_TEXT = 100;

    private Findings() {}

    static List<Finding> of(String typed, Snapshot snapshot) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (Link.is(text)) {
            return LinkWords.finding(text, snapshot).stream().toList();
        }
        if (text.length() >= CONTACT_TEXT && text.indexOf(' ') < 0) {
            return List.of(LinkWords.contact(text));
        }
        List<Finding> found = new ArrayList<>();
        for (ContactView contact : snapshot.contacts()) {
            if (matches(contact, text)) {
                contact(contact, snapshot, found);
            }
        }
        for (ChannelView channel : snapshot.channels()) {
            if (text.length() >= 4 && channel.channelId().startsWith(plain(text))) {
                found.add(channel(channel, snapshot));
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private static boolean matches(ContactView contact, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return contact.name().toLowerCase(Locale.ROOT).contains(wanted)
                || contact.did().equals(text)
                || contact.address().toLowerCase(Locale.ROOT).replace("0x", "").equals(plain(text));
    }

    private static String plain(String hex) {
        return hex.toLowerCase(Locale.ROOT).replace(" ", "").replace("0x", "");
    }

    private static void contact(ContactView contact, Snapshot snapshot, List<Finding> found) {
        snapshot.payable(contact.did())
                .ifPresent(channel -> found.add(new Finding(
                        Icon.PAY,
                        Text.of("search.pay", contact.name()),
                        Text.of("search.pay.about"),
                        new Place.Pay(contact.did(), ""))));
        found.add(new Finding(
                Icon.CONTACTS,
                Text.of("search.contact", contact.name()),
                Badges.of(contact.badge()).word(),
                new Place.Contacts(contact.did())));
    }

    private static Finding channel(ChannelView channel, Snapshot snapshot) {
        String name = People.of(snapshot, channel.contactDid()).name();
        return new Finding(
                Icon.CHANNELS,
                Text.of("search.channel", name),
                Text.of(
                        "search.channel.about",
                        Channels.of(channel.status()).word(),
                        Chunks.brief(channel.channelId())),
                new Place.Channel(channel.key()));
    }
}
