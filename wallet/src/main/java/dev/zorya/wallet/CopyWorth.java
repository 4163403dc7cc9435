package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.value.ProposalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a copy has to have: compared with what the newest copy has, it tells whether a new one is due.
 *
 * @param versions of all channels together; grows with each payment
 */
record CopyWorth(Map<ProposalId, Stage> channels, long versions, List<Contact> contacts, String did) {
    /** A copy that lacks more payments than this is too old. */
    static final int PAYMENTS = 20;

    /** A copy is made when a channel comes to another. */
    enum Stage {
        OPENING,
        LIVE,
        ENDING,
        OVER
    }

    static CopyWorth of(List<ChannelSnapshot> snapshots, List<Contact> contacts, String did) {
        Map<ProposalId, Stage> channels = new HashMap<>();
        long versions = 0;
        for (ChannelSnapshot channel : snapshots) {
            channels.put(channel.key(), stage(channel.status()));
            versions += channel.version();
        }
        return new CopyWorth(Map.copyOf(channels), versions, List.copyOf(contacts), did);
    }

    /** @param copied what the newest copy has */
    boolean due(CopyWorth copied) {
        return !channels.equals(copied.channels)
                || !contacts.equals(copied.contacts)
                || !did.equals(copied.did)
                || versions - copied.versions >= PAYMENTS;
    }

    private static Stage stage(ChannelSnapshot.Status status) {
        return switch (status) {
            case PROPOSAL_SENT, PROPOSAL_RECEIVED, INIT_SIGNING, FUNDING -> Stage.OPENING;
            case OPEN, DECIDING, UPDATING, FINALISING, STALE -> Stage.LIVE;
            case FINAL, DISPUTED, WITHDRAWING -> Stage.ENDING;
            case WITHDRAWN, ENDED -> Stage.OVER;
        };
    }
}
