package dev.zorya.net;

import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.WireIdentity;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the parts of one bus share. All of them run on its one network thread, so none of them locks; only sending
 * starts elsewhere ({@link Lane}).
 */
final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final BusConfig config;
    private final Peers peers;
    private final EventLoop loop;
    private final Self self;
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
    private final @Nullable TlsContexts tls;
    private final Registry registry;
    private final Lobby lobby;
    private volatile Bus.@Nullable Receiver receiver;

    Hub(BusConfig config, Peers peers, EventLoop loop) {
        this.config = config;
        this.peers = peers;
        this.loop = loop;
        self = new Self(config.own(), config.key(), config.codec());
        tls = switch (config.security()) {
            case Security.Tls secured -> new TlsContexts(secured, aside);
            case Security.PlainLoopback plain -> null;
        };
        registry = new Registry(this);
        lobby = new Lobby(config.limits());
    }

    BusConfig config() {
        return config;
    }

    Peers peers() {
        return peers;
    }

    EventLoop loop() {
        return loop;
    }

    Self self() {
        return self;
    }

    Registry registry() {
        return registry;
    }

    Lobby lobby() {
        return lobby;
    }

    boolean plain() {
        return tls == null;
    }

    /** For what would block the network thread: name resolution, steps of TLS handshakes. */
    ExecutorService aside() {
        return aside;
    }

    void subscribe(Bus.Receiver subscriber) {
        if (receiver != null) {
            throw new IllegalStateException("the bus has its receiver already");
        }
        receiver = subscriber;
    }

    Bus.Receiver receiver() {
        Bus.Receiver subscriber = receiver;
        if (subscriber == null) {
            throw new IllegalStateException("subscribe before messages can arrive");
        }
        return subscriber;
    }

    void alarm(WireIdentity impostorOf) {
        try {
            config.alarm().wrongKey(impostorOf);
        } catch (RuntimeException e) {
            LOG.error("The alarm about {} did not get through", Self.label(impostorOf), e);
        }
    }

    /** The same for accepted and dialled connections: budget, TLS, envelopes, greeting. */
    void furnish(Channel channel, Greeting greeting, @Nullable Endpoint dialled) {
        Deadlines deadlines = config.deadlines();
        int budget = config.limits().unprovenBytes();
        Duration handshake = deadlines.handshake();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new UnprovenBudget(budget));
        if (tls != null) {
            pipeline.addLast(
                    tls.handler(channel, dialled, handshake, config.codec().oneRecordEach()));
        }
        pipeline.addLast(new EnvelopeReader(config.codec(), budget, deadlines.envelope()), greeting);
    }
}
