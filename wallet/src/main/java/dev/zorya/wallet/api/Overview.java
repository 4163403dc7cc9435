package dev.zorya.wallet.api;

/**
 * The three places of UI.md 6; their sum is the total. Outgoing pending is in none of them: treat it as spent.
 *
 * @param onChain own account
 * @param inChannels own part of open channels
 * @param inSettlement certain, on its way between chain and channel
 * @param pending signed by us and not answered
 */
public record Overview(Amount onChain, Amount inChannels, Amount inSettlement, Amount pending) {
    public Amount total() {
        return onChain.plus(inChannels).plus(inSettlement);
    }
}
