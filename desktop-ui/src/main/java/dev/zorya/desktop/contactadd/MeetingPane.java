package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.WalletProblem;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Two wallets introduce themselves: which step, since when, what is in the way. */
public final class MeetingPane extends VBox {
    /** What the person can do meanwhile. */
    public interface Listener {
        void retry(ConnectionView connection);

        /** Also withdraws an invitation that nobody has used. */
        void giveUp(ConnectionView connection);
    }

    /** Shows it as it is at this moment. */
    public MeetingPane(ConnectionView connection, When when, Listener listener) {
        super(14);
        String name = Meetings.name(connection);
        VBox called = new VBox(
                2, Labels.line(name, "z-title"), Meetings.look(connection, when).chip());
        HBox head = new HBox(14, new Avatar(Face.of(name, connection.id()), true), called);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        WalletProblem problem = connection.problem();
        if (problem == null) {
            getChildren()
                    .addAll(
                            step(Text.of("meeting.step.invited"), connection.state(), ConnectionView.State.INVITED),
                            step(
                                    Text.of("meeting.step.connecting"),
                                    connection.state(),
                                    ConnectionView.State.CONNECTING),
                            step(Text.of("meeting.step.proofs"), connection.state(), ConnectionView.State.CONNECTED),
                            Labels.paragraph(Text.of("meeting.about"), "z-small", "z-muted"));
        } else {
            getChildren().add(new ProblemNote(problem));
        }
        boolean unused = connection.state() == ConnectionView.State.INVITED;
        String words = unused ? Text.of("meeting.withdraw") : Text.of("meeting.give-up");
        Button giveUp = Buttons.plain(new Action(words, () -> listener.giveUp(connection)));
        giveUp.setId("meeting-give-up");
        HBox buttons = new HBox(8, giveUp, Space.grow());
        if (Meetings.canTryAgain(connection, when.now())) {
            Button again = Buttons.plain(new Action(Text.of("meeting.again"), () -> listener.retry(connection)));
            again.setId("meeting-again");
            again.getStyleClass().add("accent");
            buttons.getChildren().add(again);
        }
        getChildren().add(buttons);
    }

    private static Node step(String words, ConnectionView.State now, ConnectionView.State step) {
        boolean done = now.compareTo(step) > 0;
        boolean here = now == step;
        Node icon = done ? Icon.DONE.view(Tone.OK) : Icon.WAITING.view(here ? Tone.BUSY : Tone.NEUTRAL);
        return new HBox(8, icon, Labels.paragraph(words, done || here ? "z-medium" : "z-muted"));
    }
}
