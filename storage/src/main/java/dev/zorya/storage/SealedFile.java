package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file whose content only the holder of a 32-byte key can read, for keys that cannot be made again from the words, such as
 * the wire identity's. Derive a key of its own for each purpose. A file under another's name does not open.
 */
public final class SealedFile {
    private static final int LARGEST = 1 << 20;
    private static final byte FORMAT = 1;

    private SealedFile() {}

    /** Replaces the file as a whole. On return it is on the disk. */
    public static void write(Path file, byte[] key, byte[] content) throws StoreException {
        byte[] nonce = Aead.random(Aead.NONCE);
        byte[] sealed = Aead.seal(key, nonce, context(file), content);
        byte[] all = new byte[1 + nonce.length + sealed.length];
        all[0] = FORMAT;
        System.arraycopy(nonce, 0, all, 1, nonce.length);
        System.arraycopy(sealed, 0, all, 1 + nonce.length, sealed.length);
        try {
            PrivateFiles.replace(file, all);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /** @throws StoreException CORRUPT if the key or the file's name is another or the file was changed; NEWER_VERSION, IO */
    public static Secret read(Path file, byte[] key) throws StoreException {
        byte[] all = content(file);
        if (all.length > 0 && all[0] > FORMAT) {
            throw Failures.newer(file, all[0], FORMAT);
        }
        if (all.length <= 1 + Aead.NONCE || all[0] != FORMAT) {
            throw Failures.corrupt(file, "it is cut off or is not one of Zorya's");
        }
        byte[] nonce = Arrays.copyOfRange(all, 1, 1 + Aead.NONCE);
        byte[] sealed = Arrays.copyOfRange(all, 1 + Aead.NONCE, all.length);
        return new Secret(Aead.open(key, nonce, context(file), sealed)
                .orElseThrow(() -> Failures.corrupt(file, "it was changed or belongs to another wallet")));
    }

    private static byte[] content(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] all = in.readNBytes(LARGEST + 1);
            if (all.length > LARGEST) {
                throw Failures.corrupt(file, "it is far too long");
            }
            return all;
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private static byte[] context(Path file) {
        return ("zorya-sealed-file 1 " + file.getFileName()).getBytes(StandardCharsets.UTF_8);
    }
}
