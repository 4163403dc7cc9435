package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.contactadd.CardSheet;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.identity.IdentityPane;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.trust.TrustPane;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Settings inside a wallet. */
public final class SettingsController implements Screen {
    private static final double LIST = 204;

    private final Desk desk;
    private final Appearance appearance;
    private final Facts facts;
    private final StackPane body = new StackPane();
    private final HBox root;
    private Section section;
    private Optional<TrustPane> trust = Optional.empty();
    private Optional<IdentityPane> identities = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<NetworkPane> network = Optional.empty();

    public SettingsController(Desk desk, Appearance appearance) {
        this(desk, appearance, Section.APPEARANCE);
    }

    private SettingsController(Desk desk, Appearance appearance, Section first) {
        this.section = first;
        this.desk = desk;
        this.appearance = appearance;
        this.facts = new Facts(desk);
        VBox list = new VBox(2);
        list.getStyleClass().addAll("z-list-pane", "z-settings-list");
        list.setMinWidth(LIST);
        ToggleGroup group = new ToggleGroup();
        for (Section each : Section.values()) {
            if (each == Section.TRUST && desk.abilities().trust().isEmpty()) {
                continue;
            }
            list.getChildren().add(entry(each, group));
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
        });
        root = new HBox(list, Space.wide(body));
    }

    /** Opens with the rules about proposals. */
    public static SettingsController trust(Desk desk, Appearance appearance) {
        return new SettingsController(desk, appearance, Section.TRUST);
    }

    private ToggleButton entry(Section each, ToggleGroup group) {
        ToggleButton button = new ToggleButton(each.word(), each.icon().view());
        button.setId("settings-" + each.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("z-nav");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setSelected(each == section);
        button.setOnAction(event -> {
            section = each;
            render();
        });
        return button;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public Head head() {
        return new Head(RailEntry.SETTINGS, RailEntry.SETTINGS.word(), "", false);
    }

    @Override
    public void show(Snapshot fresh) {
        boolean first = snapshot.isEmpty();
        snapshot = Optional.of(fresh);
        if (first) {
            render();
        } else if (section == Section.NETWORK) {
            network.ifPresent(pane -> pane.show(fresh));
        } else if (section == Section.TRUST) {
            trust.ifPresent(TrustPane::refresh);
        } else if (section == Section.IDENTITY) {
            identities.ifPresent(IdentityPane::refresh);
        }
    }

    private void render() {
        snapshot.ifPresent(known -> {
            switch (section) {
                case APPEARANCE -> put(new AppearancePane(appearance));
                case NETWORK -> network(known);
                case IDENTITY -> identity();
                case TRUST -> trust(known);
                case SECURITY -> put(new WordsPane(desk));
                case STORAGE -> put(facts.storage(known));
                case ABOUT -> put(new AboutPane(appearance));
            }
        });
    }

    private void network(Snapshot known) {
        NetworkPane pane = new NetworkPane(desk, facts);
        network = Optional.of(pane);
        pane.show(known);
        put(pane);
    }

    private void trust(Snapshot known) {
        trust = desk.abilities().trust().map(rules -> new TrustPane(desk, rules, known));
        trust.ifPresent(this::put);
    }

    private void identity() {
        identities = desk.abilities().identity().map(ways -> new IdentityPane(desk, ways));
        desk.work()
                .run(
                        () -> Facts.read(desk.wallet()),
                        read -> {
                            if (section == Section.IDENTITY) {
                                VBox pane = new VBox(
                                        20,
                                        facts.identity(
                                                read,
                                                Buttons.small(new Action(
                                                        Text.of("contacts.show-my-card"),
                                                        () -> CardSheet.open(desk)))));
                                identities.ifPresent(pane.getChildren()::add);
                                put(pane);
                            }
                        },
                        problem -> put(new ErrorPanel(problem, List.of())));
    }

    private void put(Node pane) {
        body.getChildren().setAll(new Page(Labels.line(section.word(), "z-title"), pane).atMost(860));
    }
}
