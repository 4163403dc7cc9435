package dev.zorya.wallet.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactPreview.Kind;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CrossroadsTest {
    private final List<String> taken = new ArrayList<>();
    private final Signpost agents = new Signpost("agent", Kind.AGENT_INVITATION, 10);
    private final Signpost own = new Signpost("own", Kind.INVITATION, 20);
    private final Crossroads crossroads = new Crossroads(
            (preview, name) -> {
                taken.add("direct " + name);
                throw Problems.failure(Code.CONTACT_TEXT_DAMAGED);
            },
            List.of(agents, own));

    @Test
    void invitationsAreMadeOnTheFirstRoadThatWantsTo() {
        own.invites = true;
        crossroads.invite();
        agents.invites = true;
        crossroads.invite();
        assertEquals(List.of("own invite", "agent invite"), taken);
    }

    @Test
    void whatWasPastedGoesWhereItBelongs() throws Exception {
        assertEquals(Kind.INVITATION, crossroads.read("own text").orElseThrow().kind());
        assertEquals(
                Kind.AGENT_INVITATION,
                crossroads.read("agent text").orElseThrow().kind());
        assertEquals(Optional.empty(), crossroads.read("something else"));
        crossroads.accept(crossroads.read("agent text").orElseThrow(), "Ann");
        crossroads.accept(crossroads.read("own text").orElseThrow(), "Ben");
        CompletionStage<ContactView> card = crossroads.accept(Signpost.preview(Kind.CARD), "Cleo");
        assertEquals(List.of("agent accept Ann", "own accept Ben", "direct Cleo"), taken);
        assertEquals(Code.CONTACT_TEXT_DAMAGED, problem(card));
    }

    @Test
    void eachAttemptStaysOnItsRoad() throws Exception {
        crossroads.withdraw("own-1");
        crossroads.giveUp("agent-1");
        crossroads.retry("own-1");
        assertEquals(List.of("own withdraw", "agent giveUp", "own retry"), taken);
        assertEquals(
                Code.INTRODUCTION_GONE,
                assertThrows(WalletException.class, () -> crossroads.withdraw("x"))
                        .problem()
                        .code());
        assertEquals(
                Code.INTRODUCTION_GONE,
                assertThrows(WalletException.class, () -> crossroads.giveUp("x"))
                        .problem()
                        .code());
        assertEquals(Code.INTRODUCTION_GONE, problem(crossroads.retry("x")));
    }

    @Test
    void theNewestOfAllRoadsComesFirst() throws Exception {
        assertEquals(
                List.of("own-1", "agent-1"),
                crossroads.connections().stream().map(ConnectionView::id).toList());
    }

    private static Code problem(CompletionStage<?> failed) {
        CompletionException e = assertThrows(
                CompletionException.class, () -> failed.toCompletableFuture().join());
        return assertInstanceOf(WalletException.class, e.getCause()).problem().code();
    }

    /** Says which way was taken. */
    private final class Signpost implements Road {
        private final String name;
        private final Kind kind;
        private final long since;
        private boolean invites;

        Signpost(String name, Kind kind, long since) {
            this.name = name;
            this.kind = kind;
            this.since = since;
        }

        static ContactPreview preview(Kind kind) {
            return new ContactPreview(kind, "", "", "", "", "", "", false);
        }

        @Override
        public boolean invites() {
            return invites;
        }

        @Override
        public CompletionStage<Invitation> invite() {
            taken.add(name + " invite");
            return new CompletableFuture<>();
        }

        @Override
        public Set<Kind> kinds() {
            return Set.of(kind);
        }

        @Override
        public Optional<ContactPreview> read(String text) {
            return text.startsWith(name) ? Optional.of(preview(kind)) : Optional.empty();
        }

        @Override
        public CompletionStage<ContactView> accept(ContactPreview preview, String as) {
            taken.add(name + " accept " + as);
            return new CompletableFuture<>();
        }

        @Override
        public boolean has(String id) {
            return id.startsWith(name);
        }

        @Override
        public void withdraw(String id) {
            taken.add(name + " withdraw");
        }

        @Override
        public CompletionStage<ContactView> retry(String id) {
            taken.add(name + " retry");
            return new CompletableFuture<>();
        }

        @Override
        public void giveUp(String id) {
            taken.add(name + " giveUp");
        }

        @Override
        public List<ConnectionView> connections() {
            return List.of(new ConnectionView(
                    name + "-1", "", "", ConnectionView.State.CONNECTING, false, Instant.ofEpochSecond(since), null));
        }
    }
}
