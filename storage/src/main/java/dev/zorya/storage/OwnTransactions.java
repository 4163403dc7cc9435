package dev.zorya.storage;

import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The transactions of this wallet's own accounts (DESIGN.md 3, rule 9). */
final class OwnTransactions implements LedgerStore {
    private final Writer writer;
    private final Readers readers;

    OwnTransactions(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void save(OwnTransaction transaction) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("""
                        INSERT OR REPLACE INTO own_transactions (chain, intent_key, sender, recipient, nonce, value, data,
                            gas_limit, max_fee, max_priority_fee, raw, hashes, status, block, gas_used, fee, reason, updated)
                        VALUES (:chain, :intent, :sender, :recipient, :nonce, :value, :data,
                            :gasLimit, :maxFee, :maxPriorityFee, :raw, :hashes, :status, :block, :gasUsed, :fee, :reason, :updated)""")
                .bind("chain", transaction.chain())
                .bind("intent", transaction.intentKey())
                .bind("sender", transaction.from().toArray())
                .bind("recipient", transaction.to().toArray())
                .bind("nonce", transaction.nonce())
                .bind("value", transaction.value().toString())
                .bind("data", transaction.data().toArray())
                .bind("gasLimit", transaction.gasLimit().toString())
                .bind("maxFee", transaction.maxFee().toString())
                .bind("maxPriorityFee", transaction.maxPriorityFee().toString())
                .bind("raw", transaction.raw().toArray())
                .bind("hashes", transaction.hashes().stream().map(Bytes::hex).collect(Collectors.joining(" ")))
                .bind("status", transaction.status().name())
                .bind("block", transaction.block())
                .bind("gasUsed", transaction.gasUsed())
                .bind("fee", transaction.fee().toString())
                .bind("reason", transaction.reason())
                .bind("updated", Times.nanos(transaction.updated()))
                .execute());
    }

    @Override
    public Optional<OwnTransaction> find(String chain, String intentKey) throws StoreException {
        return readers.read(handle -> handle.createQuery(
                        "SELECT * FROM own_transactions WHERE chain = :chain AND intent_key = :intent")
                .bind("chain", chain)
                .bind("intent", intentKey)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<OwnTransaction> unfinished(String chain) throws StoreException {
        return readers.read(
                handle -> handle.createQuery("SELECT * FROM own_transactions WHERE chain = :chain AND status IN"
                                + " ('PLANNED', 'SENT', 'MINED') ORDER BY nonce")
                        .bind("chain", chain)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public List<OwnTransaction> recent(String chain, int limit) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM own_transactions WHERE chain = :chain"
                        + " ORDER BY updated DESC, nonce DESC LIMIT :limit")
                .bind("chain", chain)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static OwnTransaction read(ResultSet row) throws SQLException {
        return new OwnTransaction(
                row.getString("chain"),
                row.getString("intent_key"),
                Columns.bytes(row, "sender"),
                Columns.bytes(row, "recipient"),
                row.getLong("nonce"),
                Columns.amount(row, "value"),
                Columns.bytes(row, "data"),
                Columns.amount(row, "gas_limit"),
                Columns.amount(row, "max_fee"),
                Columns.amount(row, "max_priority_fee"),
                Columns.bytes(row, "raw"),
                hashes(row.getString("hashes")),
                OwnTransaction.Status.valueOf(row.getString("status")),
                row.getLong("block"),
                row.getLong("gas_used"),
                Columns.amount(row, "fee"),
                row.getString("reason"),
                Columns.time(row, "updated"));
    }

    private static List<Bytes> hashes(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Bytes::fromHex).toList();
    }
}
