package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.KeyValues;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Legend;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Timeline;
import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the nodes of the channel page. */
final class ChannelViewNodes {
    private static final double SIDE = 384;
    private static final int SKELETON_ROWS = 4;

    private final HBox header = new HBox(14);
    private final HBox numbers = new HBox();
    private final BalanceBar bar = BalanceBar.large();
    private final VBox note = new VBox();
    private final Timeline timeline = new Timeline();
    private final KeyValues terms = new KeyValues();
    private final Button another;
    private final Button close;
    private final VBox balance;
    private final Label storyTitle = Labels.line("", "z-heading");
    private final Button export;
    private final VBox exported = new VBox();
    private final DisputePane dispute;
    private final VBox upper = new VBox();
    private final Page page;
    private final StackPane root = new StackPane(new Skeleton(SKELETON_ROWS));
    private final Consumer<String> copied;

    ChannelViewNodes(
            Runnable openAnother,
            Runnable closeChannel,
            Runnable exportEvidence,
            Consumer<String> copied,
            Supplier<Instant> chainNow) {
        this.copied = copied;
        dispute = new DisputePane(chainNow);
        another = Buttons.plain(new Action(Text.of("channel.another"), openAnother));
        another.setGraphic(Icon.ADD.view());
        close = Buttons.plain(new Action(Text.of("channel.close"), closeChannel));
        close.setId("channel-close");
        bar.setId("channel-bar");
        header.setAlignment(Pos.CENTER_LEFT);
        balance = new VBox(10, numbers, bar, note);
        balance.getStyleClass().add("z-card");
        export = Buttons.small(new Action(Text.of("evidence.export"), exportEvidence));
        export.setId("evidence-export");
        export.setGraphic(Icon.FOLDER.view());
        HBox storyHead = new HBox(12, storyTitle, Space.grow(), export);
        storyHead.setAlignment(Pos.CENTER_LEFT);
        VBox story = new VBox(storyHead, exported, timeline);
        story.getStyleClass().add("z-card");
        story.setMaxHeight(VBox.USE_PREF_SIZE);
        VBox facts = new VBox(Labels.line(Text.of("terms.title"), "z-heading"), terms);
        facts.getStyleClass().add("z-card");
        facts.setMinWidth(SIDE);
        facts.setMaxWidth(SIDE);
        HBox columns = new HBox(20, Space.wide(story), facts);
        columns.setFillHeight(false);
        page = new Page(header, upper, columns);
    }

    Node node() {
        return root;
    }

    void problem(WalletProblem problem, Action retry) {
        VBox box = new VBox(new ErrorPanel(problem, List.of(retry)));
        box.getStyleClass().add("z-page");
        root.getChildren().setAll(box);
    }

    /** Why evidence could not be saved, or nothing. */
    void notExported(List<WalletProblem> problems) {
        exported.getChildren()
                .setAll(problems.stream()
                        .map(problem -> new ErrorPanel(problem, List.of()))
                        .toList());
    }

    void show(ChannelModel model) {
        export.setVisible(model.provable());
        export.setManaged(model.provable());
        header(model);
        numbers(model);
        bar.show(model.shares(), model.hidden(), model.live(), model.spoken());
        note.getChildren()
                .setAll(
                        model.pendingNote().isEmpty()
                                ? List.of()
                                : List.of(new Note(
                                        Tone.WAIT,
                                        Icon.WAITING,
                                        model.pendingNote(),
                                        Text.of("channel.pending.meaning"),
                                        List.of())));
        upper(model);
        terms(model);
        close.setText(model.exit().label());
        close.setDisable(model.exit() == Exit.NONE);
        if (!root.getChildren().contains(page)) {
            root.getChildren().setAll(page);
        }
    }

    /** A dispute takes the place of the balance, which it decides about, and continues the story. */
    private void upper(ChannelModel model) {
        DisputeModel before = model.dispute();
        List<TimelineItem> story = new ArrayList<>(model.story());
        if (before == null) {
            storyTitle.setText(Text.of("channel.timeline"));
            upper.getChildren().setAll(balance);
        } else {
            dispute.show(before, model.hidden());
            story.addAll(before.steps());
            storyTitle.setText(Text.of("dispute.story"));
            if (!upper.getChildren().contains(dispute)) {
                upper.getChildren().setAll(dispute);
            }
        }
        timeline.show(story);
    }

    private void header(ChannelModel model) {
        HBox name = new HBox(
                10,
                Labels.line(
                        model.dispute() == null
                                ? model.person().name()
                                : Text.of("dispute.title", model.person().name()),
                        "z-title"),
                model.look().chip());
        name.setAlignment(Pos.CENTER_LEFT);
        HBox badges = new HBox(12, model.person().badgeChip(), PersonRow.presence(model.person()));
        if (!model.waitsFor().isEmpty() && model.dispute() == null) {
            badges.getChildren().add(Labels.line(model.waitsFor(), "z-small", "z-muted"));
        }
        VBox words = new VBox(2, name, badges);
        words.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().setAll(new Avatar(model.person().face(), true), Space.wide(words), another, close);
    }

    private void numbers(ChannelModel model) {
        numbers.getChildren()
                .setAll(
                        new Legend(
                                Share.Kind.MINE,
                                model.live() ? Text.of("channel.yours") : Text.of("channels.head.yours"),
                                model.mine(),
                                "z-figure"),
                        Space.grow());
        if (!model.pendingNote().isEmpty()) {
            numbers.getChildren()
                    .addAll(
                            new Legend(Share.Kind.PENDING, Text.of("channel.pending"), model.pending(), "z-figure"),
                            Space.grow());
        }
        numbers.getChildren()
                .add(new Legend(
                        Share.Kind.THEIRS,
                        model.live() ? Text.of("channel.theirs") : Text.of("channels.head.theirs"),
                        model.theirs(),
                        Pos.TOP_RIGHT,
                        "z-figure"));
    }

    private void terms(ChannelModel model) {
        terms.getChildren().clear();
        if (!model.channelId().isEmpty()) {
            terms.add(
                    Text.of("terms.channel"),
                    new Copyable(
                            Text.of("terms.channel"),
                            Chunks.brief("0x" + model.channelId()),
                            "0x" + model.channelId(),
                            copied));
        }
        terms.add(Text.of("terms.period"), Labels.line(model.period()));
        terms.add(Text.of("terms.purpose"), Labels.line(Text.of("terms.payments")));
        terms.add(Text.of("terms.version"), Labels.line(model.version()));
        terms.add(Text.of("terms.total"), Labels.line(model.total()));
        DisputeModel now = model.dispute();
        if (now != null) {
            terms.add(Text.of("terms.spent"), Labels.line(now.spent().text()));
            if (!now.toCome().isEmpty()) {
                terms.add(Text.of("terms.to-come"), Labels.line(now.toCome()));
            }
        }
    }
}
