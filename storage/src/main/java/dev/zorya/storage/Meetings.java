package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Contacts in the making. */
public final class Meetings {
    private final Writer writer;
    private final Readers readers;

    Meetings(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Inserts or replaces by id. */
    public void save(Meeting meeting) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("""
                    INSERT OR REPLACE INTO meetings (id, role, step, did, name, token, own_nonce, their_nonce,
                        wire, endpoint, tls, card, since, expires, problem)
                    VALUES (:id, :role, :step, :did, :name, :token, :ownNonce, :theirNonce,
                        :wire, :endpoint, :tls, :card, :since, :expires, :problem)\
                    """)
                .bind("id", meeting.id())
                .bind("role", meeting.role().name())
                .bind("step", meeting.step().name())
                .bind("did", meeting.did())
                .bind("name", meeting.name())
                .bind("token", meeting.token().toArray())
                .bind("ownNonce", meeting.ownNonce())
                .bind("theirNonce", meeting.theirNonce())
                .bind("wire", meeting.wire().toArray())
                .bind("endpoint", meeting.endpoint())
                .bind("tls", meeting.tls().toArray())
                .bind("card", meeting.card())
                .bind("since", Times.nanos(meeting.since()))
                .bind("expires", Times.nanos(meeting.expires()))
                .bind("problem", meeting.problem())
                .execute());
    }

    /** The newest first. */
    public List<Meeting> all() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM meetings ORDER BY since DESC, id")
                .map((row, context) -> read(row))
                .list());
    }

    /** @return false if there was none */
    public boolean remove(String id) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate("DELETE FROM meetings WHERE id = :id")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    private static Meeting read(ResultSet row) throws SQLException {
        return new Meeting(
                row.getString("id"),
                Meeting.Role.valueOf(row.getString("role")),
                Meeting.Step.valueOf(row.getString("step")),
                row.getString("did"),
                row.getString("name"),
                Columns.bytes(row, "token"),
                row.getString("own_nonce"),
                row.getString("their_nonce"),
                Columns.bytes(row, "wire"),
                row.getString("endpoint"),
                Columns.bytes(row, "tls"),
                row.getString("card"),
                Columns.time(row, "since"),
                Columns.time(row, "expires"),
                row.getString("problem"));
    }
}
