package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Requests to pay, from and to this person. */
public final class PaymentRequests {
    private final Writer writer;
    private final Readers readers;

    PaymentRequests(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Inserts, or replaces the one with the same channel, direction and id; its place in the list stays. */
    public void save(PaymentRequest request) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("""
                        INSERT INTO requests (channel, direction, id, status, asset, amount, memo, at, expires)
                        VALUES (:channel, :direction, :id, :status, :asset, :amount, :memo, :at, :expires)
                        ON CONFLICT (channel, direction, id) DO UPDATE SET status = excluded.status,
                            asset = excluded.asset, amount = excluded.amount, memo = excluded.memo, at = excluded.at,
                            expires = excluded.expires""")
                .bind("channel", request.channel().bytes().toArray())
                .bind("direction", request.direction().name())
                .bind("id", request.id().toArray())
                .bind("status", request.status().name())
                .bind("asset", request.asset())
                .bind("amount", request.amount().toString())
                .bind("memo", request.memo())
                .bind("at", Times.nanos(request.at()))
                .bind("expires", Times.nanos(request.expires()))
                .execute());
    }

    public Optional<PaymentRequest> find(ProposalId channel, Direction direction, Bytes id) throws StoreException {
        return readers.read(handle -> handle.createQuery(
                        "SELECT * FROM requests WHERE channel = :channel AND direction = :direction AND id = :id")
                .bind("channel", channel.bytes().toArray())
                .bind("direction", direction.name())
                .bind("id", id.toArray())
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Newest first. */
    public List<PaymentRequest> recent(int limit) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM requests ORDER BY seq DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** Those that wait for an answer, oldest first. Whether one is expired by now is for the caller to say. */
    public List<PaymentRequest> waiting() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM requests WHERE status = 'WAITING' ORDER BY seq")
                .map((row, context) -> read(row))
                .list());
    }

    /** @return false if there was none */
    public boolean remove(ProposalId channel, Direction direction, Bytes id) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate(
                                "DELETE FROM requests WHERE channel = :channel AND direction = :direction AND id = :id")
                        .bind("channel", channel.bytes().toArray())
                        .bind("direction", direction.name())
                        .bind("id", id.toArray())
                        .execute())
                > 0;
    }

    private static PaymentRequest read(ResultSet row) throws SQLException {
        return new PaymentRequest(
                new ProposalId(Columns.bytes(row, "channel")),
                Direction.valueOf(row.getString("direction")),
                Columns.bytes(row, "id"),
                PaymentRequest.Status.valueOf(row.getString("status")),
                row.getInt("asset"),
                Columns.amount(row, "amount"),
                row.getString("memo"),
                Columns.time(row, "at"),
                Columns.time(row, "expires"));
    }
}
