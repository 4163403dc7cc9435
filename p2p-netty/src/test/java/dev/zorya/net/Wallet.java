package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.protobuf.Protobuf;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.vectors.Vectors;
import dev.zorya.channel.wire.SimpleAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One end in a test: a party of the vectors with its bus, its contacts and its inbox. */
final class Wallet implements AutoCloseable {
    static final Perunio CODEC = new Perunio(Vectors.APPS);
    static final Protobuf PROTOBUF = new Protobuf(Vectors.APPS);
    static final String HOST = "127.0.0.1";
    static final UnaryOperator<BusConfig> DEFAULTS = config -> config;

    final Party party;
    final TlsKey tls;
    final Directory contacts = new Directory();
    final Inbox inbox = new Inbox();
    final Queue<WireIdentity> alarms = new ConcurrentLinkedQueue<>();
    final TlsBus bus;

    private Wallet(String name, TlsKey tls, Security security, int port, UnaryOperator<BusConfig> change)
            throws ListenException {
        party = Parties.party(name);
        this.tls = tls;
        BusConfig config = BusConfig.of(
                        SimpleAddress.in(party.identity()).orElseThrow(),
                        party.wireKey(),
                        CODEC,
                        security,
                        new Endpoint(HOST, port))
                .with((Alarm) alarms::add);
        bus = TlsBus.open(change.apply(config), contacts);
        bus.subscribe(inbox);
    }

    static Wallet tls(String name) throws ListenException {
        return tls(name, DEFAULTS);
    }

    static Wallet tls(String name, UnaryOperator<BusConfig> change) throws ListenException {
        return tls(name, TlsKey.create(), 0, change);
    }

    /** The same wallet started again: same TLS key, same port. */
    static Wallet tls(String name, TlsKey key, int port, UnaryOperator<BusConfig> change) throws ListenException {
        return new Wallet(name, key, new Security.Tls(key), port, change);
    }

    static Wallet secured(String name, Security.Tls security) throws ListenException {
        return new Wallet(name, security.key(), security, 0, DEFAULTS);
    }

    static Wallet plain(String name, UnaryOperator<BusConfig> change) throws ListenException {
        return new Wallet(name, TlsKey.create(), new Security.PlainLoopback(), 0, change);
    }

    WireIdentity identity() {
        return party.identity();
    }

    Endpoint endpoint() {
        return new Endpoint(HOST, bus.port());
    }

    /** The contact cards of two Zoryas, exchanged. */
    static void introduce(Wallet a, Wallet b) {
        a.contacts.put(b.identity(), new KnownPeer(b.endpoint(), b.tls.fingerprint(), true));
        b.contacts.put(a.identity(), new KnownPeer(a.endpoint(), a.tls.fingerprint(), true));
    }

    void send(Wallet to, Message message) throws Exception {
        send(to.identity(), message);
    }

    void send(WireIdentity to, Message message) throws Exception {
        bus.send(to, message).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    BusException refusal(WireIdentity to) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> send(to, message(0)));
        return assertInstanceOf(BusException.class, thrown.getCause());
    }

    /** A small message that can be told from others by {@code number}. */
    static UpdateMessage.Reject message(long number) {
        return message(number, "no");
    }

    static UpdateMessage.Reject message(long number, String text) {
        return new UpdateMessage.Reject(new ChannelId(Bytes.zero(32)), number, text);
    }

    /** The number of the message that comes next. */
    long received() throws InterruptedException {
        return assertInstanceOf(UpdateMessage.Reject.class, inbox.next().message())
                .version();
    }

    @Override
    public void close() {
        bus.close();
    }
}
