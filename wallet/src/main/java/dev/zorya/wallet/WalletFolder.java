package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.InstanceLock;
import dev.zorya.storage.Vault;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One wallet's folder, held so that no second instance can use it. Holds {@code wallet.properties} ({@link WalletFile}), the vault with
 * the keys and the database.
 */
record WalletFolder(Path path, WalletFile file, InstanceLock lock) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WalletFolder.class);

    /**
     * Holds an existing one.
     *
     * @throws WalletException WALLET_UNKNOWN, WALLET_IN_USE or what is wrong with the folder
     */
    static WalletFolder hold(Path path) throws WalletException {
        return hold(path, InstanceLock::acquire);
    }

    /** Holds an existing one until a window wants it. @throws WalletException as {@link #hold} */
    static WalletFolder guard(Path path) throws WalletException {
        return hold(path, InstanceLock::guard);
    }

    private static WalletFolder hold(Path path, Locking how) throws WalletException {
        if (!WalletFile.exists(path)) {
            throw Problems.failure(Code.WALLET_UNKNOWN);
        }
        InstanceLock lock = lock(path, how);
        try {
            return new WalletFolder(path, WalletFile.read(path), lock);
        } catch (IOException e) {
            lock.close();
            throw Problems.failure(Code.STORE_CORRUPT, e);
        }
    }

    /**
     * Makes a new one and seals the keys in it. A failure leaves nothing behind.
     *
     * @param passphrase wiped
     */
    static WalletFolder make(Path path, WalletFile file, KeyRing keys, char[] passphrase) throws WalletException {
        boolean existed = Files.exists(path);
        InstanceLock lock = lock(path, InstanceLock::acquire);
        byte[] secret = keys.secret();
        try {
            Vault.in(path).create(passphrase, secret);
            // last: only with this file is it a wallet
            file.write(path);
            return new WalletFolder(path, file, lock);
        } catch (StoreException | IOException e) {
            lock.close();
            if (!existed) {
                delete(path);
            }
            throw e instanceof StoreException s ? Causes.of(s) : Problems.failure(Code.STORE_TROUBLE, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** New keys from new words, for wallets that nobody is asked about. */
    static WalletFolder makePlay(Path path, WalletFile file) throws WalletException {
        SecureRandom random = new SecureRandom();
        List<String> words = Words.random(12, random);
        try (KeyRing keys = KeyRing.create(words, random)) {
            return make(path, file, keys, Access.play());
        }
    }

    Access access() {
        return new Access(Vault.in(path), file.asksNothing());
    }

    /** Remembers the time, for the order in the list. */
    void opened(Instant time) {
        try {
            // not the one that was held: the port may be another since then
            WalletFile.read(path).openedAt(time).write(path);
        } catch (IOException e) {
            LOG.warn("the list of wallets keeps its order: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private interface Locking {
        InstanceLock of(Path folder) throws StoreException;
    }

    private static InstanceLock lock(Path path, Locking how) throws WalletException {
        try {
            return how.of(path);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    /** Takes away a folder that was made in vain. */
    static void delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("an unfinished wallet's folder stays behind: {}", e.getMessage());
        }
    }
}
