package dev.zorya.interop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The command line of a peer: both programs take the same flags. */
final class CommandLine {
    private final List<String> words;

    private CommandLine(List<String> words) {
        this.words = words;
    }

    /**
     * The flags that every peer of a test has. Its private key follows from its name, so that a peer started again is the same.
     *
     * @param store the folder of its store
     */
    static CommandLine of(List<String> program, String name, LiveChain chain, Path store) {
        var words = new ArrayList<>(program);
        words.addAll(List.of(
                "-name",
                name,
                "-key",
                key(name),
                "-listen",
                "127.0.0.1:0",
                "-rpc",
                chain.rpc(),
                "-persist",
                store.toString(),
                "-timeout",
                "40s"));
        return new CommandLine(words);
    }

    /** The same with one more flag. */
    CommandLine with(String flag, String value) {
        var more = new ArrayList<>(words);
        more.add(flag + "=" + value);
        return new CommandLine(more);
    }

    List<String> words() {
        return words;
    }

    private static String key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
