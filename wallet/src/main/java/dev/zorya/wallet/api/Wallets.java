package dev.zorya.wallet.api;

import java.nio.file.Path;
import java.util.List;

/** The wallets on this computer; how one is made and opened. */
public interface Wallets {
    /** Known wallets, the one opened last first. Empty at first start. */
    List<WalletInfo> list() throws WalletException;

    /** Wallets that are here and cannot be opened, with what to do. */
    List<DamagedWallet> damaged() throws WalletException;

    /** Fresh random words of the BIP-39 English list. @param count 12 or 24 */
    List<String> newWords(int count);

    /** The words that begin with {@code prefix}, for completion while typing; and whether all words make a valid phrase. */
    List<String> suggestWords(String prefix);

    boolean validWords(List<String> words);

    /**
     * Makes a wallet from words and opens it. The passphrase is wiped.
     *
     * @throws WalletException for words that are not a phrase, a passphrase under 8 characters, a name in use
     */
    Wallet create(NewWallet spec, Progress progress) throws WalletException;

    /** What a file says of the wallet that it is a copy of. @throws WalletException COPY_DAMAGED if it is no copy, or COPY_NEWER */
    CopyView lookAt(Path copy) throws WalletException;

    /**
     * Makes a wallet from a copy and opens it. Its channels sign nothing before the other side or the chain has shown where they stand
     * (safety rule 10). A failure leaves nothing behind, except that a wallet which was
     * restored and cannot be opened now, as its chain does not answer, is in the list. The copy stays as it is. The passphrase is wiped.
     *
     * @throws WalletException COPY_DAMAGED, also if the words are another wallet's; COPY_NEWER; WALLET_IS_HERE if the wallet is on this
     *     computer already; and as {@link #create}
     */
    Wallet restore(RestoreOrder order, Progress progress) throws WalletException;

    /** Opens a wallet. The passphrase is wiped, also on failure. */
    Wallet unlock(String walletId, char[] passphrase, Progress progress) throws WalletException;

    /**
     * A practice wallet with play money and a practice contact, without any question: made at the first call, opened at
     * later ones. Its words exist and can be shown in settings.
     */
    Wallet tryItNow(Progress progress) throws WalletException;
}
