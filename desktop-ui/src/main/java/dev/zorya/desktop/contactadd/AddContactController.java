package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletProblem;
import javafx.scene.Node;

/** Adds a contact from a pasted text. */
public final class AddContactController implements Screen, PreviewPane.Decision {
    private final Desk desk;
    private final AddContactView view;
    /** Each pasted text has a number, so that the answer about an older one is not shown. */
    private int attempt;

    /** @param pasted a text that was pasted elsewhere, or empty */
    public AddContactController(Desk desk, String pasted) {
        this.desk = desk;
        this.view = new AddContactView(new OwnCard(desk), this::pasted);
        if (!pasted.isEmpty()) {
            view.text(pasted);
        }
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return new Head(RailEntry.CONTACTS, Text.of("contacts.add"), "", false);
    }

    @Override
    public void show(Snapshot snapshot) {}

    @Override
    public void arrived() {
        view.focus();
    }

    private void pasted(String typed) {
        String text = typed.strip();
        int mine = ++attempt;
        if (text.isEmpty()) {
            view.waiting();
            return;
        }
        view.reading();
        desk.work()
                .run(
                        () -> desk.wallet().readContact(text),
                        preview -> {
                            if (mine == attempt) {
                                view.preview(preview, this);
                            }
                        },
                        problem -> {
                            if (mine == attempt) {
                                problem(problem);
                            }
                        });
    }

    private void problem(WalletProblem problem) {
        view.problem(problem, new Action(Text.of("add.again"), () -> {
            view.text("");
            view.focus();
        }));
    }

    @Override
    public void save(ContactPreview preview, String name, boolean compared) {
        desk.work()
                .run(
                        () -> {
                            ContactView added = desk.wallet().addContact(preview, name);
                            if (compared) {
                                desk.wallet().codeCompared(added.did());
                            }
                            return added;
                        },
                        this::saved,
                        this::problem);
    }

    private void saved(ContactView added) {
        desk.toast(Icon.DONE, Tone.OK, Text.of("add.saved", added.name()));
        desk.refresh();
        desk.go(new Place.Contacts(added.did()));
    }

    @Override
    public void codesDiffer() {
        view.differs();
    }
}
