package dev.zorya.desktop.credentials;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.ConfirmSheet;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.consent.ConsentSheet;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The credentials. */
public final class CredentialsController implements Screen, CredentialsView.Listener {
    private final Desk desk;
    private final Credentials credentials;
    private final CredentialsView view;
    private final Reading<Held> reading;
    private Optional<Held> papers = Optional.empty();
    private Optional<WalletProblem> trouble = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();
    private String selected = "";

    public CredentialsController(Desk desk, Credentials credentials) {
        this.desk = desk;
        this.credentials = credentials;
        this.view = new CredentialsView(this);
        this.reading = new Reading<>(desk.work(), () -> Held.read(credentials), this::read, this::unreadable);
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return new Head(RailEntry.CREDENTIALS, RailEntry.CREDENTIALS.word(), "", false);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        render();
        reading.again();
    }

    @Override
    public void ticked() {
        render();
    }

    private void read(Held fresh) {
        papers = Optional.of(fresh);
        trouble = Optional.empty();
        render();
    }

    /** What was last known stays. */
    private void unreadable(WalletProblem problem) {
        trouble = Optional.of(problem);
        render();
    }

    private void render() {
        snapshot.ifPresent(known -> view.show(CredentialsModel.of(known, papers, selected, desk.when()), trouble));
    }

    @Override
    public void go(Place place) {
        desk.go(place);
    }

    @Override
    public void again() {
        reading.again();
    }

    @Override
    public void selected(String id) {
        selected = selected.equals(id) ? "" : id;
        render();
    }

    @Override
    public void review(Waiting.Offer offer) {
        snapshot.ifPresent(known -> ConsentSheet.open(desk, known, offer));
    }

    @Override
    public void decline(Waiting.Offer offer) {
        desk.work().follow(() -> credentials.decline(offer.id()), done -> desk.refresh(), this::unreadable);
    }

    @Override
    public void remove(CredentialsModel.Detail detail) {
        ask(
                Text.of("paper.remove.title", detail.name()),
                Text.of("paper.remove.about"),
                Text.of("paper.remove"),
                () -> {
                    credentials.remove(detail.id());
                    return CompletableFuture.completedFuture(null);
                });
    }

    @Override
    public void revoke(CredentialsModel.Detail detail) {
        ask(
                Text.of("paper.revoke.title", detail.name()),
                Text.of("paper.revoke.about"),
                Text.of("paper.revoke"),
                () -> credentials.revoke(detail.id()));
    }

    private void ask(String title, String about, String act, Callable<CompletionStage<Void>> task) {
        VBox outcome = new VBox();
        Action run = new Action(
                act,
                () -> desk.work()
                        .follow(
                                task,
                                done -> {
                                    desk.closeSheet();
                                    desk.toast(Icon.DONE, Tone.OK, Text.of("paper.done"));
                                    desk.refresh();
                                },
                                problem -> outcome.getChildren().setAll(new ProblemNote(problem))));
        desk.openSheet(new ConfirmSheet(
                title, about, outcome, new Action(Text.of("sheet.cancel"), desk::closeSheet), run, true));
    }
}
