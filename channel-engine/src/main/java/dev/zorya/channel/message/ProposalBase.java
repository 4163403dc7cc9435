package dev.zorya.channel.message;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.ProposalId;

/**
 * What every channel proposal has (OFFCHAIN.md 3.3, 7.1).
 *
 * @param challengeDuration seconds, unsigned
 * @param nonceShare the proposer's 32 random bytes
 * @param fundingAgreement who deposits how much; equal to the initial balances unless agreed otherwise
 * @param aux 256 bytes, untrusted
 */
public record ProposalBase(
        ProposalId proposalId,
        long challengeDuration,
        Bytes nonceShare,
        App app,
        Bytes initData,
        Allocation initialBalances,
        Balances fundingAgreement,
        Bytes aux) {
    public static final int NONCE_SHARE_SIZE = 32;

    public ProposalBase {
        nonceShare.requireSize(NONCE_SHARE_SIZE, "nonce share");
        aux.requireSize(Params.AUX_SIZE, "aux");
    }
}
