package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Wallet;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The sections that only tell: network, identity, storage, about. */
final class Facts {
    private final Desk desk;

    Facts(Desk desk) {
        this.desk = desk;
    }

    Node network(Snapshot snapshot) {
        Card card = new Card(Text.of("settings.network"));
        card.rows(List.of(
                Card.fact(Text.of("network.name"), Labels.line(snapshot.info().network())),
                Card.fact(
                        Text.of("network.block"),
                        Labels.line(NumberFormat.getIntegerInstance(Text.locale())
                                .format(snapshot.health().block()))),
                Card.fact(Text.of("network.coin"), Labels.line(snapshot.coin().symbol())),
                Card.fact(
                        Text.of("network.listening"),
                        Labels.line(snapshot.health().listening(), "z-mono"))));
        return snapshot.info().practice()
                ? new VBox(12, card, Labels.paragraph(Text.of("network.practice"), "z-small", "z-muted"))
                : card;
    }

    /** Identity facts as read by {@link #read(Wallet)}. */
    record Identity(String did, String address) {}

    static Identity read(Wallet wallet) {
        return new Identity(wallet.did(), wallet.address());
    }

    /** @param right what stands at the right of the heading */
    Node identity(Identity identity, Node right) {
        Card card = new Card(Text.of("identity.title"), right);
        List<Node> rows = new ArrayList<>(List.of(
                Card.fact(
                        Text.of("identity.did"),
                        new Copyable(
                                Text.of("identity.did"),
                                Chunks.briefDid(identity.did()),
                                identity.did(),
                                this::copied)),
                Card.fact(
                        Text.of("identity.address"),
                        new Copyable(
                                Text.of("identity.address"),
                                Chunks.whole(identity.address()),
                                identity.address(),
                                this::copied))));
        if (desk.abilities().identity().isEmpty()) {
            rows.add(Card.fact(Text.of("identity.lives"), Labels.paragraph(Text.of("identity.built-in"))));
        }
        card.rows(rows);
        return card;
    }

    Node storage(Snapshot snapshot) {
        String folder = snapshot.info().folder().toString();
        Card card = new Card(Text.of("settings.storage"));
        card.rows(List.of(
                Card.fact(
                        Text.of("storage.folder"),
                        new Copyable(Text.of("storage.folder"), folder, folder, this::copied)),
                Card.sentence(Text.of("storage.about"))));
        return card;
    }

    private void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }
}
