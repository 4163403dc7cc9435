package dev.zorya.ethereum.ledger;

import dev.zorya.ethereum.rpc.FeeQuote;
import java.math.BigInteger;

/**
 * What one participant pays for a channel's life with one asset at the present fee, in wei.
 *
 * @param open the deposit
 * @param closeTogether ending it in agreement and taking the money; the side that is second pays less, or nothing where the first
 *     pays out to both
 * @param closeAlone registering, concluding and taking the money without the other side
 * @param setAside what should stay in the account so that closing alone works even if the fee doubles
 * @param feePerGas that the others are made from
 */
public record Costs(
        BigInteger open, BigInteger closeTogether, BigInteger closeAlone, BigInteger setAside, BigInteger feePerGas) {
    // gas of the official contracts (ONCHAIN.md 11), which ours do not exceed
    private static final long DEPOSIT_ETHER = 45_741;
    private static final long APPROVE_AND_DEPOSIT_TOKEN = 46_191 + 81_290;
    private static final long CONCLUDE_FINAL = 153_336;
    private static final long REGISTER = 110_271;
    private static final long CONCLUDE = 104_825;
    private static final long WITHDRAW_ETHER = 45_072;
    private static final long WITHDRAW_TOKEN = 68_557;
    /** Of our own contracts, with ETH (docs/GAS.md); a token costs as much more for each of two people as to withdraw it. */
    private static final long CONCLUDE_AND_PAY = 96_447;

    /** @param atOnce whoever concludes pays everybody: the contracts are ours */
    static Costs of(HeldAsset asset, boolean atOnce, BigInteger baseFee, FeeQuote quote) {
        long deposit = switch (asset) {
            case HeldAsset.Ether ether -> DEPOSIT_ETHER;
            case HeldAsset.Token token -> APPROVE_AND_DEPOSIT_TOKEN;
        };
        long withdraw = switch (asset) {
            case HeldAsset.Ether ether -> WITHDRAW_ETHER;
            case HeldAsset.Token token -> WITHDRAW_TOKEN;
        };
        BigInteger fee = baseFee.add(quote.priority()).min(quote.maxFee());
        long together = atOnce ? CONCLUDE_AND_PAY + 2 * (withdraw - WITHDRAW_ETHER) : CONCLUDE_FINAL + withdraw;
        long alone = REGISTER + CONCLUDE + withdraw;
        return new Costs(
                times(fee, deposit), times(fee, together), times(fee, alone), times(quote.maxFee(), alone), fee);
    }

    private static BigInteger times(BigInteger fee, long gas) {
        return fee.multiply(BigInteger.valueOf(gas));
    }
}
