package dev.zorya.wallet;

import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;

/** The chain that a wallet uses while it is open. */
interface Chain extends AutoCloseable {
    EthereumConfig config();

    /** The money is worth nothing. */
    boolean play();

    /** The passphrase was right; before the wallet opens its account may need play money. */
    void prepare(Bytes account) throws WalletException;

    /** DID of the practice contact, or empty. */
    String practiceContact();

    /**
     * The wallet is open.
     *
     * @param first it was just made
     */
    void opened(Wallet wallet, boolean first) throws WalletException;

    /** The wallet does not use it any more. */
    @Override
    void close();
}
