package dev.zorya.wallet.meeting;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Meeting;
import dev.zorya.storage.Meeting.Role;
import dev.zorya.storage.Meeting.Step;
import dev.zorya.storage.Meetings;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All meetings, in memory as they are in the store. A change is durable before it counts, and told to the person. */
final class Attempts {
    private final Meetings store;
    private final Consumer<WalletEvent> events;
    private final Map<String, Meeting> all = new ConcurrentHashMap<>();

    Attempts(Meetings store, Consumer<WalletEvent> events) throws StoreException {
        this.store = store;
        this.events = events;
        store.all().forEach(meeting -> all.put(meeting.id(), meeting));
    }

    Optional<Meeting> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    Optional<Meeting> find(Role role, Predicate<Meeting> which) {
        return all(role).stream().filter(which).findFirst();
    }

    List<Meeting> all(Role role) {
        return all.values().stream().filter(meeting -> meeting.role() == role).toList();
    }

    Meeting save(Meeting meeting) throws WalletException {
        try {
            store.save(meeting);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        all.put(meeting.id(), meeting);
        events.accept(new WalletEvent.ConnectionChanged(view(meeting)));
        return meeting;
    }

    void remove(Meeting meeting) throws WalletException {
        try {
            store.remove(meeting.id());
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        all.remove(meeting.id());
    }

    /** What a person has to know about; a withdrawn invitation is kept only so that its user can be told. */
    List<ConnectionView> views(Instant now) {
        return all.values().stream()
                .filter(meeting -> meeting.step() != Step.DONE)
                .filter(meeting -> meeting.role() != Role.INVITES
                        || (meeting.expires().isAfter(now) && !has(meeting, Code.INVITATION_GONE)))
                .map(Attempts::view)
                .toList();
    }

    static boolean has(Meeting meeting, Code problem) {
        return code(meeting.problem()).equals(problem.name());
    }

    private static ConnectionView view(Meeting meeting) {
        boolean invites = meeting.role() == Role.INVITES;
        return new ConnectionView(
                meeting.id(),
                meeting.name(),
                meeting.did(),
                switch (meeting.step()) {
                    case WAITS -> State.INVITED;
                    case GREETS -> invites ? State.CONNECTED : State.CONNECTING;
                    case PROVES -> State.CONNECTED;
                    case REFUSED -> State.PROBLEM;
                    case DONE -> State.VERIFIED;
                },
                invites,
                meeting.since(),
                problem(meeting));
    }

    private static @Nullable WalletProblem problem(Meeting meeting) {
        String code = code(meeting.problem());
        String rest = meeting.problem().substring(code.length()).strip();
        return code.isEmpty() ? null : Problems.of(Code.valueOf(code), rest, rest.isEmpty() ? meeting.name() : rest);
    }

    /** How a problem is kept. Only what did not hold in a proof is needed besides the code. */
    static String reason(WalletProblem problem) {
        return problem.code() == Code.CONTACT_PROOF_REFUSED
                ? problem.code() + " " + problem.details()
                : problem.code().name();
    }

    private static String code(String problem) {
        int blank = problem.indexOf(' ');
        return blank < 0 ? problem : problem.substring(0, blank);
    }
}
