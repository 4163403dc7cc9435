package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Copies;
import dev.zorya.storage.Settings;
import dev.zorya.storage.WalletCopy;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.Backups;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.CopyHealth.State;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The copies of an open wallet, and when a new one is due (DESIGN.md 6). Nothing on the way of a payment waits for it: it looks at what is in
 * memory once a second.
 */
final class CopyKeeper implements Backups, AutoCloseable {
    private static final String FOLDER = "copies.folder";

    /** What several changes in a row have in common is one copy. */
    private static final Duration GATHER = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Path wallet;
    private final Path usual;
    private final WalletStore store;
    private final KeyRing keys;
    private final Supplier<CopyWorth> now;
    private final InstantSource clock;
    private final News news;
    private volatile CopyHealth health = CopyHealth.NONE;
    private @Nullable CopyWorth copied;
    private @Nullable Instant dueAt;
    private boolean looked;
    private boolean closed;

    /** What others have to hear. */
    interface News {
        void healthChanged();

        void failed(WalletException failure);
    }

    /**
     * @param wallet its folder
     * @param usual where copies go until the person chooses a folder
     */
    CopyKeeper(
            Path wallet,
            Path usual,
            WalletStore store,
            KeyRing keys,
            Supplier<CopyWorth> now,
            InstantSource clock,
            News news) {
        this.wallet = wallet;
        this.usual = usual;
        this.store = store;
        this.keys = keys;
        this.now = now;
        this.clock = clock;
        this.news = news;
    }

    CopyHealth health() {
        return health;
    }

    /** Each second, on a thread that may block. */
    synchronized void tick() {
        if (closed) {
            return;
        }
        if (!looked) {
            looked = true;
            look();
        }
        CopyWorth present = now.get();
        if (copied != null && present.equals(copied)) {
            return;
        }
        if (health.state() == State.CURRENT) {
            tell(State.BEHIND);
        }
        if (copied == null || present.due(copied)) {
            Instant time = clock.instant();
            dueAt = dueAt == null ? time.plus(GATHER) : dueAt;
            if (!dueAt.isAfter(time)) {
                attempt();
            }
        }
    }

    /** A wallet may have been opened with copies that have everything already. */
    private void look() {
        try {
            Optional<WalletCopy> newest = own(folder()).stream().findFirst();
            if (newest.isPresent()) {
                boolean all = newest.get().progress() == Copies.progress(store);
                health = new CopyHealth(
                        all ? State.CURRENT : State.BEHIND, newest.get().created());
                copied = all ? now.get() : null;
                news.healthChanged();
            }
        } catch (StoreException | WalletException e) {
            copied = null;
        }
    }

    private void attempt() {
        try {
            write(folder());
        } catch (WalletException e) {
            dueAt = clock.instant().plus(AGAIN);
            boolean known = health.state() == State.FAILED;
            tell(State.FAILED);
            if (!known) {
                news.failed(e);
            }
        }
    }

    private CopyView write(Path folder) throws WalletException {
        if (!folder.equals(usual) && !Files.isDirectory(folder)) {
            // a disk that is not plugged in: its place must not be taken by a folder on another disk
            throw Problems.failure(Code.COPY_FOLDER_GONE, folder.toString());
        }
        CopyWorth present = now.get();
        byte[] key = keys.copyKey();
        byte[] secret = keys.secret();
        try {
            store.settings().put(Restoring.WALLET, WalletFile.read(wallet).text());
            WalletCopy made = new Copies(folder).write(store, key, secret, clock.instant());
            copied = present;
            dueAt = null;
            health = new CopyHealth(State.CURRENT, made.created());
            news.healthChanged();
            return view(made);
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (IOException e) {
            throw Problems.failure(Code.STORE_TROUBLE, e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void tell(State state) {
        if (health.state() != state) {
            health = new CopyHealth(state, health.newest());
            news.healthChanged();
        }
    }

    @Override
    public Path folder() throws WalletException {
        try {
            return settings().get(FOLDER).map(Path::of).orElse(usual);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    @Override
    public synchronized CopyView moveTo(Path folder) throws WalletException {
        CopyView made = write(folder.toAbsolutePath());
        try {
            settings().put(FOLDER, folder.toAbsolutePath().toString());
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        return made;
    }

    @Override
    public List<CopyView> copies() throws WalletException {
        try {
            return own(folder()).stream().map(CopyKeeper::view).toList();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    @Override
    public synchronized CopyView copyNow() throws WalletException {
        return write(folder());
    }

    @Override
    public CopyView test(Path copy) throws WalletException {
        byte[] key = keys.copyKey();
        try {
            return view(Copies.test(copy, key));
        } catch (StoreException e) {
            throw Restoring.cause(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private List<WalletCopy> own(Path folder) throws StoreException {
        var id = store.walletId();
        return new Copies(folder)
                .list().stream().filter(copy -> copy.walletId().equals(id)).toList();
    }

    private Settings settings() {
        return store.settings();
    }

    static CopyView view(WalletCopy copy) {
        return new CopyView(copy.file(), copy.created(), copy.channels(), copy.size());
    }

    /** What is due is not put off until the wallet is opened again. */
    @Override
    public synchronized void close() {
        closed = true;
        if (dueAt != null && health.state() != State.FAILED) {
            attempt();
        }
    }
}
