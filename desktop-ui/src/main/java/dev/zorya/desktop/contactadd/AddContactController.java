package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.qr.LinkFile;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;

/** Adds a contact: by an invitation given or taken, a card, or the address of another program. */
public final class AddContactController
        implements Screen, PreviewPane.Decision, TheirSide.Listener, MeetingPane.Listener, MetPane.Listener {
    private final Desk desk;
    private final AddContactView view;
    private final OwnSide own;
    private Phase phase = new Phase.Ready();
    private Optional<Snapshot> snapshot = Optional.empty();
    /** Each pasted text has a number, so that the answer about an older one is not shown. */
    private int attempt;

    /** @param pasted a text that was pasted elsewhere, or empty */
    public AddContactController(Desk desk, InvitationShelf shelf, String pasted) {
        this.desk = desk;
        this.own = new OwnSide(desk, shelf);
        this.view = new AddContactView(own, this);
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
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        own.show(fresh);
        Phase next = phase.after(fresh, own.invitationId());
        if (!next.equals(phase) || underWay()) {
            become(next);
        }
    }

    /** An exchange grows older on display. */
    @Override
    public void ticked() {
        if (underWay()) {
            become(phase);
        }
    }

    @Override
    public boolean tells(WalletEvent event) {
        return event instanceof WalletEvent.ConnectionChanged changed
                && (underWay()
                        || phase instanceof Phase.Met
                        || changed.connection().id().equals(own.invitationId()));
    }

    private boolean underWay() {
        return phase instanceof Phase.Meeting;
    }

    @Override
    public void arrived() {
        view.focus();
    }

    private void become(Phase next) {
        phase = next;
        view.step(next.step());
        switch (next) {
            case Phase.Ready ready -> view.waiting();
            case Phase.Checking checking -> view.reading();
            case Phase.Seen seen -> view.preview(seen.preview(), this);
            case Phase.Refused refused ->
                view.problem(refused.problem(), new Action(Text.of("add.again"), this::again));
            case Phase.Meeting meeting ->
                snapshot.ifPresent(known -> view.meeting(meeting.connection(known), meeting.name(), desk.when(), this));
            case Phase.Met met -> view.met(met.contact(), this);
            case Phase.Stopped stopped -> view.differs(new Action(Text.of("add.again"), this::again));
        }
    }

    @Override
    public void replace() {
        again();
    }

    private void again() {
        view.text("");
        become(new Phase.Ready());
        view.focus();
    }

    private void refused(WalletProblem problem) {
        become(new Phase.Refused(problem));
    }

    @Override
    public void typed(String typed) {
        String text = typed.strip();
        int mine = ++attempt;
        if (text.isEmpty()) {
            become(new Phase.Ready());
            return;
        }
        become(new Phase.Checking());
        desk.work()
                .run(
                        () -> desk.wallet().readContact(text),
                        preview -> ifLatest(mine, new Phase.Seen(preview)),
                        problem -> ifLatest(mine, new Phase.Refused(problem)));
    }

    private void ifLatest(int mine, Phase next) {
        if (mine == attempt) {
            become(next);
        }
    }

    @Override
    public void wantsFile() {
        desk.choose(Text.of("add.file")).ifPresent(this::dropped);
    }

    @Override
    public void dropped(Path file) {
        find(() -> LinkFile.read(file));
    }

    @Override
    public void dropped(Image picture) {
        find(() -> LinkFile.picture(picture));
    }

    private void find(Callable<String> reading) {
        attempt++;
        become(new Phase.Checking());
        desk.work().run(reading, view::text, this::refused);
    }

    @Override
    public void save(ContactPreview preview, String name, boolean compared) {
        switch (preview.kind()) {
            case CARD, BARE_ADDRESS -> add(preview, name, compared);
            case INVITATION, AGENT_INVITATION ->
                desk.abilities().introductions().ifPresent(introductions -> accept(introductions, preview, name));
        }
    }

    private void add(ContactPreview preview, String name, boolean compared) {
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
                        this::refused);
    }

    private void accept(Introductions introductions, ContactPreview preview, String name) {
        become(new Phase.Meeting("", name));
        follow(() -> introductions.accept(preview, name));
    }

    /** Ends with a contact, or with a problem: where the exchange itself tells it, it stands there. */
    private void follow(Callable<CompletionStage<ContactView>> exchange) {
        Phase mine = phase;
        desk.work()
                .follow(
                        exchange,
                        contact -> {
                            desk.refresh();
                            if (phase.equals(mine)) {
                                become(new Phase.Met(contact));
                            }
                        },
                        problem -> {
                            desk.refresh();
                            if (phase.equals(mine) && !told()) {
                                refused(problem);
                            }
                        });
    }

    private boolean told() {
        return snapshot.isPresent()
                && phase instanceof Phase.Meeting meeting
                && meeting.connection(snapshot.get()).isPresent();
    }

    @Override
    public void retry(ConnectionView connection) {
        desk.abilities().introductions().ifPresent(introductions -> follow(() -> introductions.retry(connection.id())));
    }

    @Override
    public void giveUp(ConnectionView connection) {
        desk.abilities()
                .introductions()
                .ifPresent(introductions -> change(() -> introductions.giveUp(connection.id()), done -> again()));
    }

    @Override
    public void match(ContactView contact, String name) {
        settle(contact, name, () -> desk.wallet().codeCompared(contact.did()));
    }

    @Override
    public void later(ContactView contact, String name) {
        settle(contact, name, () -> {});
    }

    private void settle(ContactView contact, String name, Change compare) {
        change(
                () -> {
                    if (!name.equals(contact.name())) {
                        desk.wallet().renameContact(contact.did(), name);
                    }
                    compare.make();
                },
                done -> saved(contact));
    }

    /** They are forgotten again before the person is told that nothing is kept. */
    @Override
    public void differ(ContactView contact) {
        change(() -> desk.wallet().removeContact(contact.did()), done -> {
            desk.refresh();
            become(new Phase.Stopped());
        });
    }

    /** What the wallet is asked to do; may block. */
    private interface Change {
        void make() throws WalletException;
    }

    private void change(Change change, Consumer<String> done) {
        desk.work()
                .run(
                        () -> {
                            change.make();
                            return "";
                        },
                        done,
                        this::refused);
    }

    private void saved(ContactView added) {
        desk.toast(Icon.DONE, Tone.OK, Text.of("add.saved", added.name()));
        desk.refresh();
        desk.go(new Place.Contacts(added.did()));
    }

    @Override
    public void codesDiffer() {
        become(new Phase.Stopped());
    }
}
