package dev.zorya.desktop.open;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;

/** Opens a channel. */
public final class OpenController implements Screen, OpenView.Listener {
    private final Desk desk;
    private final OpenView view;
    private OpenForm form;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<CostSummary> costs = Optional.empty();
    private Optional<OpenModel> shown = Optional.empty();
    private boolean sending;

    public OpenController(Desk desk, String contactDid) {
        this.desk = desk;
        this.form = OpenForm.empty(contactDid);
        this.view = new OpenView(desk.wallet().info().practice(), this);
        desk.work().run(() -> desk.wallet().costs(), this::priced, view::problem);
    }

    private void priced(CostSummary fresh) {
        costs = Optional.of(fresh);
        render();
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return new Head(RailEntry.CHANNELS, Text.of("open.crumb"), form.contactDid(), false);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        if (form.contactDid().isEmpty() && fresh.contacts().size() == 1) {
            form = form.contact(fresh.contacts().getFirst().did());
        }
        render();
    }

    @Override
    public void arrived() {
        view.focus();
    }

    private void render() {
        if (snapshot.isEmpty() || sending) {
            return;
        }
        if (snapshot.get().contacts().isEmpty()) {
            view.nobody(new Action(Text.of("contacts.add"), this::addContact));
            return;
        }
        OpenModel model = OpenModel.of(form, snapshot.get(), costs, desk.money());
        if (!shown.equals(Optional.of(model))) {
            shown = Optional.of(model);
            view.show(form, model, this);
        }
    }

    @Override
    public void picked(Person person) {
        form = form.contact(person.id());
        changed();
    }

    @Override
    public void mine(String typed) {
        form = form.mine(typed);
        changed();
    }

    @Override
    public void theirs(String typed) {
        form = form.theirs(typed);
        changed();
    }

    @Override
    public void period(Duration chosen) {
        form = form.period(chosen);
        changed();
    }

    @Override
    public void useMost() {
        shown.ifPresent(model -> mine(desk.money().forField(model.limit())));
    }

    @Override
    public void addContact() {
        desk.go(new Place.AddContact(""));
    }

    private void changed() {
        if (!sending) {
            view.quiet();
            render();
        }
    }

    @Override
    public void propose() {
        shown.flatMap(OpenModel::order).ifPresent(this::send);
    }

    private void send(OpenOrder order) {
        sending = true;
        String name = shown.flatMap(OpenModel::chosen).map(Person::name).orElse("");
        view.sending(name);
        desk.work().follow(() -> desk.wallet().open(order), channel -> agreed(channel, name), this::refused);
    }

    private void agreed(ChannelView channel, String name) {
        desk.toast(Icon.DONE, Tone.OK, Text.of("open.agreed", name));
        desk.refresh();
        desk.go(new Place.Channel(channel.key()));
    }

    private void refused(WalletProblem problem) {
        sending = false;
        render();
        view.refused(problem, shown.flatMap(OpenModel::order).isPresent());
    }
}
