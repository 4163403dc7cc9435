package dev.zorya.desktop.pay;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountField;
import dev.zorya.desktop.component.ContactPicker;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.ReviewPanel;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the form and the review beside it. */
final class PayView {
    private static final double WIDTH = 980;
    private static final double REVIEW = 380;

    private final ContactPicker picker;
    private final AmountField amount;
    private final TextField memo = new TextField();
    private final VBox note = new VBox();
    private final ReviewPanel review;
    private final Page page;
    private final StackPane root = new StackPane();
    private final Listener listener;

    /** What the person does. */
    interface Listener {
        void kind(Kind kind);

        void picked(Person person);

        void amount(String typed);

        void memo(String typed);

        void useAll();

        void send();

        void decline();

        void openChannel();
    }

    PayView(Kind kind, Listener listener) {
        this.listener = listener;
        Segments<Kind> kinds = new Segments<>(
                "pay-kind",
                List.of(Kind.values()),
                List.of(Text.of("top.pay"), Text.of("top.request")),
                listener::kind);
        kinds.show(kind);
        picker = new ContactPicker(
                "pay-contact", kind == Kind.PAY ? Text.of("pay.to") : Text.of("request.from"), listener::picked);
        amount = new AmountField("pay-amount", Text.of("pay.amount"), true, listener::amount);
        memo.setId("pay-memo");
        memo.textProperty().addListener((o, was, is) -> listener.memo(is));
        review = new ReviewPanel(Text.of("pay.review"), "pay-send", new Action(Text.of("top.pay"), listener::send));
        review.setMinWidth(REVIEW);
        review.setMaxWidth(REVIEW);
        review.setMaxHeight(ReviewPanel.USE_PREF_SIZE);
        VBox form = new VBox(18, kinds, picker, amount, new VBox(6, Labels.of(Text.of("pay.note"), memo), memo), note);
        HBox columns = new HBox(28, Space.wide(form), review);
        columns.setFillHeight(false);
        page = new Page(columns).atMost(WIDTH + 48);
        root.getChildren().add(page);
    }

    Node node() {
        return root;
    }

    void focus() {
        amount.focus();
    }

    void nobody(Action addContact) {
        root.getChildren()
                .setAll(new EmptyState(
                        Icon.ADD_CONTACT,
                        Text.of("contacts.none"),
                        Text.of("contacts.none.about"),
                        List.of(addContact)));
    }

    void show(PayForm form, PayModel model) {
        picker.show(model.people(), model.chosen());
        amount.coin(model.coin());
        amount.text(form.amount());
        if (!memo.getText().equals(form.memo())) {
            memo.setText(form.memo());
        }
        List<Action> uses =
                model.limit().isPresent() ? List.of(new Action(Text.of("pay.use-all"), listener::useAll)) : List.of();
        if (model.wrong().isEmpty()) {
            amount.hint(model.hint(), uses);
        } else {
            amount.wrong(model.wrong(), uses);
        }
        note.getChildren().setAll(notes(form, model));
        review.show(model.chosen(), model.figure(), model.sentence(), model.facts());
        review.bar(model.after(), model.hidden(), "");
        review.button(model.button(), model.valid().isPresent(), model.below());
        if (!root.getChildren().contains(page)) {
            root.getChildren().setAll(page);
        }
    }

    private List<Node> notes(PayForm form, PayModel model) {
        String name = model.chosen().map(Person::name).orElse("");
        if (model.noChannel()) {
            return List.of(new Note(
                    Tone.BUSY,
                    Icon.INFO,
                    Text.of("pay.no-channel", name),
                    Text.of("pay.no-channel.about"),
                    List.of(new Action(Text.of("channels.open"), listener::openChannel))));
        }
        if (!form.requestId().isEmpty()) {
            return List.of(new Note(
                    Tone.BUSY,
                    Icon.RECEIVE,
                    Text.of("pay.asked", name),
                    Text.of("pay.asked.about"),
                    List.of(new Action(Text.of("pay.decline"), listener::decline))));
        }
        if (model.chosen().isPresent() && !model.chosen().get().online()) {
            return List.of(new Note(
                    Tone.WAIT, Icon.INFO, Text.of("pay.offline", name), Text.of("pay.offline.about", name), List.of()));
        }
        return List.of();
    }

    void busy(String label) {
        review.button(label, false, "");
    }

    void outcome(List<Node> nodes) {
        review.outcome(nodes);
    }
}
