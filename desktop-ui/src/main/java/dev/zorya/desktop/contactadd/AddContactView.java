package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.StepBar;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Builds the nodes: the own side at the left; at the right theirs, and how far it is with them. */
final class AddContactView {
    private static final double WIDTH = 1020;
    private static final double HALF = 380;

    private final StepBar steps = new StepBar(List.of(
            Text.of("add.step.exchange"),
            Text.of("add.step.check"),
            Text.of("add.step.compare"),
            Text.of("add.step.save")));
    private final VBox result = new VBox(12);
    private final TheirSide theirs;
    private final Page page;

    AddContactView(OwnSide own, TheirSide.Listener listener) {
        theirs = new TheirSide(listener);
        VBox right = new VBox(14, theirs, result);
        for (VBox half : List.of(own, right)) {
            half.getStyleClass().add("z-card");
            half.setMinWidth(HALF);
            half.setPrefWidth(HALF);
        }
        HBox columns = new HBox(20, Space.wide(own), Space.wide(right));
        columns.setFillHeight(false);
        page = new Page(steps, columns).atMost(WIDTH + 48);
        theirs.takesDrops(page);
        waiting();
    }

    Node node() {
        return page;
    }

    void focus() {
        theirs.focus();
    }

    void text(String pasted) {
        theirs.text(pasted);
    }

    void step(int current) {
        steps.show(current);
    }

    private void show(Node... nodes) {
        result.setUserData(null);
        result.getChildren().setAll(nodes);
    }

    void waiting() {
        theirs.open();
        show(Labels.line(Text.of("add.result"), "z-heading"), Labels.paragraph(Text.of("add.result.about"), "z-muted"));
    }

    void reading() {
        show(Labels.line(Text.of("add.checking"), "z-busy"));
    }

    void preview(ContactPreview preview, PreviewPane.Decision decision) {
        theirs.understood();
        show(new PreviewPane(preview, decision));
    }

    void meeting(Optional<ConnectionView> connection, String name, When when, MeetingPane.Listener listener) {
        List<?> facts = connection
                .<List<?>>map(one -> List.of(one, Meetings.look(one, when), Meetings.canTryAgain(one, when.now())))
                .orElse(List.of(name));
        if (facts.equals(result.getUserData())) {
            return;
        }
        theirs.settled();
        show(connection
                .<Node>map(one -> new MeetingPane(one, when, listener))
                .orElseGet(() -> Labels.line(Text.of("meeting.begins", name), "z-busy")));
        result.setUserData(facts);
    }

    void met(ContactView contact, MetPane.Listener listener) {
        theirs.settled();
        show(new MetPane(contact, listener));
    }

    void problem(WalletProblem problem, Action again) {
        theirs.open();
        show(new ProblemNote(problem, List.of(again)));
    }

    void differs(Action again) {
        theirs.settled();
        show(new Note(Tone.BAD, Icon.STOPPED, Text.of("add.differ"), Text.of("add.differ.about"), List.of(again)));
    }
}
