package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.Invitation;
import java.time.Instant;
import java.util.Optional;

/** The invitation that nobody has used yet, kept while the wallet is open: looking at the page again makes no new one. */
public final class InvitationShelf {
    private Optional<Invitation> unused = Optional.empty();

    void put(Invitation invitation) {
        unused = Optional.of(invitation);
    }

    /** The one that waits still. */
    Optional<Invitation> waiting(Snapshot snapshot, Instant now) {
        return unused.filter(invitation -> invitation.expires().isAfter(now))
                .filter(invitation -> snapshot.connections().stream()
                        .anyMatch(each ->
                                each.id().equals(invitation.id()) && each.state() == ConnectionView.State.INVITED));
    }
}
