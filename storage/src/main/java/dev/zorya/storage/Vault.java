package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the wallet's one secret rests, the entropy of its words: in a file beside the database, sealed with AES-256-GCM under
 * a key that Argon2id makes from the passphrase (DESIGN.md 3, rule 11). Every passphrase handed in is overwritten, whatever
 * comes of it. Calls block for about 0.3 s.
 */
public final class Vault {
    private static final String NAME = "wallet.vault";

    private final Path folder;
    private final Path file;
    private final Stretching stretching;
    private final Attempts attempts;

    Vault(Path folder, Stretching stretching, InstantSource clock) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.stretching = stretching;
        this.attempts = new Attempts(folder.resolve(NAME + ".attempts"), clock);
    }

    /** The vault of a wallet's folder, whether it exists yet or not. The caller holds the folder's {@link InstanceLock}. */
    public static Vault in(Path folder) {
        return new Vault(folder, Stretching.STANDARD, InstantSource.system());
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Seals a secret in a new vault; the secret stays as it is.
     *
     * @throws StoreException also if there is a vault: it is never overwritten
     */
    public void create(char[] passphrase, byte[] secret) throws StoreException {
        try {
            if (exists()) {
                throw new StoreException(
                        Reason.IO,
                        "There is a wallet in " + folder
                                + " already. It is unchanged. Open that one, or choose"
                                + " another folder for the new one.");
            }
            seal(passphrase, secret);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** @throws StoreException CORRUPT, NEWER_VERSION or IO: then it is the file and not the passphrase */
    public synchronized Unlock unlock(char[] passphrase) throws StoreException {
        try {
            Duration left = attempts.remaining();
            if (left.isPositive()) {
                return new Unlock.TooSoon(left);
            }
            Optional<byte[]> secret = open(passphrase, VaultFile.read(file));
            if (secret.isEmpty()) {
                return new Unlock.WrongPassphrase(attempts.wrong());
            }
            attempts.right();
            return new Unlock.Opened(new Secret(secret.get()));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * Seals the secret anew under another passphrase. Until this returns, and if it fails, the present one counts.
     *
     * @return Opened if it is done; otherwise nothing has changed
     */
    public Unlock changePassphrase(char[] present, char[] next) throws StoreException {
        try {
            Unlock unlock = unlock(present);
            if (unlock instanceof Unlock.Opened opened) {
                sealAgain(next, opened.secret());
            }
            return unlock;
        } finally {
            Arrays.fill(present, '\0');
            Arrays.fill(next, '\0');
        }
    }

    private void sealAgain(char[] next, Secret secret) throws StoreException {
        try {
            seal(next, secret.bytes());
        } catch (StoreException e) {
            secret.close();
            throw e;
        }
    }

    private void seal(char[] passphrase, byte[] secret) throws StoreException {
        byte[] salt = Aead.random(VaultFile.SALT);
        byte[] key = stretching.key(passphrase, salt);
        try {
            VaultFile empty = new VaultFile(stretching, salt, Aead.random(Aead.NONCE), new byte[0]);
            byte[] sealed = Aead.seal(key, empty.nonce(), empty.context(), secret);
            PrivateFiles.folder(folder);
            new VaultFile(stretching, salt, empty.nonce(), sealed).write(file);
        } catch (IOException e) {
            throw Failures.of(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Optional<byte[]> open(char[] passphrase, VaultFile content) {
        byte[] key = content.stretching().key(passphrase, content.salt());
        try {
            return Aead.open(key, content.nonce(), content.context(), content.sealed());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
