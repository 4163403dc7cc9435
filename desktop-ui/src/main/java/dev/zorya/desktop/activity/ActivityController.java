package dev.zorya.desktop.activity;

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
import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Everything that happened with money. */
public final class ActivityController implements Screen, ActivityView.Listener {
    private static final int PAGE = 50;

    private final Desk desk;
    private final ActivityView view;
    private Show show = Show.ALL;
    private String search = "";
    private int pages = 1;
    private String selected = "";
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<Loaded> loaded = Optional.empty();
    private boolean reading;
    private boolean again;

    /** Rows as read, and whether there are older ones. */
    private record Loaded(List<PaymentView> rows, boolean more) {}

    public ActivityController(Desk desk) {
        this.desk = desk;
        this.view = new ActivityView(this);
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return Head.of(RailEntry.ACTIVITY);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        render();
        read();
    }

    /** One reading at a time; one more if something changed meanwhile. */
    private void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        ActivityFilter filter = show.filter(search.strip());
        int wanted = pages;
        desk.work().run(() -> load(desk.wallet(), filter, wanted), this::loaded, this::unreadable);
    }

    private static Loaded load(Wallet wallet, ActivityFilter filter, int pages) throws WalletException {
        List<PaymentView> rows = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < pages; page++) {
            ActivityPage read = wallet.activity(filter, cursor, PAGE);
            rows.addAll(read.rows());
            cursor = read.next();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new Loaded(List.copyOf(rows), !cursor.isEmpty());
    }

    private void loaded(Loaded fresh) {
        reading = false;
        loaded = Optional.of(fresh);
        render();
        if (again) {
            read();
        }
    }

    private void unreadable(WalletProblem problem) {
        reading = false;
        view.problem(problem, new Action(Text.of("trouble.retry"), this::read));
    }

    private void render() {
        if (snapshot.isEmpty() || loaded.isEmpty()) {
            return;
        }
        Loaded known = loaded.get();
        boolean filtered = show != Show.ALL || !search.isBlank();
        view.show(ActivityModel.of(known.rows(), known.more(), snapshot.get(), desk.money(), desk.when()), filtered);
        if (!selected.isEmpty()) {
            drawer();
        }
    }

    @Override
    public void show(Show chosen) {
        show = chosen;
        pages = 1;
        read();
    }

    @Override
    public void searched(String typed) {
        search = typed;
        pages = 1;
        read();
    }

    @Override
    public void older() {
        pages++;
        read();
    }

    @Override
    public void clear() {
        show = Show.ALL;
        search = "";
        view.cleared();
        read();
    }

    @Override
    public void selected(String paymentId) {
        selected = paymentId;
        drawer();
    }

    private void drawer() {
        Optional<PaymentView> chosen = loaded.stream()
                .flatMap(known -> known.rows().stream())
                .filter(row -> row.id().equals(selected))
                .findFirst();
        if (chosen.isPresent() && snapshot.isPresent()) {
            PaymentDetail detail = PaymentDetail.of(chosen.get(), snapshot.get(), desk.money(), desk.when());
            view.drawer(new Drawer(
                    detail, this::closeDrawer, () -> desk.go(new Place.Channel(detail.channelKey())), this::copied));
        } else {
            closeDrawer();
        }
    }

    private void closeDrawer() {
        selected = "";
        view.noDrawer();
    }

    private void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    @Override
    public boolean find() {
        view.find();
        return true;
    }
}
