package dev.zorya.interop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

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
        return new CommandLine(program)
                .with("-name", name)
                .with("-key", key(name))
                .with("-listen", "127.0.0.1:0")
                .with("-rpc", chain.rpc())
                .with("-persist", store.toString())
                .with("-timeout", "40s");
    }

    /** The same with this value for a flag, whether it was there before or not. */
    CommandLine with(String flag, String value) {
        var more = new ArrayList<>(words);
        more.removeIf(word -> word.startsWith(flag + "="));
        more.add(flag + "=" + value);
        return new CommandLine(more);
    }

    /** The same for channels on these contracts, and those that are stored are taken up. */
    CommandLine again(JsonNode contracts) {
        StringBuilder assets = new StringBuilder();
        for (JsonNode asset : contracts.path("assets")) {
            String token = asset.path("token").asString("");
            assets.append(assets.isEmpty() ? "" : ",")
                    .append(asset.path("name").asString())
                    .append('=')
                    .append(asset.path("holder").asString())
                    .append(token.isEmpty() ? "" : "/" + token);
        }
        return with("-restore", "true")
                .with("-adjudicator", contracts.path("adjudicator").asString())
                .with("-app", contracts.path("app").asString())
                .with("-assets", assets.toString());
    }

    List<String> words() {
        return words;
    }

    /** The private key that belongs to a name, hex. */
    static String key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
