package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.ChannelState;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.ChannelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which messages reach a party's channel, as engine.Router has it: by id, and early ones when the channel gets its id. */
final class Door {
    private static final int MAX_EARLY = 16;

    private final List<Message> early = new ArrayList<>();
    private @Nullable ChannelId id;

    /** The channel has this id from now on; what came too early is for it. */
    List<Input> named(ChannelId channel) {
        if (channel.equals(id)) {
            return List.of();
        }
        id = channel;
        List<Input> waiting = early.stream()
                .filter(m -> named(m).filter(channel::equals).isPresent())
                .<Input>map(Input.FromPeer::new)
                .toList();
        early.clear();
        return waiting;
    }

    void forget() {
        early.clear();
        id = null;
    }

    /** True if the message is for the channel now. */
    boolean admits(@Nullable ChannelState state, Message message) {
        if (state == null) {
            return false;
        }
        return switch (message) {
            case ProposalAnswer answer ->
                answer.proposalId().equals(state.dossier().key());
            case ChannelProposal proposal ->
                proposal.base().proposalId().equals(state.dossier().key());
            case Control control -> false;
            case UpdateMessage update -> isFor(state, message);
            case ChannelSync sync -> isFor(state, message);
            case Extension extension -> isFor(state, message);
        };
    }

    private boolean isFor(ChannelState state, Message message) {
        Optional<ChannelId> own = state.channelId();
        if (own.isEmpty() && early.size() < MAX_EARLY) {
            early.add(message);
        }
        return own.isPresent() && named(message).equals(own);
    }

    private static Optional<ChannelId> named(Message message) {
        return switch (message) {
            case UpdateMessage update -> Optional.of(update.channelId());
            case ChannelSync sync -> sync.transaction().map(tx -> tx.state().id());
            case Extension.PaymentNotes notes -> Optional.of(notes.channelId());
            case Extension.PaymentRequest request -> Optional.of(request.channelId());
            case Extension.RequestDeclined answer -> Optional.of(answer.channelId());
            case Extension.Letter letter -> Optional.empty();
            case ProposalAnswer answer -> Optional.empty();
            case ChannelProposal proposal -> Optional.empty();
            case Control control -> Optional.empty();
        };
    }
}
