package dev.zorya.desktop.credentials;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.present.PaperRow;
import dev.zorya.desktop.present.ShareRow;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Builds the nodes: offers on top, the credentials at the left, the selected one and the sharing history at the right. */
final class CredentialsView {
    private static final double SIDE = 348;
    private static final double MOST = 1068;
    private static final int SKELETON_ROWS = 3;

    private final VBox column = new VBox(20);
    private final Page page = new Page(column).atMost(MOST);
    private final Listener listener;
    private List<Object> shown = List.of();

    /** What the person does. */
    interface Listener {
        void go(Place place);

        /** Reads the lists again. */
        void again();

        void selected(String id);

        void review(Waiting.Offer offer);

        void decline(Waiting.Offer offer);

        void remove(CredentialsModel.Detail detail);

        void revoke(CredentialsModel.Detail detail);
    }

    CredentialsView(Listener listener) {
        this.listener = listener;
        column.getChildren().add(new Skeleton(SKELETON_ROWS));
    }

    Node node() {
        return page;
    }

    void show(CredentialsModel model, Optional<WalletProblem> trouble) {
        List<Object> facts = List.of(model, trouble);
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        List<Node> nodes = new ArrayList<>();
        trouble.ifPresent(problem ->
                nodes.add(new ErrorPanel(problem, List.of(new Action(Text.of("trouble.retry"), listener::again)))));
        if (model.away()) {
            nodes.add(new Note(
                    Tone.WAIT,
                    Icon.NO_CHAIN,
                    Text.of("credentials.away"),
                    Text.of("credentials.away.about"),
                    List.of()));
        }
        model.offers().forEach(offer -> nodes.add(offer(offer, model.away())));
        if (model.none()) {
            nodes.add(nothing());
        } else if (model.loaded()) {
            HBox columns =
                    new HBox(20, Space.wide(left(model, trouble.isPresent())), right(model, trouble.isPresent()));
            columns.setFillHeight(false);
            nodes.add(columns);
        } else if (trouble.isEmpty()) {
            nodes.add(new Skeleton(SKELETON_ROWS));
        }
        column.getChildren().setAll(nodes);
    }

    private Node nothing() {
        return new EmptyState(
                Icon.CREDENTIAL,
                Text.of("credentials.none"),
                Text.of("credentials.none.about"),
                List.of(new Action(Text.of("credentials.none.act"), () -> listener.go(new Place.Contacts("")))));
    }

    /** While the agent is away it cannot be accepted; that is said above. */
    private Node offer(CredentialsModel.Offer offer, boolean away) {
        HBox badge = new HBox(12, offer.person().badgeChip(), Labels.line(offer.since(), "z-small", "z-muted"));
        badge.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, Labels.paragraph(offer.title(), "z-heading"), badge, Labels.paragraph(offer.what()));
        Button decline = Buttons.plain(new Action(Text.of("consent.decline"), () -> listener.decline(offer.offer())));
        decline.setId("offer-decline");
        Button look = Buttons.plain(new Action(Text.of("offer.look"), () -> listener.review(offer.offer())));
        look.setId("offer-look");
        look.getStyleClass().add("accent");
        look.setDisable(away);
        HBox card = new HBox(16, new Avatar(offer.person().face(), true), Space.wide(words), decline, look);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("z-card", "z-offer");
        return card;
    }

    private Node left(CredentialsModel model, boolean stale) {
        VBox left = new VBox(20, held(model));
        if (!model.issued().isEmpty()) {
            Card issued = new Card(Text.of("credentials.issued"));
            issued.setId("credentials-issued");
            issued.rows(rows(model.issued()));
            left.getChildren().add(issued);
        }
        grey(left, stale);
        return left;
    }

    private Node held(CredentialsModel model) {
        Card held = new Card(
                Text.of("credentials.held"), Labels.line(Text.of("credentials.held.about"), "z-small", "z-muted"));
        held.setId("credentials-held");
        if (model.held().isEmpty()) {
            held.rows(List.of(Card.sentence(Text.of("credentials.held.none"))));
            return held;
        }
        List<Node> rows = new ArrayList<>(rows(model.held()));
        HBox note =
                new HBox(8, Icon.INFO.view(), Labels.paragraph(Text.of("credentials.held.note"), "z-small", "z-muted"));
        note.getStyleClass().addAll("z-row", "z-fact");
        rows.add(note);
        held.rows(rows);
        return held;
    }

    private List<Node> rows(List<PaperRow> rows) {
        return rows.stream()
                .map(row -> row.node(() -> listener.selected(row.id())))
                .toList();
    }

    private Node right(CredentialsModel model, boolean stale) {
        VBox right = new VBox(20);
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        model.detail().ifPresent(detail -> right.getChildren().add(detail(detail, stale)));
        Card shared = new Card(Text.of("credentials.shared"));
        shared.rows(
                model.shared().isEmpty()
                        ? List.of(Card.sentence(Text.of("credentials.shared.none")))
                        : model.shared().stream().map(ShareRow::node).toList());
        right.getChildren().add(shared);
        grey(right, stale);
        return right;
    }

    private Node detail(CredentialsModel.Detail detail, boolean stale) {
        Card card = new Card(detail.name(), detail.standing().chip());
        card.setId("credential-detail");
        List<Node> rows = new ArrayList<>();
        rows.add(Card.sentence(detail.by()));
        detail.claims().forEach((name, value) -> rows.add(Card.fact(name, Labels.paragraph(value))));
        detail.facts().forEach((name, value) -> rows.add(Card.fact(name, Labels.paragraph(value, "z-small"))));
        Button act = detail.ours()
                ? Buttons.danger(new Action(Text.of("paper.revoke.open"), () -> listener.revoke(detail)))
                : Buttons.danger(new Action(Text.of("paper.remove.open"), () -> listener.remove(detail)));
        act.setId("credential-act");
        act.setDisable(stale || (detail.ours() && !detail.live()));
        Button close = Buttons.plain(new Action(Text.of("keys.close"), () -> listener.selected(detail.id())));
        HBox buttons = new HBox(8, close, Space.grow(), act);
        buttons.getStyleClass().add("z-row");
        rows.add(buttons);
        card.rows(rows);
        return card;
    }

    /** What may be out of date is told in a quieter voice. */
    private static void grey(Node part, boolean stale) {
        if (stale) {
            part.getStyleClass().add("z-stale");
        }
    }
}
