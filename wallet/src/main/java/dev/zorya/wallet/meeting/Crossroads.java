package dev.zorya.wallet.meeting;

import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** All ways to a contact as one: each wish goes to the road that it belongs to. */
public final class Crossroads implements Introductions {
    private final Direct direct;
    private final List<Road> roads;

    /** Adds a contact by a text that says everything: no exchange is needed. */
    public interface Direct {
        ContactView add(ContactPreview preview, String name) throws WalletException;
    }

    /** @param roads those that would rather make an invitation come first; the last one always does */
    public Crossroads(Direct direct, List<Road> roads) {
        this.direct = direct;
        this.roads = List.copyOf(roads);
    }

    /** What was pasted, if it is for one of the roads. */
    public Optional<ContactPreview> read(String text) throws WalletException {
        for (Road road : roads) {
            Optional<ContactPreview> read = road.read(text);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    @Override
    public CompletionStage<Invitation> invite() {
        return roads.stream().filter(Road::invites).findFirst().orElseThrow().invite();
    }

    @Override
    public void withdraw(String invitationId) throws WalletException {
        require(invitationId).withdraw(invitationId);
    }

    @Override
    public List<ConnectionView> connections() throws WalletException {
        List<ConnectionView> all = new ArrayList<>();
        for (Road road : roads) {
            all.addAll(road.connections());
        }
        all.sort(Comparator.comparing(ConnectionView::since).reversed().thenComparing(ConnectionView::id));
        return all;
    }

    @Override
    public CompletionStage<ContactView> accept(ContactPreview preview, String name) {
        Optional<Road> road =
                roads.stream().filter(r -> r.kinds().contains(preview.kind())).findFirst();
        if (road.isPresent()) {
            return road.get().accept(preview, name);
        }
        try {
            return CompletableFuture.completedFuture(direct.add(preview, name));
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletionStage<ContactView> retry(String connectionId) {
        try {
            return require(connectionId).retry(connectionId);
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void giveUp(String connectionId) throws WalletException {
        require(connectionId).giveUp(connectionId);
    }

    private Road require(String id) throws WalletException {
        return roads.stream()
                .filter(road -> road.has(id))
                .findFirst()
                .orElseThrow(() -> Problems.failure(Code.INTRODUCTION_GONE));
    }
}
