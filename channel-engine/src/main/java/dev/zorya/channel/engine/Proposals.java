package dev.zorya.channel.engine;

import dev.zorya.channel.core.Capabilities;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Opening;
import dev.zorya.channel.core.Transition;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beginning of channels, ours and the peers'. Asking the ledger may take time, so it happens before any mailbox exists. */
final class Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    /** Proposals of all peers that are being looked at; more are turned away at once (safety rule 5, THREATS.md 20). */
    private static final int MAX_CHECKS = 16;

    /** Channels that wait for a person's answer. */
    private static final int MAX_WAITING = 64;

    private static final int MAX_WAITING_OF_PEER = 4;

    private final EngineConfig config;
    private final World world;
    private final Directory directory;
    private final Semaphore checks = new Semaphore(MAX_CHECKS);
    /** Proposals are looked at side by side; one at a time takes a place, so that the limits hold. */
    private final ReentrantLock places = new ReentrantLock();

    Proposals(EngineConfig config, World world, Directory directory) {
        this.config = config;
        this.world = world;
        this.directory = directory;
    }

    CompletionStage<ChannelSnapshot> propose(OpenChannel order) {
        CompletableFuture<ChannelSnapshot> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                pass(begin(order), done);
            } catch (EngineException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static <T> void pass(CompletionStage<T> from, CompletableFuture<T> to) {
        var unused = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    private CompletionStage<ChannelSnapshot> begin(OpenChannel order) throws EngineException {
        ProposalBase base = base(order.initial(), order.agreement(), order.challenge(), order.app(), order.initData());
        Optional<String> refusal = Opening.limits(world.env(), base);
        if (refusal.isEmpty()) {
            Participant self = world.env().self();
            refusal = ledgerRefusal(base, self, Objects.requireNonNullElseGet(order.expected(), () -> standIn(self)));
        }
        if (refusal.isPresent()) {
            throw new EngineException(Reason.REFUSED, refusal.get());
        }
        Transition first = Opening.propose(
                world.env(),
                order.peer(),
                order.extensions(),
                order.expected(),
                base,
                config.clock().instant());
        Channel channel = new Channel(world, directory, first.next());
        CompletableFuture<ChannelSnapshot> done =
                channel.waiters(base.proposalId()).opened();
        directory.add(base.proposalId(), channel);
        channel.begin(first);
        if (directory.isClosed()) {
            // the engine was closed while this one came in
            channel.stop();
        }
        return done;
    }

    /** For the ledger's opinion of a channel with somebody who has not said yet who it is: of our form, and not us. */
    private static Participant standIn(Participant self) {
        SortedMap<Integer, Bytes> others = new TreeMap<>();
        self.addresses().entries().forEach((backend, address) -> {
            byte[] other = address.toArray();
            other[0] ^= 1;
            others.put(backend, Bytes.wrap(other));
        });
        return new Participant(new AddressMap(others));
    }

    void received(WireIdentity peer, ChannelProposal proposal) {
        if (!checks.tryAcquire()) {
            decline(peer, proposal, "too many proposals at the moment");
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                check(peer, proposal);
            } finally {
                checks.release();
            }
        });
    }

    private void check(WireIdentity peer, ChannelProposal proposal) {
        switch (proposal) {
            case ChannelProposal.Ledger ledger -> {
                Optional<String> refusal = refusal(peer, ledger);
                if (refusal.isPresent()) {
                    decline(peer, proposal, refusal.get());
                    return;
                }
                take(peer, ledger);
            }
            case ChannelProposal.Sub sub -> sub(peer, sub);
            case ChannelProposal.Virtual virtual -> decline(peer, proposal, "virtual channels are not supported");
        }
    }

    private void take(WireIdentity peer, ChannelProposal.Ledger proposal) {
        Transition first =
                Opening.proposed(world.env(), peer, proposal, config.clock().instant());
        Channel channel = new Channel(world, directory, first.next());
        boolean added;
        places.lock();
        try {
            Optional<String> crowd = crowded(peer);
            if (crowd.isPresent()) {
                decline(peer, proposal, crowd.get());
                return;
            }
            added = directory.add(proposal.base().proposalId(), channel);
        } finally {
            places.unlock();
        }
        if (added) {
            channel.begin(first);
        }
    }

    /** A sub-channel of a channel with this peer: the rest is for the tree to say, between two of its steps. */
    private void sub(WireIdentity peer, ChannelProposal.Sub proposal) {
        Optional<Seat> parent = directory
                .find(proposal.parent())
                .filter(seat -> seat.dossier().peer().equals(peer));
        if (parent.isEmpty()) {
            decline(peer, proposal, "there is no such channel");
            return;
        }
        Optional<String> refusal = crowded(peer).or(() -> unsettled(proposal.base(), parent.get()));
        if (refusal.isPresent()) {
            decline(peer, proposal, refusal.get());
        } else if (directory.add(proposal.base().proposalId(), parent.get().channel())) {
            parent.get().put(new Input.FromPeer(proposal));
        }
    }

    /** As {@link #propose}, inside a channel of ours. */
    CompletionStage<ChannelSnapshot> open(Seat parent, OpenSub order) {
        ProposalBase base =
                base(order.initial(), order.initial().balances(), order.challenge(), order.app(), order.initData());
        CompletableFuture<ChannelSnapshot> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            Optional<String> refusal = unsettled(base, parent);
            if (refusal.isPresent()) {
                done.completeExceptionally(new EngineException(Reason.REFUSED, refusal.get()));
                return;
            }
            Seat seat = new Seat(parent.channel(), base.proposalId());
            directory.add(base.proposalId(), parent.channel());
            pass(seat.waiters().opened(), done);
            parent.put(new Input.OpenSub(base));
        });
        return done;
    }

    /** Why the ledger could not settle a sub-channel, which ends as a part of its tree. */
    private Optional<String> unsettled(ProposalBase base, Seat parent) {
        List<Participant> parts = parent.snapshot()
                .map(ChannelSnapshot::params)
                .map(Params::parts)
                .orElse(List.of());
        if (parts.size() != 2) {
            return Optional.of("the channel is not open");
        }
        try {
            return ledgerRefusal(base, parts.getFirst(), parts.getLast());
        } catch (EngineException e) {
            LOG.warn("a sub-channel cannot be checked now: {}", e.getMessage());
            return Optional.of("the ledger cannot be asked at the moment");
        }
    }

    private ProposalBase base(Allocation initial, Balances agreement, Duration challenge, App app, Bytes initData) {
        return new ProposalBase(
                new ProposalId(world.random(32)),
                challenge.toSeconds(),
                world.random(32),
                app,
                initData,
                initial,
                agreement,
                Capabilities.aux(config.limits().proposalAnswer()));
    }

    private Optional<String> crowded(WireIdentity peer) {
        return directory.waiting() >= MAX_WAITING || directory.waiting(peer) >= MAX_WAITING_OF_PEER
                ? Optional.of("too many proposals wait for an answer")
                : Optional.empty();
    }

    private Optional<String> refusal(WireIdentity peer, ChannelProposal.Ledger proposal) {
        Optional<String> crowd = crowded(peer);
        if (crowd.isPresent()) {
            return crowd;
        }
        try {
            Optional<String> refusal = Opening.refusal(world.env(), peer, proposal);
            return refusal.isPresent()
                    ? refusal
                    : ledgerRefusal(
                            proposal.base(), proposal.participant(), world.env().self());
        } catch (EngineException e) {
            LOG.warn("a proposal cannot be checked now: {}", e.getMessage());
            return Optional.of("the ledger cannot be asked at the moment");
        }
    }

    private Optional<String> ledgerRefusal(ProposalBase base, Participant proposer, Participant accepter)
            throws EngineException {
        Allocation initial = base.initialBalances();
        Params params = new Params(
                base.challengeDuration(),
                List.of(proposer, accepter),
                base.app(),
                BigInteger.ZERO,
                true,
                false,
                base.aux());
        try {
            return config.ledger().refusal(params, initial);
        } catch (LedgerException e) {
            throw new EngineException(Reason.LEDGER, String.valueOf(e.getMessage()), e);
        }
    }

    private void decline(WireIdentity peer, ChannelProposal proposal, String reason) {
        LOG.info("proposal {} is declined: {}", proposal.base().proposalId(), reason);
        var answer = new ProposalAnswer.Reject(proposal.base().proposalId(), reason);
        config.bus().send(peer, answer).whenComplete((sent, failure) -> {
            if (failure != null) {
                LOG.info("the refusal did not reach the proposer: {}", World.reason(failure));
            }
        });
    }
}
