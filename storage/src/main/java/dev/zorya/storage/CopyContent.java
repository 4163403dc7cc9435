package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import dev.zorya.channel.value.Bytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * One copy: after the header, sealed and deflated, the keys and then the database, each behind its length. Only these two: there are no
 * names in it that could lead out of the folder (threat 47).
 */
final class CopyContent implements AutoCloseable {
    /** Of the keys; they take some 5 KiB. */
    private static final int MOST_KEYS = 1 << 16;

    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final CopyHeader header;
    private final InputStream below;
    private final DataInputStream content;

    private CopyContent(Path file, CopyHeader header, InputStream below, DataInputStream content) {
        this.file = file;
        this.header = header;
        this.below = below;
        this.content = content;
    }

    CopyHeader header() {
        return header;
    }

    /** Writes a whole copy; on return it is on the disk. */
    static CopyHeader write(WalletStore store, Path to, byte[] key, byte[] keys, Instant now)
            throws IOException, StoreException {
        Path database = to.resolveSibling(to.getFileName() + ".db");
        try {
            CopyHeader header = snapshot(store, database, now);
            byte[] own = key(key, header);
            try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel))) {
                out.write(header.bytes());
                try (DataOutputStream sealed =
                        new DataOutputStream(new DeflaterOutputStream(new SealingStream(out, own, header.bytes())))) {
                    sealed.writeInt(keys.length);
                    sealed.write(keys);
                    sealed.writeLong(Files.size(database));
                    Files.copy(database, sealed);
                }
                out.flush();
                channel.force(true);
            } finally {
                Arrays.fill(own, (byte) 0);
            }
            return header;
        } finally {
            Files.deleteIfExists(database);
        }
    }

    /** Reads the header and makes the key; nothing is checked yet. */
    static CopyContent open(Path file, byte[] key) throws IOException, StoreException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK);
        try {
            CopyHeader header =
                    CopyHeader.read(in).orElseThrow(() -> Failures.corrupt(file, "it is no copy of a wallet"));
            OpeningStream opened = new OpeningStream(in, key(key, header), header.bytes());
            return new CopyContent(file, header, in, new DataInputStream(new InflaterInputStream(opened)));
        } catch (CopyHeader.NewerFormat e) {
            in.close();
            throw Failures.newer(file, e.format(), CopyHeader.FORMAT);
        } catch (IOException | StoreException e) {
            in.close();
            throw e;
        }
    }

    /** @param scratch where the database is unpacked for a moment */
    void check(Path scratch) throws IOException, StoreException {
        Path folder = Files.createTempDirectory(scratch, "zorya-copy");
        try {
            restore(folder).close();
        } finally {
            Files.deleteIfExists(Database.file(folder));
            Files.deleteIfExists(folder);
        }
    }

    Secret restore(Path into) throws IOException, StoreException {
        Path target = Database.file(into);
        if (Files.exists(target)) {
            throw new StoreException(
                    Reason.IO,
                    "There is a wallet in " + into + " already. It is unchanged. Restore the copy into a new one.");
        }
        PrivateFiles.folder(into);
        Path next = target.resolveSibling(target.getFileName() + ".restored");
        Secret keys = new Secret(new byte[0]);
        try {
            keys = keys();
            Files.deleteIfExists(next);
            PrivateFiles.file(next);
            database(next);
            Inspection.format(next);
            verify(next);
            mark(next);
            PrivateFiles.move(next, target);
            return keys;
        } catch (ZipException | EOFException | OpeningStream.Broken e) {
            keys.close();
            throw Failures.corrupt(file, String.valueOf(e.getMessage()));
        } catch (IOException | StoreException e) {
            keys.close();
            throw e;
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private Secret keys() throws IOException {
        int length = content.readInt();
        if (length < 0 || length > MOST_KEYS) {
            throw new OpeningStream.Broken("it holds no keys");
        }
        byte[] keys = new byte[length];
        content.readFully(keys);
        return new Secret(keys);
    }

    private void database(Path to) throws IOException {
        long left = content.readLong();
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            byte[] block = new byte[BLOCK];
            while (left > 0) {
                int now = content.read(block, 0, (int) Math.min(block.length, left));
                if (now < 0) {
                    throw new EOFException("the database is cut off");
                }
                out.write(block, 0, now);
                left -= now;
            }
            channel.force(true);
        }
        if (content.read() >= 0) {
            throw new OpeningStream.Broken("something stands behind the end");
        }
    }

    /** Every page, and that it is the wallet which the header names. */
    private void verify(Path database) throws StoreException {
        try (Connection connection = Connections.inspector(database);
                Statement statement = connection.createStatement()) {
            try (ResultSet verdict = statement.executeQuery("PRAGMA integrity_check(1)")) {
                if (!verdict.next() || !verdict.getString(1).equals("ok")) {
                    throw Failures.corrupt(file, "its database does not hold together");
                }
            }
            if (!look(statement, header.created(), header.salt()).equals(header)) {
                throw Failures.corrupt(file, "it holds another wallet than it says");
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Before the file has its name: no restored wallet can be opened without it. */
    private void mark(Path database) throws StoreException {
        try (Connection connection = Connections.marker(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("DELETE FROM own_transactions WHERE status IN ('PLANNED', 'SENT', 'MINED')");
            statement.executeUpdate("INSERT OR REPLACE INTO settings (key, value) VALUES ('" + Copies.RESTORED + "', '"
                    + header.created() + "')");
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** One moment of the wallet, whatever is written meanwhile. */
    private static CopyHeader snapshot(WalletStore store, Path to, Instant now) throws StoreException, IOException {
        Files.deleteIfExists(to);
        try (Connection connection = store.copier();
                PreparedStatement into = connection.prepareStatement("VACUUM INTO ?")) {
            into.setString(1, to.toAbsolutePath().toString());
            into.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        PrivateFiles.file(to);
        try (Connection connection = Connections.inspector(to);
                Statement statement = connection.createStatement()) {
            Instant second = Instant.ofEpochSecond(now.getEpochSecond());
            return look(statement, second, Bytes.wrap(Aead.random(CopyHeader.ID)));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    static CopyHeader look(Statement statement, Instant created, Bytes salt) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT wallet_id, (SELECT count(*) FROM channels) AS channels,"
                + " (SELECT coalesce(max(seq), 0) FROM journal) + (SELECT coalesce(max(seq), 0) FROM book)"
                + " + (SELECT coalesce(sum(version), 0) FROM channel_states) AS progress FROM meta")) {
            row.next();
            return new CopyHeader(
                    Columns.bytes(row, "wallet_id"), row.getLong("progress"), row.getInt("channels"), created, salt);
        }
    }

    private static byte[] key(byte[] key, CopyHeader header) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .addSalt(header.salt().toArray())
                            .thenExpand(header.walletId().toArray(), Aead.KEY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF", e);
        }
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
