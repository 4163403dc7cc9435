package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ConnectionView;
import java.time.Duration;
import java.time.Instant;

/** A contact in the making: its state with its age, and what can be done about it (UI.md 7, "Connecting"). */
public final class Meetings {
    /** After so long a person may try again. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private Meetings() {}

    /** How this person calls the other side, or that nobody has shown up yet. */
    public static String name(ConnectionView connection) {
        return connection.name().isBlank() ? Text.of("meeting.somebody") : connection.name();
    }

    public static Look look(ConnectionView connection, When when) {
        String age = when.since(connection.since());
        return switch (connection.state()) {
            case INVITED -> new Look(Icon.WAITING, Text.of("meeting.invited", age), Tone.NEUTRAL);
            case CONNECTING -> new Look(Icon.WAITING, Text.of("meeting.connecting", age), Tone.NEUTRAL);
            case CONNECTED -> new Look(Icon.WORKING, Text.of("meeting.connected", age), Tone.BUSY);
            case VERIFIED -> new Look(Icon.VERIFIED, Text.of("meeting.verified"), Tone.OK);
            case PROBLEM -> new Look(Icon.STOPPED, Text.of("meeting.problem", age), Tone.BAD);
        };
    }

    /** It has a problem, or it takes longer than it should. */
    public static boolean canTryAgain(ConnectionView connection, Instant now) {
        return switch (connection.state()) {
            case PROBLEM -> true;
            case CONNECTING, CONNECTED ->
                Duration.between(connection.since(), now).compareTo(PATIENCE) >= 0;
            case INVITED, VERIFIED -> false;
        };
    }

    /** Not a contact yet. */
    public static boolean underWay(ConnectionView connection) {
        return switch (connection.state()) {
            case INVITED, CONNECTING, CONNECTED, PROBLEM -> true;
            case VERIFIED -> false;
        };
    }
}
