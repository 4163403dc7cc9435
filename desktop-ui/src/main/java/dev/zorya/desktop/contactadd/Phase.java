package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.function.Predicate;

/** How far the page is with one contact. */
sealed interface Phase {
    /** Nothing was pasted, nobody has used the invitation. */
    record Ready() implements Phase {}

    record Checking() implements Phase {}

    /** What was pasted is read and checked; the person decides. */
    record Seen(ContactPreview preview) implements Phase {}

    record Refused(WalletProblem problem) implements Phase {}

    /**
     * The two wallets introduce themselves.
     *
     * @param id of the connection; empty until the wallet has told
     * @param name under which it was accepted
     */
    record Meeting(String id, String name) implements Phase {
        Optional<ConnectionView> connection(Snapshot snapshot) {
            Predicate<ConnectionView> same = id.isEmpty()
                    ? each -> !each.invitedByUs() && each.name().equals(name)
                    : each -> each.id().equals(id);
            return snapshot.connections().stream().filter(same).findFirst();
        }
    }

    /** Both have proven themselves; the code can be compared. */
    record Met(ContactView contact) implements Phase {}

    /** The codes differ: nothing is kept. */
    record Stopped() implements Phase {}

    /** Position in the row of steps: exchange, check, compare, save. */
    default int step() {
        return switch (this) {
            case Ready ready -> 0;
            case Checking checking -> 0;
            case Refused refused -> 0;
            case Seen seen -> step(seen.preview().kind());
            case Meeting meeting -> 1;
            case Met met -> 2;
            case Stopped stopped -> 2;
        };
    }

    private static int step(ContactPreview.Kind kind) {
        return switch (kind) {
            case CARD -> 2;
            case BARE_ADDRESS -> 3;
            case INVITATION, AGENT_INVITATION -> 1;
        };
    }

    /**
     * What the wallet's news make of it.
     *
     * @param invitationId of the invitation on display, or empty
     */
    default Phase after(Snapshot snapshot, String invitationId) {
        return switch (this) {
            case Ready ready -> used(snapshot, invitationId).map(Phase::begun).orElse(this);
            case Meeting meeting ->
                meeting.connection(snapshot)
                        .<Phase>flatMap(connection -> met(connection, snapshot))
                        .orElse(this);
            case Met met -> this;
            case Checking checking -> this;
            case Seen seen -> this;
            case Refused refused -> this;
            case Stopped stopped -> this;
        };
    }

    private static Optional<ConnectionView> used(Snapshot snapshot, String invitationId) {
        return snapshot.connections().stream()
                .filter(each -> each.id().equals(invitationId))
                .filter(each -> each.state() != ConnectionView.State.INVITED)
                .findFirst();
    }

    private static Phase begun(ConnectionView connection) {
        return new Meeting(connection.id(), connection.name());
    }

    private static Optional<Phase> met(ConnectionView connection, Snapshot snapshot) {
        return connection.state() == ConnectionView.State.VERIFIED
                ? snapshot.contact(connection.did()).map(Met::new)
                : Optional.empty();
    }
}
