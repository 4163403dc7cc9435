package dev.zorya.storage;

import dev.zorya.channel.port.ChannelStore;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoredChannel;
import dev.zorya.channel.value.ProposalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The channels: for the engine, which writes and loads them, and for lists that people look at. */
public final class Channels implements ChannelStore {
    private static final String STORED =
            "SELECT c.key, c.terms, s.body FROM channels c JOIN channel_states s ON s.channel = c.id ";

    private final Writer writer;
    private final Readers readers;

    Channels(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public CompletionStage<Void> write(List<ChannelWrite> step) {
        return writer.submit(session -> {
                    for (ChannelWrite write : step) {
                        session.channels().write(write);
                    }
                    return step;
                })
                .thenAccept(saved -> {});
    }

    @Override
    public List<StoredChannel> load() throws StoreException {
        return readers.readPlain(Channels::live);
    }

    /** One channel, archived or not. */
    public Optional<StoredChannel> find(ProposalId key) throws StoreException {
        return readers.readPlain(connection -> {
            try (PreparedStatement select = connection.prepareStatement(STORED + "WHERE c.key = ?")) {
                select.setBytes(1, key.bytes().toArray());
                return stored(select).stream().findFirst();
            }
        });
    }

    /** All channels, archived ones too, in order of their creation. */
    public List<ChannelOverview> overview() throws StoreException {
        return readers.read(handle -> handle.createQuery(ChannelOverview.SELECT)
                .map((row, context) -> ChannelOverview.read(row))
                .list());
    }

    /** Notes who is at the other end, for names in lists. May come before the channel's first write. @param contact id */
    public void link(ProposalId key, String contact) throws StoreException {
        writer.write(session -> session.handle()
                .createUpdate("INSERT INTO channel_contacts (key, contact) VALUES (:key, :contact)"
                        + " ON CONFLICT (key) DO UPDATE SET contact = excluded.contact")
                .bind("key", key.bytes().toArray())
                .bind("contact", contact)
                .execute());
    }

    private static List<StoredChannel> live(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STORED + "WHERE s.archived = 0 ORDER BY c.id")) {
            return stored(select);
        }
    }

    private static List<StoredChannel> stored(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<StoredChannel> channels = new ArrayList<>();
            while (row.next()) {
                channels.add(new StoredChannel(
                        new ProposalId(Columns.bytes(row, "key")),
                        Columns.bytes(row, "terms"),
                        Columns.bytes(row, "body")));
            }
            return channels;
        }
    }
}
