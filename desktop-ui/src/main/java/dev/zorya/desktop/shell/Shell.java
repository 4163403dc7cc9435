package dev.zorya.desktop.shell;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.component.HealthStrip;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.PracticeBanner;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Abilities;
import dev.zorya.desktop.feed.Feed;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The window of an open wallet. Must be used on the JavaFX thread. */
public final class Shell implements Desk, AutoCloseable {
    /** Below this width the rail shows icons only (UI.md 2). */
    public static final double NARROW = 1120;

    private final Wallet wallet;
    private final Abilities abilities;
    private final Work work;
    private final When when;
    private final BiFunction<Place, Desk, Screen> screens;
    private final FileDialogs files;
    private final Runnable lockNow;
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane page = new StackPane();
    private final Rail rail;
    private final TopBar top;
    private final HealthStrip strip = new HealthStrip();
    private final Messages messages = new Messages(this::go);
    private final Sheets sheets = new Sheets();
    private final TroubleBox trouble = new TroubleBox(this::refresh);
    private final List<Shortcut> shortcuts;
    private final History<Visit> history = new History<>();
    private final Feed feed;
    private final Timeline ticker;
    private Money money = Money.forPeople(false);
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<Visit> visit = Optional.empty();
    /** One that waits for the wallet to be read. */
    private Optional<String> link = Optional.empty();

    /**
     * The frame of a wallet that was just opened.
     *
     * @param screens makes the screen of a place
     * @param files asks which file to read or write
     * @param lockNow closes the wallet and shows the lock screen
     */
    public Shell(
            Wallet wallet,
            Abilities abilities,
            Work work,
            When when,
            BiFunction<Place, Desk, Screen> screens,
            FileDialogs files,
            Runnable lockNow) {
        this.wallet = wallet;
        this.abilities = abilities;
        this.work = work;
        this.when = when;
        this.screens = screens;
        this.files = files;
        this.lockNow = lockNow;
        rail = new Rail(wallet.info(), RailEntry.of(abilities), this::go, this::lock);
        top = new TopBar(this, this::search, this::toggleHidden);
        shortcuts = Shortcuts.of(this);
        build();
        ticker = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        ticker.setCycleCount(Animation.INDEFINITE);
        ticker.play();
        go(new Place.Home());
        feed = new Feed(wallet, abilities, work, new Updates());
    }

    private void build() {
        root.getStyleClass().add("z-window");
        VBox.setVgrow(page, Priority.ALWAYS);
        frame.setLeft(rail);
        frame.setCenter(new VBox(top, trouble, page));
        frame.setBottom(strip);
        if (wallet.info().practice()) {
            frame.setTop(new PracticeBanner());
        }
        StackPane.setAlignment(messages.view(), Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(frame, sheets.view(), messages.view());
        root.widthProperty().addListener((o, was, is) -> narrow(is.doubleValue() < NARROW));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    /** The whole of it, for the scene. */
    public StackPane view() {
        return root;
    }

    /** Puts the shortcuts on the scene; they end with {@link #close()}. */
    public void keysOn(Scene scene) {
        shortcuts.forEach(shortcut -> scene.getAccelerators().put(shortcut.keys(), shortcut.run()));
    }

    private void narrow(boolean narrow) {
        root.getStyleClass().remove("narrow");
        if (narrow) {
            root.getStyleClass().add("narrow");
        }
        rail.narrow(narrow);
        strip.narrow(narrow);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && sheets.open()) {
            closeSheet();
            event.consume();
        }
    }

    @Override
    public void go(Place place) {
        sheets.close();
        visit.ifPresent(history::left);
        display(new Visit(place, screens.apply(place, this)));
    }

    @Override
    public void back() {
        sheets.close();
        history.back().ifPresent(this::display);
    }

    private void display(Visit next) {
        visit = Optional.of(next);
        Screen shown = next.screen();
        snapshot.ifPresent(shown::show);
        page.getChildren().setAll(shown.view());
        rail.select(next.place().entry());
        top.show(shown.head());
        // skins are made now, so that what a page focuses is part of the scene
        page.applyCss();
        page.layout();
        shown.arrived();
    }

    private void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        visit.ifPresent(here -> {
            here.screen().show(fresh);
            top.show(here.screen().head());
        });
        rail.count(RailEntry.CHANNELS, fresh.questions().size());
        rail.count(RailEntry.HOME, fresh.asked().size());
        rail.count(RailEntry.CONTACTS, fresh.waiting().size() - fresh.offers());
        rail.count(RailEntry.CREDENTIALS, fresh.offers());
        rail.count(RailEntry.GUARD, fresh.disputes());
        tick();
        showLink(fresh);
    }

    private void tick() {
        snapshot.ifPresent(known -> strip.show(HealthWords.of(known, when)));
        visit.ifPresent(here -> here.screen().ticked());
    }

    void toggleHidden() {
        money = Money.forPeople(!money.hidden());
        top.hidden(money.hidden());
        snapshot.ifPresent(this::show);
    }

    void pay() {
        go(new Place.Pay(head().contactDid(), ""));
    }

    void request() {
        go(new Place.Request(head().contactDid()));
    }

    private Head head() {
        return visit.map(here -> here.screen().head()).orElse(Head.of(RailEntry.HOME));
    }

    void search() {
        snapshot.ifPresent(known -> openSheet(new SearchSheet(known, this::go, "")));
    }

    /** Shows what a link asks for, as soon as the wallet was read once. Nothing is done before the person says so. */
    public void link(String text) {
        link = Optional.of(text);
        snapshot.ifPresent(this::showLink);
    }

    private void showLink(Snapshot known) {
        link.ifPresent(text -> openSheet(new SearchSheet(known, this::go, text)));
        link = Optional.empty();
    }

    void toLastMessage() {
        messages.toLast();
    }

    void find() {
        if (visit.map(here -> here.screen().find()).orElse(false)) {
            return;
        }
        search();
    }

    void help() {
        openSheet(new HelpSheet(shortcuts, this::closeSheet));
    }

    @Override
    public Wallet wallet() {
        return wallet;
    }

    @Override
    public Abilities abilities() {
        return abilities;
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public Money money() {
        return money;
    }

    @Override
    public When when() {
        return when;
    }

    @Override
    public void refresh() {
        feed.refresh();
    }

    @Override
    public void toast(Icon icon, Tone tone, String sentence) {
        messages.tell(new Look(icon, sentence, tone));
    }

    @Override
    public Optional<Path> saveAs(String name) {
        return files.save(name);
    }

    @Override
    public Optional<Path> choose(String title) {
        return files.open(title);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return files.folder(title);
    }

    @Override
    public void openSheet(Node sheet) {
        sheets.show(sheet);
    }

    @Override
    public void closeSheet() {
        sheets.close();
    }

    @Override
    public void lock() {
        lockNow.run();
    }

    @Override
    public void close() {
        ticker.stop();
        feed.close();
        Scene scene = root.getScene();
        if (scene != null) {
            shortcuts.forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
        }
    }

    /** A place with its screen. */
    private record Visit(Place place, Screen screen) {}

    /** What the feed tells. */
    private final class Updates implements Feed.Listener {
        @Override
        public void snapshot(Snapshot fresh) {
            trouble.readable();
            snapshot.ifPresent(before -> {
                Arrivals.between(before, fresh, money).ifPresent(messages::tell);
                Steps.between(before, fresh).forEach(messages::tell);
            });
            show(fresh);
        }

        @Override
        public void unreadable(WalletProblem problem) {
            trouble.unreadable(problem);
        }

        @Override
        public void event(WalletEvent event) {
            News.of(event, snapshot, money).ifPresent(messages::tell);
            if (visit.stream().noneMatch(here -> here.screen().tells(event))) {
                IdentityNews.of(event, snapshot).ifPresent(messages::tell);
            }
            if (event instanceof WalletEvent.Trouble told) {
                trouble.tell(told.problem());
            }
        }
    }
}
