package dev.zorya.wallet;

import dev.zorya.identity.Labels;
import dev.zorya.storage.WalletCopy;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.DamagedWallet;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.RestoreOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.api.Wallets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wallets in one data folder: {@code wallets/<id>} for each, {@code practice} for the practice network and its contact. Making one of
 * these is cheap; nothing is touched before it is asked for.
 */
public final class WalletsOnDisk implements Wallets {
    private static final Logger LOG = LoggerFactory.getLogger(WalletsOnDisk.class);

    private final Path folder;
    private final Practice practice;

    private record Found(Path path, WalletFile file) {}

    /** @param folder see {@link DataFolder#locate}; made when the first wallet is */
    public WalletsOnDisk(Path folder) {
        this(folder, Practice.Company.CONTACT);
    }

    private WalletsOnDisk(Path folder, Practice.Company company) {
        this.folder = folder.resolve("wallets");
        this.practice = new Practice(folder.resolve("practice"), company);
    }

    /** The same without a practice contact, for a program whose wallets practise with each other. */
    public static WalletsOnDisk amongThemselves(Path folder) {
        return new WalletsOnDisk(folder, Practice.Company.THEMSELVES);
    }

    @Override
    public List<WalletInfo> list() throws WalletException {
        return found().stream().map(found -> found.file().info(found.path())).toList();
    }

    @Override
    public List<DamagedWallet> damaged() throws WalletException {
        List<DamagedWallet> damaged = new ArrayList<>();
        for (Path path : folders()) {
            try {
                WalletFile.read(path);
            } catch (IOException e) {
                String id = String.valueOf(path.getFileName());
                damaged.add(new DamagedWallet(
                        id, path, Problems.of(Code.WALLET_DAMAGED, String.valueOf(e.getMessage()), id)));
            }
        }
        return damaged;
    }

    @Override
    public List<String> newWords(int count) {
        return Words.random(count, new SecureRandom());
    }

    @Override
    public List<String> suggestWords(String prefix) {
        return Words.startingWith(prefix);
    }

    @Override
    public boolean validWords(List<String> words) {
        return Words.valid(words);
    }

    @Override
    public Wallet create(NewWallet spec, Progress progress) throws WalletException {
        try {
            return create(spec, progress, false);
        } finally {
            Arrays.fill(spec.passphrase(), '\0');
        }
    }

    private Wallet create(NewWallet spec, Progress progress, boolean asksNothing) throws WalletException {
        String name = requireName(spec.name());
        requireGood(spec.words(), spec.passphrase());
        if (spec.network() instanceof Network.Ethereum ethereum) {
            progress.at(Texts.get("progress.asking"), 0.1);
            PublicChain.of(ethereum).check();
        }
        progress.at(Texts.get("progress.keys"), 0.2);
        KeyRing keys = KeyRing.create(spec.words(), new SecureRandom());
        WalletFolder made;
        try {
            WalletFile file = new WalletFile(name, spec.network(), asksNothing, 0, Instant.now());
            made = WalletFolder.make(folder.resolve(freeId(name)), file, keys, spec.passphrase());
        } catch (WalletException e) {
            keys.close();
            throw e;
        }
        try {
            return open(made, true, () -> keys, progress);
        } catch (WalletException e) {
            // nobody could have used it yet
            WalletFolder.delete(made.path());
            throw e;
        }
    }

    @Override
    public CopyView lookAt(Path copy) throws WalletException {
        return Restoring.look(copy);
    }

    @Override
    public Wallet restore(RestoreOrder order, Progress progress) throws WalletException {
        try {
            String name = requireName(order.name());
            requireGood(order.words(), order.passphrase());
            requireGone(Restoring.header(order.copy()));
            progress.at(Texts.get("progress.copy"), 0.1);
            Restoring.Made made = Restoring.make(order, name, folder.resolve(freeId(name)));
            return open(made.folder(), false, made::keys, progress);
        } finally {
            Arrays.fill(order.passphrase(), '\0');
        }
    }

    /** Two of one wallet would sign for the same channels and know nothing of each other. */
    private void requireGone(WalletCopy copy) throws WalletException {
        for (Found each : found()) {
            if (WalletStore.walletId(each.path())
                    .filter(copy.walletId()::equals)
                    .isPresent()) {
                throw Problems.failure(Code.WALLET_IS_HERE, each.file().name());
            }
        }
    }

    private static void requireGood(List<String> words, char[] passphrase) throws WalletException {
        if (!Words.valid(words)) {
            throw Problems.failure(Code.WORDS_NOT_A_PHRASE);
        }
        if (passphrase.length < Access.SHORTEST) {
            throw Problems.failure(Code.PASSPHRASE_WEAK);
        }
    }

    @Override
    public Wallet unlock(String walletId, char[] passphrase, Progress progress) throws WalletException {
        try {
            WalletFolder held = WalletFolder.hold(known(walletId));
            char[] words = held.file().asksNothing() ? Access.play() : passphrase;
            return open(held, false, () -> held.access().keys(words), progress);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * Watches over a wallet's channels without opening it for payments. Only while no window has the wallet: the guard gives way
     * to it. The passphrase is wiped, also on failure.
     *
     * @throws WalletException WALLET_IN_USE while a window has it, and as {@link #unlock}
     */
    public Guard guard(String walletId, char[] passphrase) throws WalletException {
        try {
            WalletFolder held = WalletFolder.guard(known(walletId));
            char[] words = held.file().asksNothing() ? Access.play() : passphrase;
            return WalletOpener.open(
                    held,
                    () -> held.access().keys(words),
                    chain(held),
                    (keys, store, chain) -> OpenGuard.join(held, keys, store, chain));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** Whether a wallet opens without a passphrase, as the practice wallet of "Try it now" does. */
    public boolean asksNothing(String walletId) throws WalletException {
        return named(walletId).filter(found -> found.file().asksNothing()).isPresent();
    }

    @Override
    public Wallet tryItNow(Progress progress) throws WalletException {
        Optional<Found> made =
                found().stream().filter(found -> found.file().asksNothing()).findFirst();
        if (made.isPresent()) {
            return unlock(String.valueOf(made.get().path().getFileName()), Access.play(), progress);
        }
        String wanted = Texts.get("practice.wallet");
        List<String> taken = found().stream().map(found -> found.file().name()).toList();
        String name = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? wanted : wanted + " " + number)
                .filter(candidate -> taken.stream().noneMatch(candidate::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
        NewWallet spec = new NewWallet(name, newWords(12), Access.play(), new Network.Practice());
        return create(spec, progress, true);
    }

    /**
     * Starts the practice network before the first wallet needs it; may block.
     *
     * @return to be run once: from then on the network stays only as long as wallets use it
     * @throws WalletException PRACTICE_IN_USE, or why the chain does not start
     */
    public Runnable startPractice() throws WalletException {
        return practice.join()::close;
    }

    /** The practice network, while a wallet of this data folder uses it. */
    public Optional<PracticeChain> practiceChain() {
        return practice.chain();
    }

    private Wallet open(WalletFolder held, boolean first, Callable<KeyRing> keys, Progress progress)
            throws WalletException {
        progress.at(Texts.get("progress.opening"), 0.4);
        Wallet wallet = WalletOpener.wallet(held, first, keys, chain(held));
        progress.at(Texts.get("progress.ready"), 1);
        return wallet;
    }

    private Callable<Chain> chain(WalletFolder held) {
        return switch (held.file().network()) {
            case Network.Practice play -> practice::join;
            case Network.Ethereum ethereum -> () -> PublicChain.of(ethereum);
        };
    }

    /** Known wallets, the one opened last first. One that cannot be read is among {@link #damaged()}. */
    private List<Found> found() throws WalletException {
        return folders().stream()
                .map(WalletsOnDisk::read)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Found found) -> found.file().opened())
                        .reversed())
                .toList();
    }

    private List<Path> folders() throws WalletException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(WalletFile::exists).sorted().toList();
        } catch (IOException e) {
            throw Problems.failure(Code.STORE_TROUBLE, e);
        }
    }

    private static Optional<Found> read(Path path) {
        try {
            return Optional.of(new Found(path, WalletFile.read(path)));
        } catch (IOException e) {
            LOG.error("this wallet cannot be opened: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Only names of folders that are there: an id is text from outside. */
    private Path known(String walletId) throws WalletException {
        return named(walletId).map(Found::path).orElseThrow(() -> Problems.failure(Code.WALLET_UNKNOWN));
    }

    private Optional<Found> named(String walletId) throws WalletException {
        return found().stream()
                .filter(found -> String.valueOf(found.path().getFileName()).equals(walletId))
                .findFirst();
    }

    private String requireName(String name) throws WalletException {
        String clean = Labels.clean(name);
        if (clean.isEmpty()) {
            throw Problems.failure(Code.NAME_EMPTY);
        }
        if (found().stream().anyMatch(found -> found.file().name().equalsIgnoreCase(clean))) {
            throw Problems.failure(Code.NAME_IN_USE, clean);
        }
        return clean;
    }

    /** The name in letters that every file system knows, with a number if it is taken. */
    private String freeId(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "wallet" : plain;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(id -> !Files.exists(folder.resolve(id)))
                .findFirst()
                .orElseThrow();
    }
}
