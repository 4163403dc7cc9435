package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.PaperRow;
import dev.zorya.desktop.present.ShareRow;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One contact: what is proven, what is pinned, the channels. */
final class DetailPane {
    private final ContactsListener listener;

    DetailPane(ContactsListener listener) {
        this.listener = listener;
    }

    Page page(ContactDetail detail) {
        List<Node> nodes = new ArrayList<>(List.of(header(detail), proven(detail), pinned(detail)));
        detail.channels().forEach(channel -> nodes.add(channel(channel)));
        if (!detail.bare()) {
            nodes.add(shown(detail));
        }
        if (!detail.shared().isEmpty()) {
            nodes.add(shared(detail));
        }
        return new Page(nodes.toArray(Node[]::new));
    }

    private Node header(ContactDetail detail) {
        HBox badges = new HBox(12, detail.person().badgeChip(), PersonRow.presence(detail.person()));
        VBox words = new VBox(2, Labels.line(detail.person().name(), "z-title"), badges);
        words.setAlignment(Pos.CENTER_LEFT);
        Button open = Buttons.plain(
                new Action(Text.of("channels.open"), () -> listener.go(new Place.OpenChannel(detail.did()))));
        open.setId("contact-open");
        open.setGraphic(Icon.CHANNELS.view());
        Button remove = Buttons.icon(Icon.CLOSE, new Action(Text.of("contact.remove"), () -> listener.remove(detail)));
        remove.setDisable(!detail.removable());
        HBox header = new HBox(14, new Avatar(detail.person().face(), true), Space.wide(words), open, remove);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Node proven(ContactDetail detail) {
        Card card = new Card(
                Text.of("contact.proven"), Labels.line(Text.of("contact.added", detail.added()), "z-small", "z-muted"));
        List<Node> rows = new ArrayList<>();
        String name = detail.person().name();
        String keys = detail.bare() ? Text.of("contact.keys.bare", name) : Text.of("contact.keys.proven", name);
        rows.add(Card.fact(Text.of("contact.keys"), done(Labels.paragraph(keys))));
        if (!detail.bare()) {
            rows.add(Card.fact(Text.of("contact.code"), code(detail)));
        }
        Node called = new HBox(
                12,
                Space.wide(Labels.paragraph(Text.of("contact.claims", detail.claimedName()), "z-muted")),
                Buttons.link(new Action(Text.of("contact.rename"), () -> listener.rename(detail))));
        rows.add(Card.fact(Text.of("contact.name"), called));
        card.rows(rows);
        return card;
    }

    private Node code(ContactDetail detail) {
        return detail.compared()
                ? done(new HBox(
                        12,
                        Labels.line(detail.code(), "z-mono"),
                        Labels.line(Text.of("contact.code.compared"), "z-muted")))
                : new HBox(
                        12,
                        middle(Labels.line(detail.code(), "z-mono")),
                        Space.grow(),
                        Buttons.link(new Action(Text.of("contact.code.compare"), () -> listener.compare(detail))));
    }

    private Node shown(ContactDetail detail) {
        Button ask = Buttons.small(new Action(Text.of("contact.ask"), () -> listener.askFor(detail)));
        ask.setId("contact-ask");
        Button vouch = Buttons.small(new Action(Text.of("contact.vouch"), () -> listener.vouch(detail)));
        vouch.setId("contact-vouch");
        Card card = new Card(Text.of("contact.papers"), ask, vouch);
        card.rows(
                detail.shown().isEmpty()
                        ? List.of(Card.sentence(
                                Text.of("contact.papers.none", detail.person().name())))
                        : detail.shown().stream().map(PaperRow::node).toList());
        return card;
    }

    private static Node shared(ContactDetail detail) {
        Card card = new Card(Text.of("contact.shared"));
        card.rows(detail.shared().stream().map(ShareRow::node).toList());
        return card;
    }

    private static Node middle(Node node) {
        HBox box = new HBox(node);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node done(Node value) {
        HBox box = new HBox(8, Space.wide(value), Icon.DONE.view(Tone.OK));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node pinned(ContactDetail detail) {
        Card card =
                new Card(Text.of("contact.pinned"), Labels.line(Text.of("contact.pinned.about"), "z-small", "z-muted"));
        card.rows(List.of(
                Card.fact(
                        Text.of("identity.did"),
                        new Copyable(
                                Text.of("identity.did"),
                                Chunks.briefDid(detail.did()),
                                detail.did(),
                                listener::copied)),
                Card.fact(Text.of("identity.address"), address(detail)),
                Card.fact(
                        Text.of("identity.reached"),
                        new HBox(
                                Labels.line(detail.endpoint(), "z-mono"),
                                Space.grow(),
                                Labels.line(
                                        detail.bare() ? "" : Text.of("contact.expires", detail.expires()),
                                        "z-small",
                                        "z-muted")))));
        return card;
    }

    private Node address(ContactDetail detail) {
        return detail.address().isEmpty()
                ? Labels.paragraph(Text.of("contact.address.later"), "z-muted")
                : new Copyable(
                        Text.of("identity.address"),
                        Chunks.whole(detail.address()),
                        detail.address(),
                        listener::copied);
    }

    private Node channel(ContactDetail.Channel channel) {
        Card card = new Card(
                Text.of("channel.one"),
                channel.look().chip(),
                Buttons.link(new Action(
                        Text.of("contact.open-details"), () -> listener.go(new Place.Channel(channel.key())))));
        BalanceBar bar = BalanceBar.small();
        bar.show(channel.shares(), channel.hidden(), channel.live(), "");
        HBox numbers = new HBox(
                6,
                Labels.line(Text.of("channels.head.yours"), "z-muted"),
                new AmountLabel(channel.mine()),
                Space.grow(),
                Labels.line(Text.of("channels.head.theirs"), "z-muted"),
                new AmountLabel(channel.theirs()));
        VBox body = new VBox(8, bar, numbers);
        body.setPadding(new javafx.geometry.Insets(4, 16, 14, 16));
        card.rows(List.of(body));
        return card;
    }
}
