package dev.zorya.desktop.identity;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.ConfirmSheet;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.AgentOrder;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The three ways for an identity, the one in use, the change that is under way, and all DIDs. */
public final class IdentityPane extends VBox {
    private final Desk desk;
    private final IdentityDesk identities;
    private final VBox ways = new VBox();
    private final VBox change = new VBox();
    private final VBox known = new VBox();
    private final Reading<List<String>> dids;
    private Optional<IdentityView> shown = Optional.empty();
    private boolean changing;

    public IdentityPane(Desk desk, IdentityDesk identities) {
        super(20);
        this.desk = desk;
        this.identities = identities;
        dids = new Reading<>(
                desk.work(),
                identities::dids,
                this::known,
                problem -> known.getChildren().setAll(new ProblemNote(problem)));
        getChildren().addAll(change, ways, known);
        change.managedProperty().bind(Bindings.isNotEmpty(change.getChildren()));
        refresh();
    }

    /** Something may be new. */
    public void refresh() {
        IdentityView current = identities.current();
        if (!shown.equals(Optional.of(current))) {
            shown = Optional.of(current);
            show(current);
            dids.again();
        }
    }

    private void show(IdentityView current) {
        Card card = new Card(Text.of("where.title"));
        List<Node> rows = new ArrayList<>();
        for (IdentityView.Kind kind :
                List.of(IdentityView.Kind.BUILT_IN, IdentityView.Kind.LOCAL_AGENT, IdentityView.Kind.OWN_AGENT)) {
            rows.add(way(kind, current));
        }
        WalletProblem problem = current.problem();
        if (problem != null) {
            ProblemNote note = new ProblemNote(problem);
            VBox.setMargin(note, new Insets(0, 16, 12, 16));
            rows.add(note);
        }
        HBox told = new HBox(8, Icon.INFO.view(), Labels.paragraph(Text.of("where.note"), "z-small", "z-muted"));
        told.getStyleClass().addAll("z-row", "z-fact");
        rows.add(told);
        card.rows(rows);
        ways.getChildren().setAll(card);
    }

    private Node way(IdentityView.Kind kind, IdentityView current) {
        boolean used = current.kind() == kind;
        VBox words = new VBox(
                1,
                Labels.line(IdentityModel.name(kind), "z-medium"),
                Labels.paragraph(IdentityModel.about(kind), "z-small", "z-muted"));
        if (used && !current.agent().isEmpty()) {
            words.getChildren()
                    .add(Labels.paragraph(
                            Text.of("where.agent", current.agent(), current.endpoint()), "z-small", "z-muted"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(used ? Icon.CHOSEN.view(Tone.BUSY) : Icon.NOT_CHOSEN.view(), Space.wide(words));
        if (used) {
            row.getChildren().add(IdentityModel.state(current).chip());
        } else {
            Button act = Buttons.link(new Action(IdentityModel.action(kind), () -> begin(kind)));
            act.setId("identity-" + kind);
            act.setDisable(changing);
            row.getChildren().add(act);
        }
        row.getStyleClass().add("z-row");
        row.setAccessibleText(
                used
                        ? Text.of(
                                "where.spoken.used",
                                IdentityModel.name(kind),
                                IdentityModel.state(current).word())
                        : IdentityModel.name(kind));
        return row;
    }

    private void begin(IdentityView.Kind kind) {
        switch (kind) {
            case BUILT_IN -> confirm(kind, () -> run(progress -> identities.useBuiltIn()));
            case LOCAL_AGENT -> confirm(kind, () -> run(identities::startAgent));
            case OWN_AGENT -> change.getChildren().setAll(new AgentForm(this::connect, this::clear));
        }
    }

    private void connect(AgentOrder order) {
        run(progress -> identities.useAgent(order, progress), () -> Arrays.fill(order.key(), '\0'));
    }

    /** Another identity cannot be taken back by a click: contacts are told of it (UI.md 8, confirm sheet). */
    private void confirm(IdentityView.Kind kind, Runnable act) {
        Action run = new Action(IdentityModel.action(kind), () -> {
            desk.closeSheet();
            act.run();
        });
        desk.openSheet(new ConfirmSheet(
                Text.of("where.confirm.title"),
                Text.of("where.confirm.about"),
                new Note(Tone.BUSY, Icon.INFO, IdentityModel.name(kind), IdentityModel.about(kind), List.of()),
                new Action(Text.of("sheet.cancel"), desk::closeSheet),
                run,
                false));
    }

    private void run(Function<Progress, CompletionStage<IdentityView>> order) {
        run(order, () -> {});
    }

    /** @param afterwards when the change has ended in whatever way */
    private void run(Function<Progress, CompletionStage<IdentityView>> order, Runnable afterwards) {
        CompletableFuture<CompletionStage<IdentityView>> stage = new CompletableFuture<>();
        ChangePane pane = new ChangePane(() -> cancel(stage));
        changing(true);
        change.getChildren().setAll(pane);
        pane.focus();
        Progress progress = (phase, done) -> desk.work().show(() -> pane.show(phase, done));
        Callable<CompletionStage<IdentityView>> start = () -> {
            CompletionStage<IdentityView> running = order.apply(progress);
            stage.complete(running);
            return running;
        };
        desk.work()
                .follow(
                        start,
                        identity -> {
                            afterwards.run();
                            changed(identity);
                        },
                        problem -> {
                            afterwards.run();
                            refused(problem, cancelled(stage));
                        });
    }

    /** At once, or as soon as it has begun. */
    private static void cancel(CompletableFuture<CompletionStage<IdentityView>> stage) {
        CompletableFuture<Void> unused =
                stage.thenAccept(running -> running.toCompletableFuture().cancel(true));
    }

    private static boolean cancelled(CompletableFuture<CompletionStage<IdentityView>> stage) {
        return stage.isDone() && stage.join().toCompletableFuture().isCancelled();
    }

    private void changed(IdentityView identity) {
        clear();
        desk.toast(Icon.IDENTITY, Tone.OK, Text.of("where.changed", IdentityModel.name(identity.kind())));
        changing(false);
        desk.refresh();
    }

    /** The identity that was in use before is still in use: that is said before what went wrong. */
    private void refused(WalletProblem problem, boolean cancelled) {
        changing(false);
        Note safe = new Note(
                Tone.OK,
                Icon.DONE,
                Text.of("where.as-before"),
                Text.of(
                        "where.as-before.about",
                        IdentityModel.name(identities.current().kind())),
                List.of());
        change.getChildren().setAll(safe);
        if (!cancelled) {
            change.getChildren().add(new ProblemNote(problem));
        }
    }

    private void changing(boolean now) {
        changing = now;
        IdentityView current = identities.current();
        shown = Optional.of(current);
        show(current);
        dids.again();
    }

    private void clear() {
        change.getChildren().clear();
    }

    private void known(List<String> all) {
        Card card = new Card(Text.of("where.dids"), Labels.line(Text.of("where.dids.about"), "z-small", "z-muted"));
        card.setId("identity-dids");
        String current = identities.current().did();
        card.rows(all.stream()
                .map(did -> Card.fact(
                        did.equals(current) ? Text.of("where.did.current") : Text.of("where.did.before"),
                        new Copyable(Text.of("identity.did"), Chunks.briefDid(did), did, this::copied)))
                .toList());
        known.getChildren().setAll(card);
    }

    private void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }
}
