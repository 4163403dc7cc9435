package dev.zorya.desktop.guard;

import dev.zorya.desktop.bridge.Reading;
import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.TransactionPage;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is guarded, what the wallet does on the chain, and its copies. */
public final class GuardController implements Screen {
    private static final int PAGE = 50;
    private static final int SKELETON_ROWS = 4;

    private final Desk desk;
    private final WatcherPane watcher;
    private final TransactionsPane transactions;
    private final CopiesController copies;
    private final VBox trouble = new VBox();
    private final StackPane body = new StackPane(new Skeleton(SKELETON_ROWS));
    private final VBox root;
    private final Reading<GuardReport> report;
    private final Reading<TransactionPage> page;
    private Tab tab = Tab.WATCHER;
    private int pages = 1;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<GuardReport> reported = Optional.empty();
    private Optional<TransactionPage> read = Optional.empty();

    public GuardController(Desk desk) {
        this.desk = desk;
        watcher = new WatcherPane(this::open);
        transactions = new TransactionsPane(this::open, this::older, this::copied);
        copies = new CopiesController(desk, () -> trouble.getChildren().clear(), this::unreadable, pane -> {
            if (tab == Tab.COPIES) {
                put(pane);
            }
        });
        report = new Reading<>(desk.work(), () -> desk.wallet().guarded(), this::reported, this::unreadable);
        page = new Reading<>(desk.work(), () -> desk.wallet().transactions(pages * PAGE), this::read, this::unreadable);
        Segments<Tab> tabs = new Segments<>(
                "guard-tab",
                List.of(Tab.values()),
                List.of(Text.of("guard.watcher"), Text.of("transactions.title"), Text.of("copies.title")),
                this::choose);
        tabs.show(tab);
        trouble.managedProperty().bind(Bindings.isNotEmpty(trouble.getChildren()));
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(16, tabs, trouble, body);
        root.getStyleClass().add("z-page");
    }

    private void open(String channelKey) {
        desk.go(new Place.Channel(channelKey));
    }

    private void older() {
        pages++;
        page.again();
    }

    private void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    private void choose(Tab chosen) {
        tab = chosen;
        render();
        again();
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public Head head() {
        return Head.of(RailEntry.GUARD);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        render();
        again();
    }

    private void again() {
        switch (tab) {
            case WATCHER -> report.again();
            case TRANSACTIONS -> page.again();
            case COPIES -> copies.again();
        }
    }

    private void reported(GuardReport fresh) {
        reported = Optional.of(fresh);
        trouble.getChildren().clear();
        render();
    }

    private void read(TransactionPage fresh) {
        read = Optional.of(fresh);
        trouble.getChildren().clear();
        render();
    }

    /** What was read before stays visible (UI.md 8). */
    private void unreadable(WalletProblem problem) {
        trouble.getChildren()
                .setAll(new ErrorPanel(problem, List.of(new Action(Text.of("trouble.retry"), this::again))));
    }

    private void render() {
        snapshot.ifPresent(known -> {
            switch (tab) {
                case WATCHER ->
                    reported.ifPresent(fresh -> {
                        watcher.show(WatcherModel.of(fresh, known, desk.money(), desk.when()));
                        put(watcher);
                    });
                case TRANSACTIONS ->
                    read.ifPresent(fresh -> {
                        transactions.show(
                                fresh.rows().stream()
                                        .map(row -> TransactionRow.of(row, desk.money(), desk.when()))
                                        .toList(),
                                fresh.more());
                        put(transactions);
                    });
                case COPIES -> {}
            }
        });
    }

    private void put(Node pane) {
        if (!body.getChildren().contains(pane)) {
            body.getChildren().setAll(pane);
        }
    }
}
