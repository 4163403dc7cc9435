package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a vault file: a few lines, strictly in this order, and a check of them all that tells a damaged file from a
 * wrong passphrase. What stands above the sealed bytes is sealed with them.
 */
record VaultFile(Stretching stretching, byte[] salt, byte[] nonce, byte[] sealed) {
    static final int SALT = 16;
    private static final int LARGEST = 16 << 10;
    private static final HexFormat HEX = HexFormat.of();

    private static final Pattern TEXT = Pattern.compile("""
            zorya-vault (\\d{1,9})
            kdf argon2id
            memory-kib (\\d{1,9})
            iterations (\\d{1,9})
            lanes (\\d{1,9})
            salt ([0-9a-f]{32})
            nonce ([0-9a-f]{24})
            sealed ((?:[0-9a-f]{2})+)
            check ([0-9a-f]{64})
            """);
    private static final int FORMAT = 1;

    /** What is sealed with the content. */
    byte[] context() {
        return header().getBytes(StandardCharsets.US_ASCII);
    }

    void write(Path file) throws IOException {
        String text = header() + "sealed " + HEX.formatHex(sealed) + "\n";
        PrivateFiles.replace(file, (text + "check " + check(text) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws StoreException CORRUPT, NEWER_VERSION or IO */
    static VaultFile read(Path file) throws StoreException {
        String text = text(file);
        Matcher fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw Failures.corrupt(file, "it does not read like a vault");
        }
        if (Integer.parseInt(fields.group(1)) > FORMAT) {
            throw Failures.newer(file, Integer.parseInt(fields.group(1)), FORMAT);
        }
        if (!check(text.substring(0, fields.start(8) - "check ".length())).equals(fields.group(8))) {
            throw Failures.corrupt(file, "its check does not fit");
        }
        Stretching stretching = new Stretching(
                Integer.parseInt(fields.group(2)),
                Integer.parseInt(fields.group(3)),
                Integer.parseInt(fields.group(4)));
        if (!stretching.isWithinLimits()) {
            throw Failures.corrupt(file, "it asks for more or less work than Zorya ever does");
        }
        return new VaultFile(
                stretching,
                HEX.parseHex(fields.group(5)),
                HEX.parseHex(fields.group(6)),
                HEX.parseHex(fields.group(7)));
    }

    private String header() {
        return "zorya-vault " + FORMAT + "\nkdf argon2id\nmemory-kib " + stretching.memoryKib() + "\niterations "
                + stretching.iterations() + "\nlanes " + stretching.lanes() + "\nsalt " + HEX.formatHex(salt)
                + "\nnonce " + HEX.formatHex(nonce) + "\n";
    }

    private static String text(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw Failures.corrupt(file, "it is far too long");
            }
            return new String(content, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw Failures.corrupt(file, "it is gone");
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private static String check(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
