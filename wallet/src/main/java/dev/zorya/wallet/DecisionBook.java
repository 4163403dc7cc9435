package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Decisions;
import dev.zorya.storage.KeptDecision;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.WalletEvent;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of proposals, for people. Each is told once it is kept. */
final class DecisionBook {
    private final Decisions store;
    private final Coins coins;
    private final Events events;

    DecisionBook(Decisions store, Coins coins, Events events) {
        this.store = store;
        this.coins = coins;
        this.events = events;
    }

    void add(DecisionView decision) throws StoreException {
        Amount amount = decision.amount();
        store.add(new KeptDecision(
                decision.at(),
                decision.did(),
                decision.name(),
                amount == null ? "" : amount.coin().symbol(),
                amount == null ? "" : amount.units().toString(),
                switch (decision.verdict()) {
                    case ACCEPTED -> KeptDecision.Verdict.ACCEPTED;
                    case DECLINED -> KeptDecision.Verdict.DECLINED;
                    case UNANSWERED -> KeptDecision.Verdict.UNANSWERED;
                },
                decision.byPerson(),
                decision.reason()));
        events.publish(new WalletEvent.ProposalDecided(decision));
    }

    List<DecisionView> newest(int limit) throws StoreException {
        return store.recent(limit).stream().map(this::view).toList();
    }

    private DecisionView view(KeptDecision kept) {
        return new DecisionView(
                kept.at(),
                kept.contact(),
                kept.name(),
                amount(kept),
                switch (kept.verdict()) {
                    case ACCEPTED -> DecisionView.Verdict.ACCEPTED;
                    case DECLINED -> DecisionView.Verdict.DECLINED;
                    case UNANSWERED -> DecisionView.Verdict.UNANSWERED;
                },
                kept.byPerson(),
                kept.reason());
    }

    private @Nullable Amount amount(KeptDecision kept) {
        return coins.named(kept.coin())
                .map(coin -> new Amount(new BigInteger(kept.amount()), coin))
                .orElse(null);
    }
}
