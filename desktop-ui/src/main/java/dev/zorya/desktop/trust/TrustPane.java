package dev.zorya.desktop.trust;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The rules in their order with the last line below them, and what was decided. A change is saved at once. */
public final class TrustPane extends VBox {
    private static final int DECISIONS = 50;
    private static final int SKELETON_ROWS = 3;
    private static final double NUMBER = 12;

    private final Desk desk;
    private final Trust trust;
    private final Snapshot snapshot;
    private final VBox trouble = new VBox();
    private final VBox body = new VBox(20, new Skeleton(SKELETON_ROWS));
    private final Reading<Known> reading;
    private Optional<Known> shown = Optional.empty();
    /** Where the focus goes after a change: the row that was moved. */
    private int focused = -1;

    /** The policy and its decisions at one moment. */
    private record Known(TrustPolicy policy, List<DecisionView> decisions) {}

    public TrustPane(Desk desk, Trust trust, Snapshot snapshot) {
        super(20);
        this.desk = desk;
        this.trust = trust;
        this.snapshot = snapshot;
        reading = new Reading<>(
                desk.work(), () -> new Known(trust.policy(), trust.decisions(DECISIONS)), this::show, this::refused);
        getChildren().addAll(Labels.paragraph(Text.of("trust.about"), "z-muted"), trouble, body);
        reading.again();
    }

    /** Something may be new. */
    public void refresh() {
        reading.again();
    }

    private void refused(WalletProblem problem) {
        trouble.getChildren()
                .setAll(new ErrorPanel(problem, List.of(new Action(Text.of("trouble.retry"), reading::again))));
        shown.ifPresent(known -> rebuild(known));
    }

    private void show(Known known) {
        trouble.getChildren().clear();
        if (!shown.equals(Optional.of(known))) {
            shown = Optional.of(known);
            rebuild(known);
        }
    }

    private void rebuild(Known known) {
        body.getChildren().setAll(rules(known.policy()), decisions(known.decisions()));
        if (focused >= 0) {
            Optional.ofNullable(body.lookup("#rule-" + focused)).ifPresent(Node::requestFocus);
            focused = -1;
        }
    }

    private Node rules(TrustPolicy policy) {
        Button add = Buttons.small(new Action(
                Text.of("trust.add"),
                () -> edit(RuleForm.fresh(coins().getFirst()), rule -> Rules.with(policy, rule))));
        add.setId("rule-add");
        Card card = new Card(Text.of("trust.rules"), add);
        List<Node> rows = new ArrayList<>();
        if (policy.rules().isEmpty()) {
            rows.add(Card.sentence(Text.of("trust.none")));
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            rows.add(rule(policy, i));
        }
        rows.add(otherwise(policy));
        card.rows(rows);
        return card;
    }

    private Node rule(TrustPolicy policy, int at) {
        TrustRule rule = policy.rules().get(at);
        RuleRow words = RuleRow.of(rule, snapshot, coins(), desk.money());
        VBox text = new VBox(
                1,
                Labels.paragraph(words.who(), "z-medium"),
                Labels.paragraph(Text.of("rule.line", words.amounts(), words.longest()), "z-small", "z-muted"));
        text.setAlignment(Pos.CENTER_LEFT);
        Button up = Buttons.icon(Icon.UP, new Action(Text.of("trust.up", words.who()), () -> move(policy, at, -1)));
        Button down =
                Buttons.icon(Icon.DOWN, new Action(Text.of("trust.down", words.who()), () -> move(policy, at, 1)));
        up.setId("rule-up-" + at);
        down.setId("rule-down-" + at);
        up.setDisable(at == 0);
        down.setDisable(at == policy.rules().size() - 1);
        Button edit = Buttons.icon(
                Icon.EDIT,
                new Action(
                        Text.of("trust.edit", words.who()),
                        () -> edit(
                                RuleForm.of(rule, coin(rule), desk.money()),
                                changed -> Rules.replaced(policy, at, changed))));
        edit.setId("rule-edit-" + at);
        Button remove = Buttons.icon(
                Icon.CLOSE, new Action(Text.of("trust.remove", words.who()), () -> save(Rules.without(policy, at))));
        remove.setId("rule-remove-" + at);
        for (Button each : List.of(up, down, edit, remove)) {
            each.getStyleClass().add("small");
        }
        HBox acts = new HBox(2, up, down, edit, remove);
        acts.setAlignment(Pos.CENTER);
        Label number = Labels.line(Integer.toString(at + 1), "z-subtle");
        number.setMinWidth(NUMBER);
        HBox row = new HBox(number, Space.wide(text), words.then().chip(), acts);
        row.getStyleClass().addAll("z-row", "clickable");
        row.setId("rule-" + at);
        row.setFocusTraversable(true);
        row.setAccessibleText(words.spoken());
        row.setAccessibleHelp(Text.of("trust.keys"));
        row.setOnKeyPressed(event -> key(event, policy, at));
        return row;
    }

    /** Alt+Up and Alt+Down move the rule that has the focus. */
    private void key(KeyEvent event, TrustPolicy policy, int at) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            event.consume();
            move(policy, at, event.getCode() == KeyCode.UP ? -1 : 1);
        }
    }

    private void move(TrustPolicy policy, int at, int by) {
        focused = Math.clamp(at + by, 0, policy.rules().size() - 1);
        save(Rules.moved(policy, at, by));
    }

    private Node otherwise(TrustPolicy policy) {
        Segments<TrustRule.Outcome> choice = new Segments<>(
                "rule-otherwise",
                List.of(TrustRule.Outcome.ASK, TrustRule.Outcome.REFUSE),
                List.of(Text.of("rule.ask"), Text.of("rule.refuse")),
                chosen -> save(Rules.otherwise(policy, chosen)));
        choice.show(policy.otherwise());
        VBox text = new VBox(
                1,
                Labels.line(Text.of("trust.otherwise"), "z-medium"),
                Labels.paragraph(Text.of("trust.otherwise.about"), "z-small", "z-muted"));
        HBox row = new HBox(Space.wide(text), choice);
        row.setFillHeight(false);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("z-row");
        return row;
    }

    private Node decisions(List<DecisionView> decisions) {
        Card card = new Card(Text.of("trust.decisions"));
        card.setId("trust-decisions");
        card.rows(
                decisions.isEmpty()
                        ? List.of(Card.sentence(Text.of("trust.decisions.none")))
                        : decisions.stream()
                                .map(decision -> DecisionRow.of(decision, desk.money(), desk.when())
                                        .node())
                                .toList());
        return card;
    }

    private List<Coin> coins() {
        return desk.wallet().coins();
    }

    /** A rule about a coin that this wallet does not have any more is edited into one that it has. */
    private Coin coin(TrustRule rule) {
        return coins().stream()
                .filter(each -> each.symbol().equals(rule.coin()))
                .findFirst()
                .orElse(coins().getFirst());
    }

    /** What a rule from the form makes of the policy. */
    private interface Change {
        TrustPolicy with(TrustRule rule);
    }

    private void edit(RuleForm form, Change change) {
        desk.openSheet(new RuleSheet(
                form,
                snapshot,
                desk.money(),
                rule -> {
                    desk.closeSheet();
                    save(change.with(rule));
                },
                desk::closeSheet));
    }

    private void save(TrustPolicy changed) {
        desk.work()
                .run(
                        () -> keep(changed),
                        kept -> {
                            desk.toast(Icon.TRUST, Tone.OK, Text.of("trust.saved"));
                            reading.again();
                        },
                        this::refused);
    }

    private TrustPolicy keep(TrustPolicy changed) throws WalletException {
        trust.policy(changed);
        return changed;
    }
}
