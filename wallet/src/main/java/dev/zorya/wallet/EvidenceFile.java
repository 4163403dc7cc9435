package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.ethereum.ledger.Proceeding;
import dev.zorya.storage.Activity;
import dev.zorya.storage.JournalRow;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what is known of a channel before the chain and writes it to a file, so that others can check who is right. */
final class EvidenceFile {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFile.class);
    private static final int JOURNAL = 1000;
    private static final int TRANSACTIONS = 10_000;
    /** Between the clock of this computer, which says when a channel was made, and the chain's. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private final WalletStore store;
    private final Engine engine;
    private final EthereumLedger ledger;
    private final InstantSource clock;

    EvidenceFile(WalletStore store, Engine engine, EthereumLedger ledger, InstantSource clock) {
        this.store = store;
        this.engine = engine;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks the chain; without it the file holds what the wallet has itself, and says so.
     *
     * @throws WalletException CHANNEL_UNKNOWN, CHANNEL_UNDISPUTED, FILE_NOT_WRITTEN or what is wrong with the store
     */
    void write(String key, Path file) throws WalletException {
        ChannelSnapshot channel = Ids.parse(key)
                .map(ProposalId::new)
                .flatMap(engine::channel)
                .orElseThrow(() -> Problems.failure(Code.CHANNEL_UNKNOWN));
        ChannelId id = channel.id();
        Params params = channel.params();
        List<Docket.Line> seen = seen(channel);
        if (id == null || params == null || seen.isEmpty()) {
            throw Problems.failure(Code.CHANNEL_UNDISPUTED);
        }
        try {
            List<OwnTransaction> own = store.ledger().recent(ledger.config().name(), TRANSACTIONS).stream()
                    .filter(transaction -> transaction.intentKey().contains("/" + id))
                    .toList();
            Evidence evidence = new Evidence(
                    clock.instant(),
                    ledger.config().chainId(),
                    ledger.config().adjudicator(),
                    id,
                    params,
                    channel.current(),
                    seen,
                    proceedings(channel, id, params),
                    own.reversed());
            Files.writeString(file, evidence.json());
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (IOException e) {
            throw Problems.failure(Code.FILE_NOT_WRITTEN, e, String.valueOf(file.getFileName()));
        }
    }

    /** What the watcher saw of it before the chain, oldest first. */
    private List<Docket.Line> seen(ChannelSnapshot channel) throws WalletException {
        try {
            return Docket.read(store.activity().journal(channel.key(), Activity.NEWEST, JOURNAL).reversed().stream()
                            .map(JournalRow::entry)
                            .toList())
                    .stream()
                    .filter(line -> isSeen(line.move()))
                    .toList();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private static boolean isSeen(Docket.Move move) {
        return switch (move) {
            case WE_REGISTERED, THEY_REGISTERED, THEY_CHEATED, THEY_SURPRISED, WE_ANSWERED, THEY_ANSWERED, APP_MOVED ->
                true;
            case CLOSED_ALONE, REPEATED, OTHER -> false;
        };
    }

    private Optional<List<Proceeding>> proceedings(ChannelSnapshot channel, ChannelId id, Params params) {
        Instant since = channel.created().minus(CLOCKS);
        try {
            return Optional.of(ledger.proceedings(id, params.app(), since));
        } catch (LedgerException e) {
            LOG.info("evidence is written without what the chain says: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
