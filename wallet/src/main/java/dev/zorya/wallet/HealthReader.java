package dev.zorya.wallet;

import dev.zorya.channel.engine.Engine;
import dev.zorya.ethereum.ledger.ChainHealth;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.Health.ChainState;
import java.util.function.Supplier;

/** The health strip's facts (UI.md 7). */
final class HealthReader {
    private final EthereumLedger ledger;
    private final Engine engine;
    private final Contacts contacts;
    private final String listening;
    private final Supplier<CopyHealth> copies;

    /** @param listening where others can reach us, or empty */
    HealthReader(
            EthereumLedger ledger, Engine engine, Contacts contacts, String listening, Supplier<CopyHealth> copies) {
        this.ledger = ledger;
        this.engine = engine;
        this.contacts = contacts;
        this.listening = listening;
        this.copies = copies;
    }

    Health now() {
        ChainHealth chain = ledger.health();
        long online = contacts.all().stream()
                .filter(contact -> engine.isOnline(contact.wire()))
                .count();
        return new Health(
                state(chain),
                chain.head(),
                chain.headTime(),
                chain.sentence(),
                (int) online,
                contacts.all().size(),
                listening,
                copies.get());
    }

    private static ChainState state(ChainHealth chain) {
        return switch (chain.state()) {
            case CONNECTING -> ChainState.CONNECTING;
            case CONNECTED -> ChainState.GOOD;
            case UNREACHABLE -> ChainState.NO_ANSWER;
            case WRONG_CHAIN, UNKNOWN_CONTRACTS -> ChainState.WRONG_CHAIN;
            case STOPPED -> ChainState.STOPPED;
        };
    }
}
