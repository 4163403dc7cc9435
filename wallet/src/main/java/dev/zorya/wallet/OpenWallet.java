package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.Backups;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.TransactionPage;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One open wallet: hands each wish to the part that knows about it. */
final class OpenWallet implements Wallet {
    private final WalletInfo info;
    private final Access access;
    private final Parts parts;

    OpenWallet(WalletInfo info, Access access, Parts parts) {
        this.info = info;
        this.access = access;
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }

    @Override
    public WalletInfo info() {
        return info;
    }

    @Override
    public List<Coin> coins() {
        return parts.coins().all();
    }

    @Override
    public Overview overview() {
        return parts.funds().overview();
    }

    @Override
    public Health health() {
        return parts.health().now();
    }

    @Override
    public String ownContactText() throws WalletException {
        try {
            return parts.card().text();
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (IdentityUnavailable e) {
            throw Causes.of(e);
        }
    }

    @Override
    public String ownPeerAddress() {
        return parts.card().plain();
    }

    @Override
    public String did() {
        return parts.identity().did();
    }

    @Override
    public String address() {
        return AddressText.of(parts.keys().perun().address());
    }

    @Override
    public List<ContactView> contacts() {
        return parts.people().all();
    }

    @Override
    public ContactPreview readContact(String text) throws WalletException {
        Optional<ContactPreview> invitation = parts.introductions().read(text);
        return invitation.isPresent() ? invitation.get() : parts.people().read(text);
    }

    @Override
    public ContactView addContact(ContactPreview preview, String name) throws WalletException {
        return parts.people().add(preview.text(), name);
    }

    @Override
    public void renameContact(String did, String name) throws WalletException {
        parts.people().rename(did, name);
    }

    @Override
    public void codeCompared(String did) throws WalletException {
        parts.people().compared(did);
    }

    @Override
    public void removeContact(String did) throws WalletException {
        parts.people().remove(did);
    }

    @Override
    public List<ChannelView> channels() throws WalletException {
        return parts.list().all();
    }

    @Override
    public ChannelDetail channel(String key) throws WalletException {
        return parts.list().detail(key);
    }

    @Override
    public CostSummary costs() throws WalletException {
        return parts.funds().costs();
    }

    @Override
    public CompletionStage<ChannelView> open(OpenOrder order) {
        return parts.orders().open(order);
    }

    @Override
    public List<OpenQuestion> questions() {
        return parts.questions().all();
    }

    @Override
    public CompletionStage<Void> answer(String questionId, boolean accept) {
        return parts.questions().answer(questionId, accept ? Questions.Answer.YES : Questions.Answer.NO)
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(Problems.failure(Code.QUESTION_GONE));
    }

    @Override
    public CompletionStage<PaymentView> pay(PayOrder order) {
        return parts.orders().pay(order);
    }

    @Override
    public CompletionStage<RequestView> request(RequestOrder order) {
        return parts.orders().request(order);
    }

    @Override
    public CompletionStage<Void> decline(String requestId) {
        try {
            parts.requests().decline(requestId);
            return CompletableFuture.completedFuture(null);
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<RequestView> requests() throws WalletException {
        try {
            return parts.requestBook().all();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    @Override
    public CompletionStage<ChannelView> close(String channelKey) {
        return parts.orders().close(channelKey);
    }

    @Override
    public CompletionStage<ChannelView> closeAlone(String channelKey) {
        return parts.orders().closeAlone(channelKey);
    }

    @Override
    public ActivityPage activity(ActivityFilter filter, String cursor, int limit) throws WalletException {
        return parts.history().page(filter, cursor, limit);
    }

    @Override
    public List<NodeView> nodes() {
        return parts.nodes().all();
    }

    @Override
    public void addNode(String address) throws WalletException {
        parts.nodes().add(address);
    }

    @Override
    public void removeNode(URI node) throws WalletException {
        parts.nodes().remove(node);
    }

    @Override
    public GuardReport guarded() throws WalletException {
        return parts.watch().report();
    }

    @Override
    public TransactionPage transactions(int limit) throws WalletException {
        return parts.own().newest(limit);
    }

    @Override
    public void exportEvidence(String channelKey, Path file) throws WalletException {
        parts.evidence().write(channelKey, file);
    }

    @Override
    public Introductions introductions() {
        return parts.introductions();
    }

    @Override
    public IdentityDesk identity() {
        return parts.desk();
    }

    @Override
    public Credentials credentials() {
        return parts.credentials();
    }

    @Override
    public Trust trust() {
        return parts.trust();
    }

    @Override
    public Backups backups() {
        return parts.copies();
    }

    @Override
    public List<String> words(char[] passphrase) throws WalletException {
        access.require(passphrase);
        return parts.keys().words();
    }

    @Override
    public AutoCloseable subscribe(Consumer<WalletEvent> listener) {
        return parts.events().subscribe(listener);
    }

    @Override
    public void close() {
        parts.close();
    }
}
