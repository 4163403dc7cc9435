package dev.zorya.channel.core;

import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its owner may see it, at one moment.
 *
 * @param id null until the params are complete
 * @param params null until they are complete
 * @param allocation newest fully signed balances; the proposed ones while it opens
 * @param current newest fully signed state, null while it opens
 * @param pendingOut per asset, what the peer could still take by accepting late: treat as spent (safety rule 2)
 * @param queued payments that wait for their turn
 * @param reason why it ended, or empty
 * @param parent the channel that a sub-channel lives in, or null
 * @param dispute how it stands before the ledger while it is {@link Status#DISPUTED}, or null
 */
public record ChannelSnapshot(
        ProposalId key,
        @Nullable ChannelId id,
        WireIdentity peer,
        boolean extensions,
        int ownIndex,
        Status status,
        Phase phase,
        Duration challenge,
        @Nullable Params params,
        Allocation allocation,
        @Nullable Transaction current,
        List<BigInteger> pendingOut,
        int queued,
        Instant created,
        String reason,
        @Nullable ChannelId parent,
        @Nullable DisputeSnapshot dispute) {
    /** Where a channel stands. A sub-channel is funded by its parent, and its end is that the parent has the money again. */
    public enum Status {
        PROPOSAL_SENT,
        PROPOSAL_RECEIVED,
        INIT_SIGNING,
        FUNDING,
        OPEN,
        DECIDING,
        UPDATING,
        FINALISING,
        /** From a copy that may be old: nothing is signed and nothing begun before the peer or the ledger shows more. */
        STALE,
        FINAL,
        /** The ledger decides: see {@link ChannelSnapshot#dispute}. */
        DISPUTED,
        WITHDRAWING,
        WITHDRAWN,
        ENDED
    }

    /** Newest fully signed version, unsigned; 0 while the channel opens. */
    public long version() {
        return current == null ? 0 : current.state().version();
    }

    public static ChannelSnapshot of(ChannelState state) {
        return switch (state) {
            case ProposalSent s -> opening(s, Status.PROPOSAL_SENT, s.proposal().base());
            case ProposalReceived s ->
                opening(s, Status.PROPOSAL_RECEIVED, s.proposal().base());
            case Ended s ->
                make(s, Status.ENDED, null, null, s.proposed(), null, List.of(), 0, Duration.ZERO, s.reason());
            case InitSigning s ->
                settled(s, Status.INIT_SIGNING, s.terms(), s.initial().allocation(), null);
            case Funding s ->
                settled(s, Status.FUNDING, s.terms(), s.initial().state().allocation(), s.initial());
            case Open s -> live(s, Status.OPEN, s.live());
            case Deciding s -> live(s, Status.DECIDING, s.live());
            case Updating s -> live(s, Status.UPDATING, s.live());
            case Finalising s -> live(s, Status.FINALISING, s.live());
            case Stale s -> live(s, Status.STALE, s.live());
            case Locking s ->
                settled(s, Status.FUNDING, s.terms(), s.initial().state().allocation(), s.initial());
            case Returning s ->
                settled(s, Status.FINAL, s.terms(), s.last().state().allocation(), s.last());
            case Disputed s -> live(s, Status.DISPUTED, s.live()).with(DisputeSnapshot.of(s));
            case Final s -> settled(s, Status.FINAL, s.terms(), s.last().state().allocation(), s.last());
            case Withdrawing s ->
                settled(s, Status.WITHDRAWING, s.terms(), s.last().state().allocation(), s.last());
            case Withdrawn s ->
                settled(s, Status.WITHDRAWN, s.terms(), s.last().state().allocation(), s.last());
        };
    }

    private static ChannelSnapshot opening(ChannelState state, Status status, ProposalBase base) {
        return make(
                state,
                status,
                null,
                null,
                base.initialBalances(),
                null,
                List.of(),
                0,
                Duration.ofSeconds(base.challengeDuration()),
                "");
    }

    private static ChannelSnapshot settled(
            ChannelState state, Status status, Terms terms, Allocation allocation, @Nullable Transaction current) {
        return make(
                state,
                status,
                terms.id(),
                terms.params(),
                allocation,
                current,
                List.of(),
                0,
                Duration.ofSeconds(terms.params().challengeDuration()),
                "");
    }

    private static ChannelSnapshot live(ChannelState state, Status status, Live live) {
        return make(
                state,
                status,
                live.terms().id(),
                live.terms().params(),
                live.state().allocation(),
                live.current(),
                pending(live),
                live.queue().size(),
                Duration.ofSeconds(live.terms().params().challengeDuration()),
                "");
    }

    /** The most that the peer could take with any one of the states that we signed: they exclude each other. */
    private static List<BigInteger> pending(Live live) {
        List<BigInteger> most = new ArrayList<>();
        for (int asset = 0; asset < live.state().balances().assets(); asset++) {
            BigInteger mine = live.state().balances().of(asset, live.own());
            BigInteger worst = mine;
            for (Authorised state : live.authorised()) {
                worst = worst.min(state.state().balances().of(asset, live.own()));
            }
            most.add(mine.subtract(worst));
        }
        return most;
    }

    private static ChannelSnapshot make(
            ChannelState state,
            Status status,
            @Nullable ChannelId id,
            @Nullable Params params,
            Allocation allocation,
            @Nullable Transaction current,
            List<BigInteger> pendingOut,
            int queued,
            Duration challenge,
            String reason) {
        Dossier dossier = state.dossier();
        return new ChannelSnapshot(
                dossier.key(),
                id,
                dossier.peer(),
                dossier.extensions(),
                dossier.ownIndex(),
                status,
                state.phase(),
                challenge,
                params,
                allocation,
                current,
                pendingOut,
                queued,
                dossier.created(),
                reason,
                dossier.parent(),
                null);
    }

    private ChannelSnapshot with(DisputeSnapshot how) {
        return new ChannelSnapshot(
                key,
                id,
                peer,
                extensions,
                ownIndex,
                status,
                phase,
                challenge,
                params,
                allocation,
                current,
                pendingOut,
                queued,
                created,
                reason,
                parent,
                how);
    }
}
