package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.contactadd.CardSheet;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The contacts. */
public final class ContactsController implements Screen, ContactsView.Listener {
    private final Desk desk;
    private final ContactsView view;
    private String selected;
    private String search = "";
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<ContactsModel> shown = Optional.empty();

    public ContactsController(Desk desk, String did) {
        this.desk = desk;
        this.selected = did;
        this.view = new ContactsView(this);
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
    }

    private void render() {
        snapshot.ifPresent(known -> {
            ContactsModel model = ContactsModel.of(known, selected, search, desk.money(), desk.when());
            if (!shown.equals(Optional.of(model))) {
                shown = Optional.of(model);
                view.show(model);
            }
        });
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
        render();
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
        VBox body = new VBox(Labels.line(detail.code(), "z-code"));
        body.setAlignment(javafx.geometry.Pos.CENTER);
        ask(
                Text.of("compare.title", detail.person().name()),
                Text.of("compare.about"),
                body,
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
