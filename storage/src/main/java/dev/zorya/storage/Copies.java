package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies of wallets in one folder, a file each (DESIGN.md 6). A copy never takes the place of another: it gets a name of its own,
 * is read back as a whole, and only then copies that are older than the newest ten of its wallet go (threat 46).
 */
public final class Copies {
    /** Kept of one wallet. */
    public static final int GENERATIONS = 10;

    /** The setting that a restored wallet carries until its owner has made its channels stale (safety rule 10). */
    public static final String RESTORED = "restored";

    private static final Logger log = LoggerFactory.getLogger(Copies.class);
    private static final String BEGIN = "zorya-";
    private static final String END = ".copy";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final Comparator<WalletCopy> OLDEST_FIRST =
            Comparator.comparingLong(WalletCopy::progress).thenComparing(WalletCopy::created);

    private final Path folder;

    /** @param folder made with the first copy */
    public Copies(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a copy of everything that the wallet keeps and the keys that go with it. Blocks; payments go on meanwhile.
     *
     * @param key 32 bytes from the wallet's words
     * @param keys what the vault holds; stays as it is
     * @throws StoreException DISK_FULL, READ_ONLY or IO; the copies that were there are as before
     */
    public WalletCopy write(WalletStore store, byte[] key, byte[] keys, Instant now) throws StoreException {
        try {
            if (!Files.isDirectory(folder)) {
                // one that is there is the person's, and its rights are too
                PrivateFiles.folder(folder);
            }
            Path next = Files.createTempFile(folder, BEGIN, ".new");
            try {
                PrivateFiles.file(next);
                CopyHeader header = CopyContent.write(store, next, key, keys, now);
                try (CopyContent written = CopyContent.open(next, key)) {
                    written.check(folder);
                }
                Path file = folder.resolve(name(header));
                if (Files.exists(file)) {
                    // the same second and nothing has happened since: the one that is there says the same
                    return info(file, header);
                }
                PrivateFiles.move(next, file);
                WalletCopy made = info(file, header);
                tidy(made);
                return made;
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /** What {@link WalletCopy#progress} of a copy made now would be. */
    public static long progress(WalletStore store) throws StoreException {
        return store.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return CopyContent.look(statement, Instant.EPOCH, Bytes.EMPTY).progress();
            }
        });
    }

    /** The copies in the folder, the newest first; files that are none are left out. */
    public List<WalletCopy> list() throws StoreException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<WalletCopy> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Copies::isCopy).toList()) {
                try {
                    found.add(look(file));
                } catch (StoreException e) {
                    log.warn("{} is no copy that could be restored: {}", file.getFileName(), e.getMessage());
                }
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
        return found.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    /**
     * What a file says about itself; nothing of it is proven.
     *
     * @throws StoreException CORRUPT if it is no copy, NEWER_VERSION, IO
     */
    public static WalletCopy look(Path file) throws StoreException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Optional<CopyHeader> header = CopyHeader.read(in);
            return info(file, header.orElseThrow(() -> Failures.corrupt(file, "it is no copy of a wallet")));
        } catch (CopyHeader.NewerFormat e) {
            throw Failures.newer(file, e.format(), CopyHeader.FORMAT);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Opens a copy as a restoration would, and checks all of it, without keeping anything.
     *
     * @throws StoreException CORRUPT if it is damaged or the key is another wallet's; NEWER_VERSION, DISK_FULL, IO
     */
    public static WalletCopy test(Path file, byte[] key) throws StoreException {
        try (CopyContent content = CopyContent.open(file, key)) {
            content.check(Path.of(System.getProperty("java.io.tmpdir")));
            return info(file, content.header());
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Puts the database of a copy into a wallet's folder. It says {@link #RESTORED} of itself, and forgets the transactions that were on
     * their way: what became of them the ledger knows, and what is still wanted is planned anew.
     *
     * @param into has no database; on failure it has none either
     * @return the keys that went with it, as {@link Vault} takes them
     * @throws StoreException as {@link #test}; also if there is a database already
     */
    public static Secret restore(Path file, byte[] key, Path into) throws StoreException {
        try (CopyContent content = CopyContent.open(file, key)) {
            return content.restore(into);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /** Goes only below what was made now: copies of a newer state of the same wallet stay, however many there are. */
    private void tidy(WalletCopy made) throws StoreException {
        List<WalletCopy> older = list().stream()
                .filter(copy -> copy.walletId().equals(made.walletId()) && OLDEST_FIRST.compare(copy, made) < 0)
                .toList();
        for (WalletCopy copy : older.stream().skip(GENERATIONS - 1).toList()) {
            try {
                Files.deleteIfExists(copy.file());
            } catch (IOException e) {
                log.warn("an old copy stays: {}", e.getMessage());
            }
        }
    }

    private static boolean isCopy(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(END) && Files.isRegularFile(file);
    }

    private static String name(CopyHeader header) {
        return BEGIN + header.walletId().toString().substring(0, 8) + "-" + STAMP.format(header.created()) + "-"
                + header.progress() + END;
    }

    private static WalletCopy info(Path file, CopyHeader header) throws IOException {
        Bytes wallet = header.walletId();
        return new WalletCopy(file, wallet, header.progress(), header.channels(), header.created(), Files.size(file));
    }
}
