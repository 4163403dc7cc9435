package dev.zorya.storage;

import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All that one wallet keeps, in one SQLite file of its folder. Every write is on the disk when it returns, or it did not
 * happen; calls block and come from any number of threads, virtual ones too. Secrets are not in here but in the {@link Vault}.
 */
public final class WalletStore implements AutoCloseable {
    private final InstanceLock lock;
    private final boolean ownsLock;
    private final Writer writer;
    private final Readers readers;

    private WalletStore(InstanceLock lock, boolean ownsLock, Writer writer, Readers readers) {
        this.lock = lock;
        this.ownsLock = ownsLock;
        this.writer = writer;
        this.readers = readers;
    }

    /** Whether the folder holds a wallet's database. */
    public static boolean exists(Path folder) {
        return Files.exists(Database.file(folder));
    }

    /**
     * Opens the wallet in the folder or makes a new one, and holds the folder's lock until it is closed.
     *
     * @throws StoreException IN_USE, NEWER_VERSION, CORRUPT, READ_ONLY, DISK_FULL or IO, with a sentence for the person;
     *     the file is then as it was
     */
    public static WalletStore open(Path folder) throws StoreException {
        InstanceLock lock = InstanceLock.acquire(folder);
        try {
            return open(lock, true, InstantSource.system());
        } catch (StoreException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The same under a lock that the caller holds, for example since before the passphrase was asked, and keeps. */
    public static WalletStore open(InstanceLock lock) throws StoreException {
        return open(lock, false, InstantSource.system());
    }

    static WalletStore open(InstanceLock lock, boolean ownsLock, InstantSource clock) throws StoreException {
        Path file = Database.prepare(lock.folder(), clock);
        try {
            WalletStore store = new WalletStore(lock, ownsLock, new Writer(file, clock), new Readers(file));
            store.readers.warm();
            return store;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** What the engine writes and loads. */
    public Channels channels() {
        return new Channels(writer, readers);
    }

    /** What a ledger keeps about its own transactions. */
    public LedgerStore ledger() {
        return new OwnTransactions(writer, readers);
    }

    /** Payments and journals, for people. */
    public Activity activity() {
        return new Activity(readers);
    }

    public Contacts contacts() {
        return new Contacts(writer, readers);
    }

    public PaymentRequests requests() {
        return new PaymentRequests(writer, readers);
    }

    public Letters letters() {
        return new Letters(writer, readers);
    }

    public Meetings meetings() {
        return new Meetings(writer, readers);
    }

    public Settings settings() {
        return new Settings(writer, readers);
    }

    public Credentials credentials() {
        return new Credentials(writer, readers);
    }

    public Decisions decisions() {
        return new Decisions(writer, readers);
    }

    /** Names this wallet's database, for its copies: 16 bytes, chosen at its creation. */
    public Bytes walletId() throws StoreException {
        return readers.readPlain(WalletStore::id);
    }

    /** The same of a wallet that may be open elsewhere; nothing if there is none or it cannot be read. Blocks. */
    public static Optional<Bytes> walletId(Path folder) {
        Path file = Database.file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Connection connection = Connections.inspector(file)) {
            return Optional.of(id(connection));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static Bytes id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT wallet_id FROM meta")) {
            row.next();
            return Columns.bytes(row, "wallet_id");
        }
    }

    /** Waits for writes and queries under way, then closes the file. Later calls fail with CLOSED. */
    @Override
    public void close() {
        // the writer last: only the last connection to close that may write can tidy up
        readers.close();
        writer.close();
        if (ownsLock) {
            lock.close();
        }
    }

    /** A connection of its own that can write the whole database to another file. */
    Connection copier() throws SQLException {
        return readers.copier();
    }

    <T> T read(Readers.Query<Connection, T> query) throws StoreException {
        return readers.readPlain(query);
    }

    Writer writer() {
        return writer;
    }
}
