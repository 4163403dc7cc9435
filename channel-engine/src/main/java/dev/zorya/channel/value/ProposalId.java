package dev.zorya.channel.value;

/** 32 random bytes chosen by the proposer; names a proposal until the channel id is known (OFFCHAIN.md 7.1). */
public record ProposalId(Bytes bytes) {
    public ProposalId {
        bytes.requireSize(32, "proposal id");
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
