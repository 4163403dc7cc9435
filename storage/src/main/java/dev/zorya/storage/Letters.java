package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The post of this wallet: what has to reach others, and which letters of others were taken already. */
public final class Letters {
    private final Writer writer;
    private final Readers readers;

    Letters(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** What waits for one recipient. @param bytes of kinds and bodies */
    public record Waiting(int letters, long bytes) {}

    /** Puts a letter behind those that wait for the same recipient. */
    public void add(Letter letter) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("""
                    INSERT INTO letters_out (recipient, id, kind, body, issued, expires)
                    VALUES (:recipient, :id, :kind, :body, :issued, :expires)\
                    """)
                .bind("recipient", letter.recipient())
                .bind("id", letter.id())
                .bind("kind", letter.kind())
                .bind("body", letter.body())
                .bind("issued", Times.nanos(letter.issued()))
                .bind("expires", Times.nanos(letter.expires()))
                .execute());
    }

    public Waiting waiting(String recipient) throws StoreException {
        return readers.read(handle -> handle.createQuery("""
            SELECT count(*) AS letters, coalesce(sum(length(kind) + length(body)), 0) AS bytes
            FROM letters_out WHERE recipient = :recipient\
            """)
                .bind("recipient", recipient)
                .map((row, context) -> new Waiting(row.getInt("letters"), row.getLong("bytes")))
                .one());
    }

    /** The one that has to arrive before all others: a card, because it may say whose the others are, or the oldest. */
    public Optional<Letter> next(String recipient) throws StoreException {
        return readers.read(handle -> handle.createQuery(
                        "SELECT * FROM letters_out WHERE recipient = :recipient ORDER BY kind <> 'card', seq LIMIT 1")
                .bind("recipient", recipient)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Everybody for whom something waits. */
    public List<String> recipients() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT DISTINCT recipient FROM letters_out")
                .mapTo(String.class)
                .list());
    }

    /** It arrived, or never will. @return false if it does not wait any more */
    public boolean remove(String recipient, String id) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate("DELETE FROM letters_out WHERE recipient = :recipient AND id = :id")
                        .bind("recipient", recipient)
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Whoever it was is no contact any more. What was taken from them stays known: they may come back. */
    public void removeAll(String recipient) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("DELETE FROM letters_out WHERE recipient = :recipient")
                .bind("recipient", recipient)
                .execute());
    }

    public boolean taken(String sender, String id) throws StoreException {
        return readers.read(handle -> handle.createQuery(
                                "SELECT count(*) FROM letters_in WHERE sender = :sender AND id = :id")
                        .bind("sender", sender)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** How many letters of this sender are remembered. */
    public int remembered(String sender) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT count(*) FROM letters_in WHERE sender = :sender")
                .bind("sender", sender)
                .mapTo(Integer.class)
                .one());
    }

    /** Remembers a letter until it expires, and forgets those that have. */
    public void take(String sender, String id, Instant expires, Instant now) throws StoreException {
        writer.write(session -> {
            Handle handle = session.handle();
            handle.createUpdate("DELETE FROM letters_in WHERE expires <= :now")
                    .bind("now", Times.nanos(now))
                    .execute();
            return handle.createUpdate(
                            "INSERT OR IGNORE INTO letters_in (sender, id, expires) VALUES (:sender, :id, :expires)")
                    .bind("sender", sender)
                    .bind("id", id)
                    .bind("expires", Times.nanos(expires))
                    .execute();
        });
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("recipient"),
                row.getString("id"),
                row.getString("kind"),
                row.getString("body"),
                Columns.time(row, "issued"),
                Columns.time(row, "expires"));
    }
}
