package dev.zorya.desktop.trust;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountField;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.ContactPicker;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.PickOrType;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.TrustRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form for one rule. What does not fit together is said above the buttons, and what was typed stays. */
final class RuleSheet extends VBox {
    private static final double WIDTH = 560;
    private static final List<Duration> PERIODS =
            List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(30));

    private final ChoiceBox<RuleForm.Kind> kinds = new ChoiceBox<>();
    private final ContactPicker contact;
    private final PickOrType type;
    private final PickOrType issuer;
    private final VBox about = new VBox(12);
    private final ChoiceBox<Duration> longest = new ChoiceBox<>();
    private final Label wrong = Labels.paragraph("", "z-bad");
    private final Money money;
    private final Consumer<TrustRule> done;
    private RuleForm form;
    private String contactDid;
    private String above;
    private String upTo;
    private TrustRule.Outcome then;

    /**
     * Begins with a rule.
     *
     * @param done gets the rule as it is when the person saves it
     */
    RuleSheet(RuleForm form, Snapshot snapshot, Money money, Consumer<TrustRule> done, Runnable cancel) {
        this.form = form;
        this.money = money;
        this.done = done;
        contactDid = form.contact();
        above = form.above();
        upTo = form.upTo();
        then = form.then();
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        contact = new ContactPicker("rule-contact", Text.of("rule.form.contact"), person -> contactDid = person.id());
        List<Person> people = snapshot.contacts().stream().map(People::of).toList();
        contact.show(
                people,
                people.stream().filter(each -> each.id().equals(contactDid)).findFirst());
        type = new PickOrType("rule-type", Text.of("proof.type"), types());
        type.value(form.type());
        issuer = new PickOrType("rule-issuer", Text.of("rule.form.issuer"), People.names(snapshot));
        issuer.value(form.issuer());
        kinds();
        wrong("");
        var save = Buttons.main(new Action(Text.of("rule.form.save"), this::save));
        save.setId("rule-save");
        getChildren()
                .addAll(
                        Labels.line(Text.of("rule.form.title"), "z-sheet-title"),
                        new VBox(6, Labels.of(Text.of("rule.form.who"), kinds), kinds),
                        about,
                        amounts(),
                        new VBox(6, Labels.of(Text.of("rule.form.longest"), periods()), longest),
                        new VBox(6, Labels.line(Text.of("rule.form.then"), "z-field-label"), outcomes()),
                        wrong,
                        new HBox(8, Space.grow(), Buttons.plain(new Action(Text.of("sheet.cancel"), cancel)), save));
        about();
    }

    private void kinds() {
        kinds.setId("rule-who");
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.getItems().setAll(RuleForm.Kind.values());
        kinds.setConverter(new Words<>(RuleSheet::word));
        kinds.setValue(form.kind());
        kinds.valueProperty().addListener((o, was, is) -> about());
    }

    private static String word(RuleForm.Kind kind) {
        return switch (kind) {
            case ANY_CONTACT -> Text.of("rule.any-contact");
            case ONE_CONTACT -> Text.of("rule.form.one-contact");
            case COMPARED -> Text.of("rule.compared");
            case HOLDER -> Text.of("rule.form.holder");
            case NO_HOLDER -> Text.of("rule.form.no-holder");
        };
    }

    private void about() {
        List<Node> fields = switch (kinds.getValue()) {
            case ANY_CONTACT, COMPARED -> List.of();
            case ONE_CONTACT -> List.of(contact);
            case HOLDER, NO_HOLDER -> List.of(type, issuer);
        };
        wrong("");
        about.getChildren().setAll(fields);
        about.setVisible(!fields.isEmpty());
        about.setManaged(!fields.isEmpty());
    }

    private Node amounts() {
        AmountField low = new AmountField("rule-above", Text.of("rule.form.above"), false, typed -> {
            above = typed;
            wrong("");
        });
        AmountField high = new AmountField("rule-up-to", Text.of("rule.form.up-to"), false, typed -> {
            upTo = typed;
            wrong("");
        });
        low.coin(form.coin());
        high.coin(form.coin());
        low.text(above);
        high.text(upTo);
        low.hint(Text.of("rule.form.above.hint"), List.of());
        high.hint(Text.of("rule.form.up-to.hint"), List.of());
        return new HBox(16, Space.wide(low), Space.wide(high));
    }

    private Node periods() {
        longest.setId("rule-longest");
        longest.setMaxWidth(Double.MAX_VALUE);
        List<Duration> all = new ArrayList<>(PERIODS);
        Optional.ofNullable(form.longest()).filter(own -> !all.contains(own)).ifPresent(all::add);
        all.addFirst(Duration.ZERO);
        longest.getItems().setAll(all);
        longest.setConverter(new Words<>(period ->
                period.isZero() ? Text.of("rule.form.any-period") : Text.of("rule.period", When.span(period))));
        longest.setValue(Optional.ofNullable(form.longest()).orElse(Duration.ZERO));
        return longest;
    }

    private Node outcomes() {
        List<TrustRule.Outcome> all = List.of(TrustRule.Outcome.values());
        Segments<TrustRule.Outcome> outcomes = new Segments<>(
                "rule-then",
                all,
                all.stream().map(each -> RuleRow.then(each).word()).toList(),
                chosen -> then = chosen);
        outcomes.show(then);
        return outcomes;
    }

    private void save() {
        Duration period = longest.getValue();
        form = new RuleForm(
                kinds.getValue(),
                contactDid,
                type.value(),
                issuer.value(),
                form.coin(),
                above,
                upTo,
                period.isZero() ? null : period,
                then);
        switch (form.read(money)) {
            case RuleForm.Reading.Rule read -> done.accept(read.rule());
            case RuleForm.Reading.Wrong refused -> wrong(refused.sentence());
        }
    }

    /** Gone once something is changed. */
    private void wrong(String sentence) {
        wrong.setText(sentence);
        wrong.setVisible(!sentence.isEmpty());
        wrong.setManaged(!sentence.isEmpty());
    }

    private static SequencedMap<String, String> types() {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        types.put("PerunPeerVoucher", Credential.type("PerunPeerVoucher"));
        return types;
    }

    /** Words of the choices of a box. */
    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T choice) {
            return choice == null ? "" : words.apply(choice);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
