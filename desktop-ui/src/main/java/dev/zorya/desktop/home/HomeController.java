package dev.zorya.desktop.home;

import dev.zorya.desktop.consent.ConsentSheet;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.question.QuestionSheet;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.shell.Head;
import dev.zorya.desktop.shell.RailEntry;
import dev.zorya.desktop.shell.Screen;
import java.util.Optional;
import javafx.scene.Node;

/** Home. */
public final class HomeController implements Screen {
    private final Desk desk;
    private final HomeView view;
    private Optional<HomeModel> shown = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();

    public HomeController(Desk desk) {
        this.desk = desk;
        this.view = new HomeView(desk::go, this::act);
    }

    private void act(Todo todo) {
        switch (todo.target()) {
            case Todo.Target.Go go -> desk.go(go.place());
            case Todo.Target.Review review ->
                snapshot.ifPresent(known -> QuestionSheet.open(desk, known, review.question()));
            case Todo.Target.Consent consent ->
                snapshot.ifPresent(known -> ConsentSheet.open(desk, known, consent.waiting()));
        }
    }

    @Override
    public Node view() {
        return view.node();
    }

    @Override
    public Head head() {
        return Head.of(RailEntry.HOME);
    }

    @Override
    public void show(Snapshot fresh) {
        snapshot = Optional.of(fresh);
        HomeModel model = HomeModel.of(fresh, desk.money(), desk.when());
        if (!shown.equals(Optional.of(model))) {
            shown = Optional.of(model);
            view.show(model);
        }
    }
}
