package dev.zorya.channel.message;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;

/** The answer to a {@link ChannelProposal}; belongs to it by the proposal id alone (OFFCHAIN.md 7.1). */
public sealed interface ProposalAnswer extends Message {
    ProposalId proposalId();

    /**
     * Yes to a ledger channel.
     *
     * @param nonceShare the accepter's 32 random bytes
     */
    record LedgerAccept(ProposalId proposalId, Bytes nonceShare, Participant participant) implements ProposalAnswer {
        public LedgerAccept {
            nonceShare.requireSize(ProposalBase.NONCE_SHARE_SIZE, "nonce share");
        }

        @Override
        public int type() {
            return 5;
        }
    }

    record SubAccept(ProposalId proposalId, Bytes nonceShare) implements ProposalAnswer {
        public SubAccept {
            nonceShare.requireSize(ProposalBase.NONCE_SHARE_SIZE, "nonce share");
        }

        @Override
        public int type() {
            return 7;
        }
    }

    record VirtualAccept(ProposalId proposalId, Bytes nonceShare, Participant responder) implements ProposalAnswer {
        public VirtualAccept {
            nonceShare.requireSize(ProposalBase.NONCE_SHARE_SIZE, "nonce share");
        }

        @Override
        public int type() {
            return 9;
        }
    }

    record Reject(ProposalId proposalId, String reason) implements ProposalAnswer {
        @Override
        public int type() {
            return 10;
        }
    }
}
