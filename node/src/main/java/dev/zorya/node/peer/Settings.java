package dev.zorya.node.peer;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.net.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this peer was started, checked.
 *
 * @param contracts what {@code -adjudicator}, {@code -app} and {@code -assets} say, if they say anything
 * @param keyFiles where keys come from and go to
 */
record Settings(
        String name,
        EthereumKey key,
        Endpoint listen,
        ChainEndpoints chain,
        Optional<Contracts> contracts,
        Serializer serializer,
        Transport transport,
        KeyFiles keyFiles,
        String persist,
        Rule policy,
        boolean watch,
        boolean restore,
        int history,
        boolean quiet,
        List<PeerEntry> peers,
        Duration timeout,
        int finality) {
    /** The wire's serializer. */
    enum Serializer {
        PERUNIO,
        PROTOBUF
    }

    /** What is below the envelopes. */
    enum Transport {
        TLS,
        PLAIN
    }

    static Settings of(FlagValues flags) throws UsageException {
        try {
            if (!flags.text(Flag.WIRE_ID).equals("simple")) {
                throw new UsageException("Zorya's wire addresses are of the kind simple.");
            }
            return new Settings(
                    required(flags, Flag.NAME),
                    key(required(flags, Flag.KEY)),
                    PeerEntry.endpoint(flags.text(Flag.LISTEN)),
                    ChainEndpoints.of(URI.create(flags.text(Flag.RPC))),
                    contracts(flags),
                    flags.choice(Flag.SERIALIZER, Serializer.class),
                    flags.choice(Flag.TRANSPORT, Transport.class),
                    KeyFiles.of(flags),
                    flags.text(Flag.PERSIST),
                    flags.choice(Flag.POLICY, Rule.class),
                    flags.on(Flag.WATCH),
                    flags.on(Flag.RESTORE),
                    flags.count(Flag.HISTORY),
                    flags.on(Flag.QUIET),
                    PeerEntry.list(flags.text(Flag.PEERS)),
                    Durations.parse(flags.text(Flag.TIMEOUT)),
                    flags.count(Flag.FINALITY));
        } catch (MalformedException | IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String required(FlagValues flags, Flag flag) throws UsageException {
        if (flags.text(flag).isEmpty()) {
            throw new UsageException("The flag -" + flag.text() + " is needed.");
        }
        return flags.text(flag);
    }

    /** Not quoted if it is wrong: it is secret. */
    private static EthereumKey key(String hex) throws UsageException {
        try {
            return EthereumKey.of(Bytes.fromHex(hex).requireSize(32, "key").toArray());
        } catch (MalformedException e) {
            throw new UsageException("The flag -key is a private key of 64 hexadecimal digits.");
        }
    }

    private static Optional<Contracts> contracts(FlagValues flags) throws UsageException {
        if (flags.text(Flag.ADJUDICATOR).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Contracts.parse(flags.text(Flag.ADJUDICATOR), flags.text(Flag.APP), required(flags, Flag.ASSETS)));
    }
}
