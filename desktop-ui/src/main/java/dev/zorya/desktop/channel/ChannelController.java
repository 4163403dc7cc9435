package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.ChainTime;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** One channel. */
public final class ChannelController implements Screen {
    private final Desk desk;
    private final String key;
    private final ChannelViewNodes view;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<ChannelDetail> detail = Optional.empty();
    private Optional<ChannelModel> shown = Optional.empty();
    private Optional<ChainTime> chainTime = Optional.empty();
    private Optional<CostSummary> costs = Optional.empty();
    private boolean reading;
    private boolean again;

    public ChannelController(Desk desk, String key) {
        this.desk = desk;
        this.key = key;
        this.view = new ChannelViewNodes(this::another, this::close, this::export, this::copied, this::chainNow);
    }

    private void another() {
        desk.go(new Place.OpenChannel(contactDid()));
    }

    private void close() {
        shown.ifPresent(model -> desk.openSheet(new CloseSheet(desk, key, model.close())));
    }

    /** Nothing is written before the person has chosen where. */
    private void export() {
        String id = shown.map(ChannelModel::channelId).orElse("");
        desk.saveAs("zorya-evidence-" + id.substring(0, Math.min(8, id.length())) + ".json")
                .ifPresent(file -> desk.work()
                        .run(
                                () -> {
                                    desk.wallet().exportEvidence(key, file);
                                    return String.valueOf(file.getFileName());
                                },
                                name -> {
                                    view.notExported(List.of());
                                    desk.toast(Icon.DONE, Tone.OK, Text.of("evidence.saved", name));
                                },
                                problem -> view.notExported(List.of(problem))));
    }

    private void copied(String name) {
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    private String contactDid() {
        return snapshot.flatMap(known -> known.channel(key))
                .map(channel -> channel.contactDid())
                .orElse("");
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        String did = contactDid();
        String name = snapshot.map(
                        known -> did.isEmpty() ? "" : People.of(known, did).name())
                .orElse("");
        return new Head(RailEntry.CHANNELS, name.isEmpty() ? Text.of("channel.one") : name, did, true);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        Instant now = desk.when().now();
        chainTime = Optional.of(chainTime
                .map(known -> known.with(fresh.health(), now))
                .orElseGet(() -> ChainTime.of(fresh.health(), fresh.info().practice(), now)));
        render();
        read();
    }

    /** One reading at a time; one more if the wallet changed meanwhile. */
    private void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        desk.work().run(() -> desk.wallet().channel(key), this::loaded, this::unreadable);
    }

    private void loaded(ChannelDetail fresh) {
        reading = false;
        detail = Optional.of(fresh);
        render();
        if (fresh.channel().dispute() != null && costs.isEmpty()) {
            desk.work().run(() -> desk.wallet().costs(), this::priced, problem -> {});
        }
        if (again) {
            read();
        }
    }

    private void priced(CostSummary known) {
        costs = Optional.of(known);
        render();
    }

    private void unreadable(WalletProblem problem) {
        reading = false;
        if (detail.isEmpty()) {
            view.problem(problem, new Action(Text.of("trouble.retry"), this::read));
        }
    }

    private Instant chainNow() {
        Instant now = desk.when().now();
        return chainTime.map(known -> known.at(now)).orElse(now);
    }

    private void render() {
        if (snapshot.isEmpty() || detail.isEmpty()) {
            return;
        }
        ChannelModel model = ChannelModel.of(
                detail.get(), snapshot.get(), blind(snapshot.get().health()), costs, desk.money(), desk.when());
        if (!shown.equals(Optional.of(model))) {
            shown = Optional.of(model);
            view.show(model);
        }
    }

    private String blind(Health health) {
        return switch (health.chain()) {
            case GOOD, CONNECTING -> "";
            case NO_ANSWER, WRONG_CHAIN, STOPPED ->
                Text.of("dispute.blind", desk.when().stamp(health.blockTime()));
        };
    }
}
