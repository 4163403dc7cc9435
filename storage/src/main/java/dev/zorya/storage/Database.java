package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** The file {@code wallet.db} of a folder: made, checked and brought to the newest format. */
final class Database {
    static final String NAME = "wallet.db";
    private static final int WALLET_ID = 16;

    private Database() {}

    static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /** The file, ready to be written to. The caller holds the folder's lock. */
    static Path prepare(Path folder, InstantSource clock) throws StoreException {
        Path file = file(folder);
        try {
            if (!Files.exists(file)) {
                create(file, clock);
            } else if (Inspection.format(file) < Migrations.NEWEST) {
                Migrations.run(file);
            }
            PrivateFiles.file(file);
            return file;
        } catch (IOException | SQLException | FlywayException e) {
            throw Failures.of(e);
        }
    }

    /** Under another name first, so that an interrupted creation is never taken for an emptied wallet. */
    private static void create(Path file, InstantSource clock) throws IOException, SQLException, StoreException {
        if (LogFile.isLeft(file)) {
            throw Failures.corrupt(file, "it is gone, and only its write-ahead log is left");
        }
        if (!Files.isWritable(file.toAbsolutePath().getParent())) {
            throw Failures.readOnly(file);
        }
        Path next = file.resolveSibling(NAME + ".new");
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(next.resolveSibling(next.getFileName() + end));
        }
        PrivateFiles.file(next);
        Migrations.run(next);
        byte[] walletId = new byte[WALLET_ID];
        new SecureRandom().nextBytes(walletId);
        try (Connection connection = Connections.writer(next);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO meta (id, wallet_id, created) VALUES (1, ?, ?)")) {
            insert.setBytes(1, walletId);
            insert.setLong(2, Times.nanos(clock.instant()));
            insert.executeUpdate();
        }
        PrivateFiles.move(next, file);
    }
}
