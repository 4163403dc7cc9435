package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.engine.Engine;
import dev.zorya.node.peer.Failure.Kind;

/**
 * How channels end. The engine concludes and withdraws by itself once a final state is signed or a dispute has begun, so these
 * commands begin that where it is needed, and wait for the money.
 */
record SettleCommands(PeerNode node, UpdateCommands updates) {
    Fields settle(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot channel = channels.find(request.channel("channel"));
        if (channel.parent() == null) {
            settleLedger(request, channels.engine(), channel);
        } else {
            settleSub(request, channels.engine(), channel);
        }
        return channels.fields()
                .of(channels.await(
                        request.deadline(),
                        channel.key(),
                        Kind.TX_TIMEOUT,
                        Kind.CHAIN,
                        each -> each.status() == Status.WITHDRAWN));
    }

    private static void settleLedger(Request request, Engine engine, ChannelSnapshot channel) throws Failure {
        boolean leftToTheOther = channel.status() == Status.FINAL && request.flag("secondary", false);
        boolean underWay = switch (channel.status()) {
            case DISPUTED, WITHDRAWING, WITHDRAWN, ENDED -> true;
            case PROPOSAL_SENT,
                    PROPOSAL_RECEIVED,
                    INIT_SIGNING,
                    FUNDING,
                    OPEN,
                    DECIDING,
                    UPDATING,
                    FINALISING,
                    STALE,
                    FINAL -> false;
        };
        if (channel.status() == Status.ENDED) {
            throw new Failure(Kind.OTHER, "The channel never opened: " + channel.reason());
        }
        if (!leftToTheOther && !underWay) {
            request.deadline().await(engine.closeAlone(channel.key()), Kind.TX_TIMEOUT);
        }
    }

    /** Back into the parent; what is final already goes there by itself. */
    private static void settleSub(Request request, Engine engine, ChannelSnapshot channel) throws Failure {
        boolean open = switch (channel.status()) {
            case OPEN, DECIDING, UPDATING -> true;
            case PROPOSAL_SENT,
                    PROPOSAL_RECEIVED,
                    INIT_SIGNING,
                    FUNDING,
                    STALE,
                    FINALISING,
                    FINAL,
                    DISPUTED,
                    WITHDRAWING,
                    WITHDRAWN,
                    ENDED -> false;
        };
        if (open) {
            request.deadline().await(engine.close(channel.key()), Kind.TIMEOUT);
        }
    }

    Fields close(Request request) throws Exception {
        ChannelSnapshot channel = node.channels().find(request.channel("channel"));
        if (channel.current() == null || !channel.current().state().isFinal()) {
            updates.finish(request);
        }
        return settle(request);
    }
}
