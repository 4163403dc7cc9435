package dev.zorya.wallet;

import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.WalletException;
import java.math.BigInteger;

/** What has to be known of money before a proposal is accepted in the person's name. */
interface Purse {
    /** Smallest units in all unsettled channels with this contact, without one of them. */
    BigInteger heldWith(WireIdentity peer, Coin coin, ProposalId leftOut);

    /** Refuses a deposit that the account cannot pay, fees of opening and of closing alone included. */
    void requireOnChain(Amount deposit) throws WalletException;
}
