package dev.zorya.wallet;

import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.WalletInfo;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a wallet before it is unlocked: {@code wallet.properties} in its folder. Nothing in it is secret.
 *
 * @param asksNothing made by "Try it now": opens without a passphrase
 * @param port where contacts reach it; 0 until it was opened once
 * @param opened when it was opened last
 */
record WalletFile(String name, Network network, boolean asksNothing, int port, Instant opened) {
    private static final String FILE = "wallet.properties";
    private static final String PRACTICE = "practice";

    WalletInfo info(Path folder) {
        boolean practice = network instanceof Network.Practice;
        String shown = network instanceof Network.Ethereum ethereum ? ethereum.name() : Texts.get("network.practice");
        return new WalletInfo(String.valueOf(folder.getFileName()), name, practice, shown, folder);
    }

    WalletFile listening(int other) {
        return new WalletFile(name, network, asksNothing, other, opened);
    }

    WalletFile openedAt(Instant time) {
        return new WalletFile(name, network, asksNothing, port, time);
    }

    WalletFile on(Network other) {
        return new WalletFile(name, other, asksNothing, port, opened);
    }

    boolean wasOpened() {
        return port != 0;
    }

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** The same wallet on another computer: it has a passphrase there, and a port of its own. */
    WalletFile restoredAs(String other, Instant time) {
        return new WalletFile(other, network, false, 0, time);
    }

    /** @throws IOException also if the file says something that no Zorya writes */
    static WalletFile read(Path folder) throws IOException {
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            return read(in, folder.resolve(FILE).toString());
        }
    }

    /** @param from for the person: where it stands */
    static WalletFile read(Reader in, String from) throws IOException {
        Properties values = new Properties();
        try {
            values.load(in);
            return new WalletFile(
                    required(values, "name"),
                    network(values),
                    Boolean.parseBoolean(values.getProperty("asksNothing")),
                    Integer.parseInt(values.getProperty("port", "0")),
                    Instant.parse(required(values, "opened")));
        } catch (RuntimeException e) {
            throw new IOException(from + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Replaces the file; after a power cut there is the old or the new one. */
    void write(Path folder) throws IOException {
        Path next = folder.resolve(FILE + ".new");
        Files.writeString(next, text(), StandardCharsets.UTF_8);
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As it stands in the file. */
    String text() throws IOException {
        Properties values = new Properties();
        values.setProperty("name", name);
        values.setProperty("asksNothing", Boolean.toString(asksNothing));
        values.setProperty("port", Integer.toString(port));
        values.setProperty("opened", opened.toString());
        switch (network) {
            case Network.Practice practice -> values.setProperty("network", PRACTICE);
            case Network.Ethereum ethereum -> {
                values.setProperty("network", ethereum.name());
                values.setProperty("http", ethereum.http().toString());
                if (!ethereum.further().isEmpty()) {
                    values.setProperty(
                            "further",
                            ethereum.further().stream().map(URI::toString).collect(Collectors.joining(" ")));
                }
                Optional.ofNullable(ethereum.websocket())
                        .ifPresent(uri -> values.setProperty("websocket", uri.toString()));
                values.setProperty("chainId", Long.toString(ethereum.chainId()));
                values.setProperty("adjudicator", ethereum.adjudicator());
                values.setProperty("etherHolder", ethereum.etherHolder());
            }
        }
        StringWriter text = new StringWriter();
        values.store(text, "Zorya wallet; nothing in here is secret");
        return text.toString();
    }

    private static Network network(Properties values) {
        if (values.getProperty("http") == null && required(values, "network").equals(PRACTICE)) {
            return new Network.Practice();
        }
        String websocket = values.getProperty("websocket");
        return new Network.Ethereum(
                required(values, "network"),
                URI.create(required(values, "http")),
                Stream.of(values.getProperty("further", "").split(" ", -1))
                        .filter(address -> !address.isEmpty())
                        .map(URI::create)
                        .toList(),
                websocket == null ? null : URI.create(websocket),
                Long.parseLong(required(values, "chainId")),
                required(values, "adjudicator"),
                required(values, "etherHolder"));
    }

    private static String required(Properties values, String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
