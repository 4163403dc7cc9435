package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.KeptCredential.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Credentials, the exchanges that they come and go by, and what was shown to whom. */
public final class Credentials {
    private final Writer writer;
    private final Readers readers;

    Credentials(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Does it; false if a step that should end is gone, or one that should begin is there: nothing has happened then. */
    public boolean change(CredentialChange change) throws StoreException {
        return writer.write(session -> {
            Handle handle = session.handle();
            for (Exchange step : change.ended()) {
                if (!exists(handle, step)) {
                    return false;
                }
            }
            for (Exchange step : change.begun()) {
                if (exists(handle, step)) {
                    return false;
                }
            }
            change.ended().forEach(step -> delete(handle, step));
            change.begun().forEach(step -> insert(handle, step));
            change.kept().forEach(credential -> insert(handle, credential));
            change.shared().forEach(share -> insert(handle, share));
            return true;
        });
    }

    /** Oldest first. */
    public List<Exchange> exchanges() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM exchanges ORDER BY seq")
                .map((row, context) -> exchange(row))
                .list());
    }

    /** Forgets steps whose time is over. */
    public void expire(Instant now) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("DELETE FROM exchanges WHERE expires <= :now")
                .bind("now", Times.nanos(now))
                .execute());
    }

    /** Newest first. */
    public List<KeptCredential> all(Role role) throws StoreException {
        return readers.read(
                handle -> handle.createQuery("SELECT * FROM credentials WHERE role = :role ORDER BY seq DESC")
                        .bind("role", role.name())
                        .map((row, context) -> credential(row))
                        .list());
    }

    /** Forgets one; false if there was none. */
    public boolean remove(Role role, String id) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate("DELETE FROM credentials WHERE role = :role AND id = :id")
                        .bind("role", role.name())
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Newest first. */
    public List<Share> shares() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM shares ORDER BY seq DESC")
                .map((row, context) -> share(row))
                .list());
    }

    private static boolean exists(Handle handle, Exchange step) {
        return handle.createQuery("SELECT count(*) FROM exchanges WHERE step = :step AND other = :other AND thread ="
                                + " :thread")
                        .bind("step", step.step().name())
                        .bind("other", step.other())
                        .bind("thread", step.thread())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void delete(Handle handle, Exchange step) {
        handle.createUpdate("DELETE FROM exchanges WHERE step = :step AND other = :other AND thread = :thread")
                .bind("step", step.step().name())
                .bind("other", step.other())
                .bind("thread", step.thread())
                .execute();
    }

    private static void insert(Handle handle, Exchange step) {
        handle.createUpdate("""
            INSERT INTO exchanges (step, other, thread, body, since, expires)
            VALUES (:step, :other, :thread, :body, :since, :expires)\
            """)
                .bind("step", step.step().name())
                .bind("other", step.other())
                .bind("thread", step.thread())
                .bind("body", step.body())
                .bind("since", Times.nanos(step.since()))
                .bind("expires", Times.nanos(step.expires()))
                .execute();
    }

    /** A revocation is for good, whatever is kept later. */
    private static void insert(Handle handle, KeptCredential credential) {
        handle.createUpdate("""
            INSERT INTO credentials (role, id, other, content, revoked, told, at)
            VALUES (:role, :id, :other, :content, :revoked, :told, :at)
            ON CONFLICT (role, other, id) DO UPDATE SET revoked = max(revoked, excluded.revoked),
                told = max(told, excluded.told)\
            """)
                .bind("role", credential.role().name())
                .bind("id", credential.id())
                .bind("other", credential.other())
                .bind("content", credential.content())
                .bind("revoked", credential.revoked() ? 1 : 0)
                .bind("told", credential.told() ? 1 : 0)
                .bind("at", Times.nanos(credential.at()))
                .execute();
    }

    private static void insert(Handle handle, Share share) {
        handle.createUpdate("""
            INSERT INTO shares (at, other, name, type, issuer, claims, reason)
            VALUES (:at, :other, :name, :type, :issuer, :claims, :reason)\
            """)
                .bind("at", Times.nanos(share.at()))
                .bind("other", share.other())
                .bind("name", share.name())
                .bind("type", share.type())
                .bind("issuer", share.issuer())
                .bind("claims", String.join(" ", share.claims()))
                .bind("reason", share.reason())
                .execute();
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(
                Exchange.Step.valueOf(row.getString("step")),
                row.getString("other"),
                row.getString("thread"),
                row.getString("body"),
                Columns.time(row, "since"),
                Columns.time(row, "expires"));
    }

    private static KeptCredential credential(ResultSet row) throws SQLException {
        return new KeptCredential(
                Role.valueOf(row.getString("role")),
                row.getString("id"),
                row.getString("other"),
                row.getString("content"),
                row.getBoolean("revoked"),
                row.getBoolean("told"),
                Columns.time(row, "at"));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                Columns.time(row, "at"),
                row.getString("other"),
                row.getString("name"),
                row.getString("type"),
                row.getString("issuer"),
                Arrays.asList(row.getString("claims").split(" ")),
                row.getString("reason"));
    }
}
