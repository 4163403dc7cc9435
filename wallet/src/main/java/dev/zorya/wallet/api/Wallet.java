package dev.zorya.wallet.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * An open wallet. Stages fail with a {@link WalletException}; they complete when what they promise is durable. Closing locks
 * it: keys leave the memory, connections end.
 */
public interface Wallet extends AutoCloseable {
    WalletInfo info();

    /** The coins that channels can hold, the chain's own first. */
    List<Coin> coins();

    Overview overview() throws WalletException;

    Health health();

    /** The text that others paste to add us; signed, expires after 30 days, made anew when needed. */
    String ownContactText() throws WalletException;

    /** Our bare address for people whose programs read no contact cards, as go-perun's: {@code hex@host:port}. */
    String ownPeerAddress();

    /** Own DID and on-chain address (EIP-55), for people. */
    String did();

    String address();

    List<ContactView> contacts() throws WalletException;

    ContactPreview readContact(String text) throws WalletException;

    /** @param name how this person calls the contact */
    ContactView addContact(ContactPreview preview, String name) throws WalletException;

    void renameContact(String did, String name) throws WalletException;

    /** The person has compared the code with the contact in another way. */
    void codeCompared(String did) throws WalletException;

    /** Refused while a channel with the contact is not settled. */
    void removeContact(String did) throws WalletException;

    /** Open and opening first, settled last. */
    List<ChannelView> channels() throws WalletException;

    ChannelDetail channel(String key) throws WalletException;

    CostSummary costs() throws WalletException;

    /** Completes with the channel once the peer has accepted; funding goes on and is reported by events. */
    CompletionStage<ChannelView> open(OpenOrder order);

    List<OpenQuestion> questions();

    CompletionStage<Void> answer(String questionId, boolean accept);

    /** Completes when the payment is fully signed and durable. Fails with PEER_SILENT if it stays pending. */
    CompletionStage<PaymentView> pay(PayOrder order);

    CompletionStage<RequestView> request(RequestOrder order);

    CompletionStage<Void> decline(String requestId);

    List<RequestView> requests() throws WalletException;

    /** Closes together: completes when both have signed the last balance; payout goes on and is reported by events. */
    CompletionStage<ChannelView> close(String channelKey);

    /**
     * Closes without the other side: the chain pays out the newest balance after the protection period. Also takes back a deposit
     * that the other side never matched. Completes when it is durable that the channel closes; the rest goes on and is reported by
     * events.
     */
    CompletionStage<ChannelView> closeAlone(String channelKey);

    /** @param cursor from the page before, or empty for the newest */
    ActivityPage activity(ActivityFilter filter, String cursor, int limit) throws WalletException;

    /** The nodes of the chain, the one that the wallet was made with first. */
    List<NodeView> nodes();

    /**
     * One more node, used at once and kept. It is asked for its chain and contracts first.
     *
     * @param address as typed
     */
    void addNode(String address) throws WalletException;

    /** Leaves out a further node from now on; one that is not there changes nothing. */
    void removeNode(URI node) throws WalletException;

    /** What is guarded since when, and with what. Asks the chain about fees. */
    GuardReport guarded() throws WalletException;

    /** The newest so many transactions of the own account. */
    TransactionPage transactions(int limit) throws WalletException;

    /**
     * Writes what is known of a channel before the chain to a file of JSON: the params, what was registered by which transaction in which
     * block, the newest balance that both signed, with all signatures. Nothing secret is in it. Asks the chain.
     */
    void exportEvidence(String channelKey, Path file) throws WalletException;

    /** How people become contacts by an invitation. */
    Introductions introductions();

    /** Which identity this wallet uses. */
    IdentityDesk identity();

    /** What others vouch for about this wallet, what it vouches for, and what contacts have shown. */
    Credentials credentials();

    /** Its copies. */
    Backups backups();

    /** Who may open which channel with this wallet. */
    Trust trust();

    /** The 12 or 24 words. Asks for the passphrase again, except in a practice wallet made by "Try it now". */
    List<String> words(char[] passphrase) throws WalletException;

    /** @return closes the subscription */
    AutoCloseable subscribe(Consumer<WalletEvent> listener);

    @Override
    void close();
}
