package dev.zorya.desktop.contacts;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.ComparisonCode;
import dev.zorya.desktop.component.ConfirmSheet;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.consent.ConsentSheet;
import dev.zorya.desktop.contactadd.CardSheet;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The contacts. */
public final class ContactsController implements Screen, ContactsListener {
    private final Desk desk;
    private final ContactsView view;
    private String selected;
    private String search = "";
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<ContactsModel> shown = Optional.empty();
    /** The contact in the making that is on display, or empty. */
    private String meeting = "";

    private ContactPapers papers = ContactPapers.NONE;
    private final Optional<Reading<ContactPapers>> reading;
    /** Whose papers are read; the reading runs elsewhere. */
    private volatile String reader = "";

    public ContactsController(Desk desk, String did) {
        this.desk = desk;
        this.selected = did;
        this.view = new ContactsView(this);
        this.reading = desk.abilities()
                .credentials()
                .map(credentials -> new Reading<>(
                        desk.work(), () -> ContactPapers.read(credentials, reader), this::read, this::unreadable));
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        String did =
                shown.flatMap(ContactsModel::detail).map(ContactDetail::did).orElse("");
        return new Head(RailEntry.CONTACTS, RailEntry.CONTACTS.word(), did, true);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        render();
        reading.ifPresent(Reading::again);
    }

    /** Those who wait and those on their way grow older. */
    @Override
    public void ticked() {
        render();
    }

    private void render() {
        snapshot.ifPresent(known -> {
            ContactsModel model = ContactsModel.of(known, selected, search, papers, desk.money(), desk.when());
            shown = Optional.of(model);
            Optional<ConnectionView> making = known.connections().stream()
                    .filter(each -> each.id().equals(meeting))
                    .filter(Meetings::underWay)
                    .findFirst();
            view.show(model, making, desk.when());
            String did = model.detail().map(ContactDetail::did).orElse("");
            if (!did.equals(reader)) {
                reader = did;
                reading.ifPresent(Reading::again);
            }
        });
    }

    private void read(ContactPapers fresh) {
        papers = fresh;
        render();
    }

    private void unreadable(WalletProblem problem) {
        desk.toast(Icon.STOPPED, Tone.BAD, problem.what());
    }

    @Override
    public boolean find() {
        view.find();
        return true;
    }

    @Override
    public void go(Place place) {
        desk.go(place);
    }

    @Override
    public void selected(String did) {
        selected = did;
        meeting = "";
        render();
    }

    @Override
    public void selectedMeeting(String connectionId) {
        meeting = connectionId;
        render();
    }

    @Override
    public void review(Waiting waiting) {
        snapshot.ifPresent(known -> ConsentSheet.open(desk, known, waiting));
    }

    @Override
    public void retry(ConnectionView connection) {
        desk.abilities()
                .introductions()
                .ifPresent(introductions -> desk.work()
                        .follow(
                                () -> introductions.retry(connection.id()),
                                contact -> desk.refresh(),
                                problem -> desk.refresh()));
        desk.refresh();
    }

    @Override
    public void giveUp(ConnectionView connection) {
        desk.abilities()
                .introductions()
                .ifPresent(introductions -> desk.work()
                        .run(task(() -> end(introductions, connection)), done -> desk.refresh(), this::unreadable));
    }

    private static void end(Introductions introductions, ConnectionView connection) throws WalletException {
        if (connection.state() == ConnectionView.State.INVITED) {
            introductions.withdraw(connection.id());
        } else {
            introductions.giveUp(connection.id());
        }
    }

    @Override
    public void askFor(ContactDetail detail) {
        desk.abilities()
                .credentials()
                .ifPresent(credentials -> snapshot.ifPresent(
                        known -> new PaperSheets(desk, credentials).ask(detail, known, this::unreadable)));
    }

    @Override
    public void vouch(ContactDetail detail) {
        desk.abilities().credentials().ifPresent(credentials -> new PaperSheets(desk, credentials).vouch(detail));
    }

    @Override
    public void searched(String typed) {
        search = typed;
        render();
    }

    @Override
    public void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    @Override
    public void showMyCard() {
        CardSheet.open(desk);
    }

    @Override
    public void compare(ContactDetail detail) {
        ask(
                Text.of("compare.title", detail.person().name()),
                Text.of("compare.about"),
                new VBox(ComparisonCode.box(detail.code())),
                Text.of("compare.match"),
                () -> task(() -> desk.wallet().codeCompared(detail.did())),
                false);
    }

    @Override
    public void rename(ContactDetail detail) {
        TextField name = new TextField(detail.person().name());
        name.setId("rename-field");
        ask(
                Text.of("rename.title"),
                Text.of("rename.about"),
                new VBox(6, Labels.of(Text.of("contact.name"), name), name),
                Text.of("rename.save"),
                () -> {
                    String typed = name.getText().strip();
                    return task(() -> desk.wallet().renameContact(detail.did(), typed));
                },
                false);
    }

    @Override
    public void remove(ContactDetail detail) {
        ask(
                Text.of("remove.title", detail.person().name()),
                Text.of("remove.about"),
                new VBox(),
                Text.of("contact.remove"),
                () -> task(() -> desk.wallet().removeContact(detail.did())),
                true);
    }

    /** What the wallet is asked to do; may block. */
    private interface Change {
        void make() throws WalletException;
    }

    private static Callable<String> task(Change change) {
        return () -> {
            change.make();
            return "";
        };
    }

    /**
     * Opens a sheet; its button does the work away from the window and shows a problem inside the sheet, under what was typed.
     *
     * @param task read from the fields when the button is pressed
     */
    private void ask(
            String title, String about, VBox body, String label, Supplier<Callable<String>> task, boolean danger) {
        VBox outcome = new VBox();
        Action act = new Action(
                label,
                () -> desk.work()
                        .run(
                                task.get(),
                                done -> {
                                    desk.closeSheet();
                                    desk.refresh();
                                },
                                problem -> outcome.getChildren().setAll(new ProblemNote(problem))));
        Action keep = new Action(Text.of("sheet.cancel"), desk::closeSheet);
        desk.openSheet(new ConfirmSheet(title, about, new VBox(12, body, outcome), keep, act, danger));
    }
}
