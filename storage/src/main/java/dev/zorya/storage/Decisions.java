package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What became of proposals, the newest {@link #KEPT} of them: others must not be able to fill the disk. */
public final class Decisions {
    static final int KEPT = 1000;

    private final Writer writer;
    private final Readers readers;

    Decisions(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    public void add(KeptDecision decision) throws StoreException {
        writer.write(session -> {
            session.handle()
                    .createUpdate("""
                        INSERT INTO decisions (at, contact, name, coin, amount, verdict, by_person, reason)
                        VALUES (:at, :contact, :name, :coin, :amount, :verdict, :byPerson, :reason)\
                        """)
                    .bind("at", Times.nanos(decision.at()))
                    .bind("contact", decision.contact())
                    .bind("name", decision.name())
                    .bind("coin", decision.coin())
                    .bind("amount", decision.amount())
                    .bind("verdict", decision.verdict().name())
                    .bind("byPerson", decision.byPerson() ? 1 : 0)
                    .bind("reason", decision.reason())
                    .execute();
            return session.handle()
                    .createUpdate("DELETE FROM decisions WHERE seq <= (SELECT MAX(seq) FROM decisions) - :kept")
                    .bind("kept", KEPT)
                    .execute();
        });
    }

    /** Newest first. */
    public List<KeptDecision> recent(int limit) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM decisions ORDER BY seq DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static KeptDecision read(ResultSet row) throws SQLException {
        return new KeptDecision(
                Columns.time(row, "at"),
                row.getString("contact"),
                row.getString("name"),
                row.getString("coin"),
                row.getString("amount"),
                KeptDecision.Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("by_person"),
                row.getString("reason"));
    }
}
