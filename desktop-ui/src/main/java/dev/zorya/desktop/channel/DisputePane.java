package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The upper part of a dispute's page: what there is to do, the time that is left in chain time, the two balances. */
final class DisputePane extends VBox {
    private final Supplier<Instant> chainNow;
    private final Label heading = Labels.line("", "z-muted");
    private final Label left = Labels.line("", "z-display");
    private final Label day = Labels.line("", "z-muted");
    private final VBox countdown = new VBox(2, heading, left, day);
    private final ProgressBar passed = new ProgressBar();
    private final Label begun = Labels.line("", "z-small", "z-muted");
    private final Label decided = Labels.line("", "z-small", "z-muted");
    private final VBox bar = new VBox(6, passed, new HBox(begun, Space.grow(), decided));
    private final VBox note = new VBox();
    private final HBox balances = new HBox(12);
    private final Label difference = Labels.paragraph("", "z-small", "z-muted");
    private final Timeline ticker = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tick()));
    private Optional<DisputeModel.Period> period = Optional.empty();

    /** @param chainNow the time that decides */
    DisputePane(Supplier<Instant> chainNow) {
        super(16);
        this.chainNow = chainNow;
        setId("dispute");
        left.setId("dispute-countdown");
        left.setFocusTraversable(true);
        left.setAccessibleRole(AccessibleRole.TEXT);
        passed.setMaxWidth(Double.MAX_VALUE);
        passed.setAccessibleText(Text.of("dispute.bar"));
        countdown.setMinWidth(USE_PREF_SIZE);
        countdown.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(14, note, bar);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox first = new HBox(28, countdown, Space.wide(words));
        first.getStyleClass().add("z-card");
        VBox second = new VBox(12, Labels.line(Text.of("dispute.balances"), "z-heading"), balances, difference);
        second.getStyleClass().add("z-card");
        getChildren().addAll(first, second);
        ticker.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                ticker.stop();
            } else {
                ticker.play();
            }
        });
    }

    void show(DisputeModel model, boolean hidden) {
        period = Optional.ofNullable(model.period());
        note.getChildren().setAll(new Note(model.tone(), model.icon(), model.strong(), model.plain(), List.of()));
        balances.getChildren()
                .setAll(model.balances().stream()
                        .map(side -> side(side, hidden))
                        .toList());
        difference.setText(model.difference());
        difference.setVisible(!model.difference().isEmpty());
        difference.setManaged(!model.difference().isEmpty());
        present(countdown, period.isPresent());
        present(bar, period.isPresent());
        period.ifPresent(known -> {
            begun.setText(known.begun());
            decided.setText(known.decided());
            day.setText(known.day());
        });
        tick();
    }

    private void tick() {
        period.ifPresent(known -> {
            Instant now = chainNow.get();
            Duration rest = Duration.between(now, known.end());
            boolean over = rest.isNegative() || rest.isZero();
            boolean blind = !known.blind().isEmpty();
            heading.setText(
                    blind ? known.blind() : over ? Text.of("dispute.time-is-up") : Text.of("dispute.decided-in"));
            left.setText(over ? Text.of("dispute.now") : Countdown.of(rest));
            present(left, !blind);
            double whole =
                    Math.max(1, Duration.between(known.since(), known.end()).toMillis());
            passed.setProgress(Math.clamp(Duration.between(known.since(), now).toMillis() / whole, 0, 1));
        });
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static VBox side(DisputeModel.Side side, boolean hidden) {
        Tone tone = side.counts() ? Tone.OK : Tone.BAD;
        Label title = Labels.line(side.title(), "z-small", side.counts() ? "z-ok" : "z-bad");
        title.setGraphic((side.counts() ? Icon.DONE : Icon.REVOKED).view(tone));
        VBox box = new VBox(8, title);
        if (side.mine() == null) {
            box.getChildren().add(Labels.paragraph(Text.of("dispute.balance.amount-unknown"), "z-small", "z-muted"));
        } else {
            BalanceBar bar = BalanceBar.small();
            bar.show(side.shares(), hidden, true, "");
            HBox amount = new HBox(6, new AmountLabel(side.mine()), Labels.line(Text.of("dispute.yours"), "z-muted"));
            box.getChildren().addAll(bar, amount);
        }
        box.getStyleClass().addAll("z-side", side.counts() ? "ok" : "bad");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(1); // equal parts
        return box;
    }
}
