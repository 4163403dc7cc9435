package dev.zorya.channel.engine;

import dev.zorya.channel.core.Input;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each message to its channel, and only from that channel's peer (safety rule 6). */
final class Router implements Bus.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Directory directory;
    private final Events events;
    private final BiConsumer<WireIdentity, ChannelProposal> proposals;
    private final Set<WireIdentity> online = ConcurrentHashMap.newKeySet();

    Router(Directory directory, Events events, BiConsumer<WireIdentity, ChannelProposal> proposals) {
        this.directory = directory;
        this.events = events;
        this.proposals = proposals;
    }

    boolean isOnline(WireIdentity peer) {
        return online.contains(peer);
    }

    @Override
    public void received(Envelope envelope) {
        WireIdentity peer = envelope.sender();
        switch (envelope.message()) {
            case UpdateMessage update -> toChannel(peer, update.channelId(), update, true);
            case Extension.PaymentNotes notes -> toChannel(peer, notes.channelId(), notes, true);
            case Extension.PaymentRequest request -> toChannel(peer, request.channelId(), request, false);
            case Extension.RequestDeclined answer -> toChannel(peer, answer.channelId(), answer, false);
            case Extension.Letter letter -> LOG.warn("a letter reached the engine, which reads none");
            case ChannelSync sync ->
                sync.transaction().ifPresent(tx -> toChannel(peer, tx.state().id(), sync, false));
            case ProposalAnswer answer -> deliver(peer, directory.find(answer.proposalId()), answer);
            case ChannelProposal proposal -> proposed(peer, proposal);
            case Control control -> {}
        }
    }

    @Override
    public void connection(WireIdentity peer, boolean up) {
        if (up) {
            online.add(peer);
            directory.with(peer).forEach(channel -> channel.putAll(new Input.Connected()));
        } else {
            online.remove(peer);
        }
        events.publish(new EngineEvent.PeerConnection(peer, up));
    }

    private void proposed(WireIdentity peer, ChannelProposal proposal) {
        ProposalId key = proposal.base().proposalId();
        Optional<Seat> known = directory.find(key);
        if (known.isPresent()) {
            deliver(peer, known, proposal);
        } else {
            proposals.accept(peer, proposal);
        }
    }

    private void toChannel(WireIdentity peer, ChannelId id, Message message, boolean mayBeEarly) {
        Optional<Seat> seat = directory.find(id);
        if (seat.isEmpty() && mayBeEarly) {
            directory.keep(id, peer, message);
        }
        deliver(peer, seat, message);
    }

    private static void deliver(WireIdentity peer, Optional<Seat> seat, Message message) {
        seat.ifPresent(s -> {
            if (s.dossier().peer().equals(peer)) {
                s.put(new Input.FromPeer(message));
            } else {
                LOG.warn("message {} from somebody who is not in that channel is dropped", message.type());
            }
        });
    }
}
