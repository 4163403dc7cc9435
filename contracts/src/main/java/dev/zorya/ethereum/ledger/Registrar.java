package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.State;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The transaction that last changed how a channel stands before the judge, and the state that was found in it. */
final class Registrar {
    private final App app;
    private final Bytes adjudicator;
    private Bytes seen = Bytes.EMPTY;
    private Bytes read = Bytes.EMPTY;
    private Bytes hash = Bytes.EMPTY;
    private @Nullable State state;

    Registrar(App app, Bytes adjudicator) {
        this.app = app;
        this.adjudicator = adjudicator;
    }

    /** An event told of this transaction. */
    void saw(Bytes transaction) {
        seen = transaction;
    }

    Bytes seen() {
        return seen;
    }

    boolean isUnread() {
        return !seen.equals(read);
    }

    /**
     * Reads the transaction that was seen.
     *
     * @param wanted hash of the state that the judge holds
     */
    void read(Slot transaction, Bytes wanted) {
        try {
            JsonNode json = transaction.json();
            // a node may know of an event before it knows the transaction; then it is asked for again
            read = json.isNull() ? read : seen;
            // through another contract its calldata says nothing in this form (ONCHAIN.md 9)
            if (Bytes.fromHex(json.path("to").asString("")).equals(adjudicator)) {
                RegisteredState.in(Bytes.fromHex(json.path("input").asString("")), wanted, app)
                        .ifPresent(found -> {
                            hash = wanted;
                            state = found;
                        });
            }
        } catch (NodeException.Refused | MalformedException e) {
            // then without the state: what is registered can be refuted all the same
        }
    }

    /** The state with this hash, if it was found. */
    Optional<State> state(Bytes wanted) {
        return hash.equals(wanted) ? Optional.ofNullable(state) : Optional.empty();
    }
}
