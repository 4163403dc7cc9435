package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.util.Optional;

/** Everything that can happen to a channel. Randomness and decisions come in here, never from inside. */
public sealed interface Input {
    /** Key of the sub-channel that this may make. */
    default Optional<ProposalId> proposed() {
        return Optional.empty();
    }

    /** The person pays. */
    record Pay(Payment payment) implements Input {}

    /** An application goes on. */
    record Update(Change change) implements Input {}

    /**
     * The person opens a sub-channel in this one. The tree makes it.
     *
     * @param base with the new channel's key and our 32 random bytes
     */
    record OpenSub(ProposalBase base) implements Input {
        @Override
        public Optional<ProposalId> proposed() {
            return Optional.of(base.proposalId());
        }
    }

    /** A channel above or below in the tree has changed. */
    record Neighbours() implements Input {}

    /** The person closes together. */
    record Close() implements Input {}

    /** The person does not wait for the peer any longer: the ledger shall decide. */
    record CloseAlone() implements Input {}

    /** An application goes on before the judge, without the peer. */
    record Progress(Change change) implements Input {}

    /**
     * The policy or the person answered a question.
     *
     * @param question which; it may have been overtaken
     * @param nonceShare 32 random bytes for an accept
     */
    record Decided(Question question, Decision decision, Bytes nonceShare) implements Input {}

    /** From the channel's peer, whom the connection has proven. */
    record FromPeer(Message message) implements Input {
        @Override
        public Optional<ProposalId> proposed() {
            return message instanceof ChannelProposal.Sub sub
                    ? Optional.of(sub.base().proposalId())
                    : Optional.empty();
        }
    }

    record FromLedger(LedgerEvent event) implements Input {}

    record TimedOut(Timer timer) implements Input {}

    /** The channel was read back from the store, before any other input. */
    record Restarted() implements Input {}

    /** The transport could not hand this message over. Only the start of something gives up then; the rest is sent again. */
    record Undelivered(Message message, String reason) implements Input {}

    /** A connection with the peer came up. */
    record Connected() implements Input {}
}
