package dev.zorya.channel.core;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;

/**
 * What a stored channel must be, beyond its form: ours, of one piece, and signed. A flipped bit or a foreign hand shows here,
 * at the start, and not in a dispute (THREATS.md 47).
 */
final class RecordChecks {
    private static final int PARTIES = 2;

    private final Env env;
    private final Dossier dossier;
    private final Terms terms;

    RecordChecks(Env env, Dossier dossier, Terms terms) {
        this.env = env;
        this.dossier = dossier;
        this.terms = terms;
        require(terms.params().parts().size() == PARTIES, "not a channel of two");
        require(terms.part(dossier.ownIndex()).equals(env.self()), "the channel of another wallet");
        require(env.scheme().channelId(terms.params()).equals(terms.id()), "the id is not that of the params");
        require(terms.params().ledgerChannel() != dossier.isSub(), "another kind of channel");
        require(terms.agreement().participants() == PARTIES, "a funding agreement of another shape");
    }

    State state(State state) {
        Allocation allocation = state.allocation();
        require(state.id().equals(terms.id()), "the state of another channel");
        require(state.app().equals(terms.params().app()), "the state of another app");
        require(
                allocation.balances().participants() == PARTIES
                        && allocation.assets().size() == terms.agreement().assets(),
                "a state of another shape");
        return state;
    }

    /** Signed by both, in the form that the contract takes. */
    Transaction complete(Transaction transaction) {
        state(transaction.state());
        require(transaction.isComplete(), "a state that is not signed by both");
        for (int part = 0; part < PARTIES; part++) {
            signature(transaction.state(), transaction.ordered().get(part), part);
        }
        return transaction;
    }

    /** Who has signed it, the ledger knows: a move that the peer made alone is not ours. */
    Transaction concluded(Transaction transaction) {
        state(transaction.state());
        return transaction;
    }

    Registration registration(Registration fact) {
        fact.known().ifPresent(state -> require(fact.is(env, state(state)), "a registered state of another hash"));
        fact.signed().ifPresent(this::state);
        return fact;
    }

    /** Ours alone, after what is registered. */
    Authorised move(Authorised move, Registration fact) {
        state(move.state());
        require(move.version() == fact.version() + 1, "a move that does not follow what is registered");
        own(move.state(), move.own());
        return move;
    }

    /** Ours alone, for the version that is current or the one after it; beside an end that the judge must choose, for the one before. */
    Authorised authorised(Authorised ours, State current) {
        state(ours.state());
        require(
                ours.version() == current.version()
                        || ours.version() == current.version() + 1
                        || (current.isFinal() && ours.version() == current.version() - 1),
                "an open signature for a version far away");
        signature(ours.state(), ours.own(), dossier.ownIndex());
        for (Payment payment : ours.payments()) {
            require(
                    payment.asset() >= 0
                            && payment.asset() < terms.agreement().assets()
                            && payment.amount().signum() > 0,
                    "a payment that cannot be");
        }
        return ours;
    }

    int asset(int index) {
        require(index >= 0 && index < terms.agreement().assets(), "an asset that the channel does not have");
        return index;
    }

    Signature own(State state, Signature signature) {
        return signature(state, signature, dossier.ownIndex());
    }

    private Signature signature(State state, Signature signature, int part) {
        require(
                env.scheme().verify(env.scheme().digest(state), signature, terms.part(part)),
                "a signature that does not fit");
        return signature;
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new MalformedException("a channel record with " + otherwise);
        }
    }
}
