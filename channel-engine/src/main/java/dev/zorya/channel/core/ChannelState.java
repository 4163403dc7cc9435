package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel in one of its phases; each phase is a record in a file of its own with its transitions beside it. A phase
 * overrides what it reacts to; what it does not name it refuses towards a person or peer who waits, and ignores otherwise.
 */
public sealed interface ChannelState
        permits ProposalSent,
                ProposalReceived,
                InitSigning,
                Funding,
                Locking,
                InUse,
                Stale,
                Final,
                Disputed,
                Returning,
                Withdrawing,
                Withdrawn,
                Ended {
    Phase phase();

    Dossier dossier();

    /** Known from the accept on. */
    default Optional<ChannelId> channelId() {
        return switch (this) {
            case ProposalSent s -> Optional.empty();
            case ProposalReceived s -> Optional.empty();
            case Ended s -> Optional.empty();
            case InitSigning s -> Optional.of(s.terms().id());
            case Funding s -> Optional.of(s.terms().id());
            case Locking s -> Optional.of(s.terms().id());
            case Open s -> Optional.of(s.live().terms().id());
            case Deciding s -> Optional.of(s.live().terms().id());
            case Updating s -> Optional.of(s.live().terms().id());
            case Finalising s -> Optional.of(s.live().terms().id());
            case Stale s -> Optional.of(s.live().terms().id());
            case Final s -> Optional.of(s.terms().id());
            case Disputed s -> Optional.of(s.live().terms().id());
            case Returning s -> Optional.of(s.terms().id());
            case Withdrawing s -> Optional.of(s.terms().id());
            case Withdrawn s -> Optional.of(s.terms().id());
        };
    }

    /** The same channel, should its record come from a copy of the store: the peer may know more (safety rule 10). */
    default ChannelState restored() {
        return Stale.of(this);
    }

    /** The ledger decides over it now. */
    default boolean isDisputed() {
        return false;
    }

    /** What is registered for it, as far as the ledger has said so. */
    default Optional<Registration> registration() {
        return Optional.empty();
    }

    /** What is used while both can pay; nothing before and after that. */
    default Optional<Live> inUse() {
        return Optional.empty();
    }

    /** The allocation of the parent that a sub-channel waits for, as a follower of {@code parent}. */
    default Optional<Allocation> wants(State parent) {
        return Optional.empty();
    }

    /** The one entrance: the next state and the effects in order. */
    default Transition step(Env env, Input input, Instant now) {
        return switch (input) {
            case Input.Pay pay -> order(env, pay.payment(), now);
            case Input.Update update -> order(env, update.change(), now);
            case Input.OpenSub sub -> Transition.stay(this);
            case Input.Neighbours changed -> neighbours(env, now);
            case Input.Close close -> close(env, now);
            case Input.CloseAlone close -> closeAlone(env, now);
            case Input.Progress move -> progress(env, move.change(), now);
            case Input.Decided decided ->
                decided(env, decided.question(), decided.decision(), decided.nonceShare(), now);
            case Input.TimedOut timeout -> timedOut(env, timeout.timer(), now);
            case Input.Restarted restarted -> resume(env, now);
            case Input.Connected connected -> connected(env, now);
            case Input.Undelivered lost -> undelivered(lost.message(), lost.reason(), now);
            case Input.FromLedger fact ->
                switch (fact.event()) {
                    case LedgerEvent.Holdings holdings -> holdings(env, holdings, now);
                    case LedgerEvent.Concluded concluded -> concluded(env, concluded, now);
                    case LedgerEvent.Withdrawn withdrawn -> withdrawn(env, withdrawn, now);
                    case LedgerEvent.Registered registered -> registered(env, registered, now);
                    case LedgerEvent.Mined mined -> Ledgers.mined(this, mined, now);
                    case LedgerEvent.Stuck stuck -> Ledgers.stuck(this, stuck, now);
                };
            case Input.FromPeer peer ->
                switch (peer.message()) {
                    case ProposalAnswer answer -> answered(env, answer, now);
                    case UpdateMessage.Update update -> update(env, update, now);
                    case UpdateMessage.Accept accept -> accepted(env, accept, now);
                    case UpdateMessage.Reject reject -> rejected(env, reject, now);
                    case UpdateMessage.VirtualFunding funding -> refuse(funding.update(), Reasons.UNSUPPORTED);
                    case UpdateMessage.VirtualSettlement settlement -> refuse(settlement.update(), Reasons.UNSUPPORTED);
                    case ChannelSync sync -> synced(env, sync, now);
                    case Extension.PaymentNotes notes -> noted(notes);
                    case Extension.PaymentRequest request -> requested(request);
                    case Extension.RequestDeclined answer ->
                        Transition.to(this)
                                .notify(new Notice.RequestDeclined(answer))
                                .done();
                    case Extension.Letter letter -> Transition.stay(this);
                    case ChannelProposal again -> proposedAgain(env, again, now);
                    case Control control -> Transition.stay(this);
                };
        };
    }

    default Transition order(Env env, Order order, Instant now) {
        return Transition.to(this)
                .notify(order.refused(Notice.Refusal.NOT_OPEN, "the channel is not open"))
                .done();
    }

    default Transition close(Env env, Instant now) {
        return Transition.to(this)
                .notify(new Notice.CloseRefused("the channel is not open"))
                .done();
    }

    default Transition closeAlone(Env env, Instant now) {
        return Transition.to(this)
                .notify(new Notice.CloseRefused("there is no channel on the ledger to close"))
                .done();
    }

    default Transition progress(Env env, Change change, Instant now) {
        return Transition.to(this)
                .notify(change.refused(Notice.Refusal.NOT_OPEN, "the channel is not in a dispute"))
                .done();
    }

    /** A sub-channel looks up, a parent looks down: whatever is to be done because of what the other has become. */
    default Transition neighbours(Env env, Instant now) {
        return Transition.stay(this);
    }

    default Transition decided(Env env, Question question, Decision decision, Bytes nonceShare, Instant now) {
        return Transition.stay(this);
    }

    default Transition timedOut(Env env, Timer timer, Instant now) {
        return Transition.stay(this);
    }

    /** After a restart: takes up again what was under way, on the ledger and with the peer. */
    default Transition resume(Env env, Instant now) {
        return connected(env, now);
    }

    /** The peer is back: sends again what it may not have got. Identical bytes, so a doubled delivery does no harm. */
    default Transition connected(Env env, Instant now) {
        return Transition.stay(this);
    }

    default Transition undelivered(Message message, String reason, Instant now) {
        return Transition.stay(this);
    }

    default Transition holdings(Env env, LedgerEvent.Holdings holdings, Instant now) {
        return Transition.stay(this);
    }

    default Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Transition.stay(this);
    }

    default Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Transition.stay(this);
    }

    default Transition withdrawn(Env env, LedgerEvent.Withdrawn withdrawn, Instant now) {
        return Transition.stay(this);
    }

    default Transition answered(Env env, ProposalAnswer answer, Instant now) {
        return Transition.stay(this);
    }

    /** The peer repeats its proposal: it did not get our answer. */
    default Transition proposedAgain(Env env, ChannelProposal proposal, Instant now) {
        return Transition.stay(this);
    }

    default Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return refuse(update, Reasons.NOT_OPEN);
    }

    default Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return Transition.stay(this);
    }

    default Transition rejected(Env env, UpdateMessage.Reject reject, Instant now) {
        return Transition.stay(this);
    }

    default Transition synced(Env env, ChannelSync sync, Instant now) {
        return Transition.stay(this);
    }

    default Transition requested(Extension.PaymentRequest request) {
        return Transition.stay(this);
    }

    default Transition noted(Extension.PaymentNotes notes) {
        return Transition.stay(this);
    }

    /** Says no to the peer, so that it need not wait for its deadline (safety rule 5). */
    default Transition refuse(UpdateMessage.Update update, String reason) {
        return Transition.to(this)
                .send(new UpdateMessage.Reject(update.channelId(), update.version(), reason))
                .done();
    }
}
