package dev.zorya.desktop.channels;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import java.util.Optional;
import javafx.scene.Node;

/** All channels. */
public final class ChannelsController implements Screen {
    private final Desk desk;
    private final ChannelsView view;
    private Filter filter = Filter.ACTIVE;
    private String search = "";
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<ChannelsModel> shown = Optional.empty();

    public ChannelsController(Desk desk) {
        this.desk = desk;
        this.view = new ChannelsView(desk::go, this::filter, this::search, this::clear);
    }

    private void filter(Filter chosen) {
        filter = chosen;
        snapshot.ifPresent(this::show);
    }

    private void search(String typed) {
        search = typed;
        snapshot.ifPresent(this::show);
    }

    private void clear() {
        filter = Filter.ALL;
        search = "";
        view.clearSearch();
        snapshot.ifPresent(this::show);
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return Head.of(RailEntry.CHANNELS);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        ChannelsModel model = ChannelsModel.of(fresh, filter, search, desk.money(), desk.when());
        if (!shown.equals(Optional.of(model))) {
            shown = Optional.of(model);
            view.show(model, filter);
        }
    }

    @Override
    public boolean find() {
        view.find();
        return true;
    }
}
