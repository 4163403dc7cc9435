package dev.zorya.desktop.memory;

import dev.zorya.desktop.feed.Abilities;
import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.Amount;
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
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.TransactionPage;
import dev.zorya.wallet.api.TransactionView;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A wallet that only remembers, for tests of screens: the peer agrees to everything at once unless a test says otherwise. */
public final class MemoryWallet implements Wallet {
    public final List<ContactView> contacts = new ArrayList<>();
    public final List<ChannelView> channels = new ArrayList<>();
    public final List<PaymentView> payments = new ArrayList<>();
    public final List<RequestView> requests = new ArrayList<>();
    public final List<OpenQuestion> questions = new ArrayList<>();
    public final List<TimelineEntry> timeline = new ArrayList<>();
    public final List<NodeView> nodes = new ArrayList<>(List.of(Samples.node("http://127.0.0.1:8545", true)));
    public final List<TransactionView> transactions = new ArrayList<>();
    public GuardReport guarded = Samples.nothingGuarded();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public Overview overview = new Overview(Samples.eth("20"), Samples.eth("0"), Samples.eth("0"), Samples.eth("0"));
    public Health health = Samples.goodHealth();
    /** When set, everything that can be refused is refused with it. */
    public Optional<WalletProblem> refusal = Optional.empty();

    /** When set, nothing can be read: the disk is gone. */
    public volatile Optional<WalletProblem> unreadable = Optional.empty();

    /** While it is not down, closing takes as long. */
    public CountDownLatch mayClose = new CountDownLatch(0);

    private final MemoryIntroductions introductions = new MemoryIntroductions(this);
    private final MemoryCredentials credentials = new MemoryCredentials(this);
    private final MemoryBackups backups = new MemoryBackups();
    private final MemoryTrust trust = new MemoryTrust(this);
    private final MemoryIdentity identity = new MemoryIdentity(this);
    private final List<Consumer<WalletEvent>> listeners = new CopyOnWriteArrayList<>();
    private final WalletInfo info;
    private volatile boolean closed;

    public MemoryWallet(WalletInfo info) {
        this.info = info;
    }

    /** Tells everybody, as the real wallet does after a change. */
    public void tell(WalletEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    public boolean closed() {
        return closed;
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public MemoryIntroductions introductions() {
        return introductions;
    }

    @Override
    public MemoryCredentials credentials() {
        return credentials;
    }

    @Override
    public MemoryBackups backups() {
        return backups;
    }

    @Override
    public MemoryTrust trust() {
        return trust;
    }

    @Override
    public MemoryIdentity identity() {
        return identity;
    }

    /** All of them. */
    public Abilities abilities() {
        return new Abilities() {
            @Override
            public Optional<Introductions> introductions() {
                return Optional.of(introductions);
            }

            @Override
            public Optional<Credentials> credentials() {
                return Optional.of(credentials);
            }

            @Override
            public Optional<Trust> trust() {
                return Optional.of(trust);
            }

            @Override
            public Optional<IdentityDesk> identity() {
                return Optional.of(identity);
            }
        };
    }

    private void check() throws WalletException {
        if (refusal.isPresent()) {
            throw new WalletException(refusal.get());
        }
    }

    private <T> CompletionStage<T> stage(T value) {
        return refusal.<CompletionStage<T>>map(problem -> CompletableFuture.failedFuture(new WalletException(problem)))
                .orElseGet(() -> CompletableFuture.completedFuture(value));
    }

    @Override
    public WalletInfo info() {
        return info;
    }

    @Override
    public List<Coin> coins() {
        return List.of(Samples.COIN);
    }

    @Override
    public synchronized Overview overview() throws WalletException {
        if (unreadable.isPresent()) {
            throw new WalletException(unreadable.get());
        }
        return overview;
    }

    @Override
    public synchronized Health health() {
        return health;
    }

    @Override
    public String ownContactText() {
        return "zorya:contact?c=" + "eyJ0eXAiOiJwZXJ1bi1jb250YWN0LWNhcmQi".repeat(12);
    }

    @Override
    public String did() {
        return "did:key:z6MknR8w5LpQ1Vc4eeeeeeeeeeeeeeeeeeeeeeeeeeeeXh7Je2Kd";
    }

    @Override
    public String ownPeerAddress() {
        return "00".repeat(300) + "@203.0.113.7:5750";
    }

    @Override
    public String address() {
        return "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
    }

    @Override
    public synchronized List<ContactView> contacts() {
        return List.copyOf(contacts);
    }

    @Override
    public ContactPreview readContact(String text) throws WalletException {
        calls.add("read " + text);
        check();
        if (text.contains("@")) {
            return new ContactPreview(
                    ContactPreview.Kind.BARE_ADDRESS,
                    text,
                    "did:key:z4MXgo",
                    "gopher",
                    "",
                    "203.0.113.9:5750",
                    "",
                    false);
        }
        if (text.startsWith("zorya:invite") || text.contains("oob=")) {
            ContactPreview.Kind kind =
                    text.contains("oob=") ? ContactPreview.Kind.AGENT_INVITATION : ContactPreview.Kind.INVITATION;
            return new ContactPreview(kind, text, "", "Sofia L.", "", "", "", false);
        }
        return new ContactPreview(
                ContactPreview.Kind.CARD,
                text,
                "did:key:z6MkSofia",
                "Sofia L.",
                "0x71C7656EC7ab88b098defB751B7401B5f6d8976F",
                "host:1",
                "K7QM 3TXD",
                false);
    }

    @Override
    public synchronized ContactView addContact(ContactPreview preview, String name) throws WalletException {
        calls.add("add " + name);
        check();
        ContactView added = preview.comparisonCode().isEmpty()
                ? Samples.bare(preview.did(), name)
                : Samples.contact(preview.did(), name, ContactView.Badge.KEY_PROVEN, true);
        contacts.add(added);
        tell(new WalletEvent.ContactChanged(added.did()));
        return added;
    }

    @Override
    public synchronized void renameContact(String did, String name) throws WalletException {
        calls.add("rename " + did + " " + name);
        check();
        contacts.replaceAll(each -> each.did().equals(did) ? Samples.renamed(each, name) : each);
        tell(new WalletEvent.ContactChanged(did));
    }

    @Override
    public synchronized void codeCompared(String did) throws WalletException {
        calls.add("compared " + did);
        check();
        contacts.replaceAll(each -> each.did().equals(did)
                ? Samples.contact(did, each.name(), ContactView.Badge.CODE_COMPARED, each.online())
                : each);
        tell(new WalletEvent.ContactChanged(did));
    }

    @Override
    public synchronized void removeContact(String did) throws WalletException {
        calls.add("remove " + did);
        check();
        contacts.removeIf(each -> each.did().equals(did));
        tell(new WalletEvent.ContactChanged(did));
    }

    @Override
    public synchronized List<ChannelView> channels() {
        return List.copyOf(channels);
    }

    @Override
    public synchronized ChannelDetail channel(String key) throws WalletException {
        ChannelView channel = channels.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new WalletException(Samples.problem(WalletProblem.Code.CHANNEL_UNKNOWN)));
        return new ChannelDetail(channel, timeline);
    }

    @Override
    public CostSummary costs() {
        return Samples.costs();
    }

    @Override
    public synchronized CompletionStage<ChannelView> open(OpenOrder order) {
        calls.add("open " + order.contactDid() + " " + order.mine().units() + " "
                + order.theirs().units() + " " + order.protectionPeriod());
        ChannelView channel = Samples.channel(
                "ch" + channels.size(), order.contactDid(), ChannelView.Status.OPEN, order.mine(), order.theirs());
        if (refusal.isEmpty()) {
            channels.add(channel);
            tell(new WalletEvent.ChannelChanged(channel.key()));
        }
        return stage(channel);
    }

    @Override
    public synchronized List<OpenQuestion> questions() {
        return List.copyOf(questions);
    }

    @Override
    public synchronized CompletionStage<Void> answer(String questionId, boolean accept) {
        calls.add("answer " + questionId + " " + accept);
        if (refusal.isEmpty()) {
            questions.removeIf(question -> question.id().equals(questionId));
        }
        return stage(null);
    }

    @Override
    public synchronized CompletionStage<PaymentView> pay(PayOrder order) {
        calls.add("pay " + order.channelKey() + " " + order.amount().units() + " " + order.memo() + " "
                + order.requestId());
        ChannelView channel = find(order.channelKey());
        PaymentView payment = Samples.payment(
                "p" + payments.size(),
                channel.contactDid(),
                false,
                PaymentView.Status.DONE,
                order.amount(),
                order.memo());
        if (refusal.isEmpty()) {
            move(channel, order.amount().units().negate());
            payments.addFirst(payment);
            tell(new WalletEvent.PaymentChanged(payment));
        }
        return stage(payment);
    }

    /** The contact pays us. */
    public synchronized void receive(String channelKey, Amount amount, String memo) {
        ChannelView channel = find(channelKey);
        move(channel, amount.units());
        PaymentView payment = Samples.payment(
                "p" + payments.size(), channel.contactDid(), true, PaymentView.Status.DONE, amount, memo);
        payments.addFirst(payment);
        tell(new WalletEvent.PaymentChanged(payment));
    }

    private ChannelView find(String key) {
        return channels.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void move(ChannelView channel, BigInteger toMe) {
        Amount mine =
                new Amount(channel.mine().units().add(toMe), channel.mine().coin());
        Amount theirs = new Amount(
                channel.theirs().units().subtract(toMe), channel.mine().coin());
        channels.replaceAll(
                each -> each.equals(channel) ? Samples.with(channel, channel.status(), mine, theirs) : each);
    }

    @Override
    public synchronized CompletionStage<RequestView> request(RequestOrder order) {
        calls.add("request " + order.channelKey() + " " + order.amount().units() + " " + order.memo());
        RequestView request = Samples.request(
                "r" + requests.size(),
                find(order.channelKey()),
                false,
                RequestView.Status.WAITING,
                order.amount(),
                order.memo());
        if (refusal.isEmpty()) {
            requests.add(request);
            tell(new WalletEvent.RequestChanged(request));
        }
        return stage(request);
    }

    @Override
    public synchronized CompletionStage<Void> decline(String requestId) {
        calls.add("decline " + requestId);
        requests.removeIf(request -> request.id().equals(requestId));
        return stage(null);
    }

    @Override
    public synchronized List<RequestView> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized CompletionStage<ChannelView> close(String channelKey) {
        calls.add("close " + channelKey);
        ChannelView channel = find(channelKey);
        ChannelView closing = Samples.with(channel, ChannelView.Status.CLOSING, channel.mine(), channel.theirs());
        if (refusal.isEmpty()) {
            channels.replaceAll(each -> each.equals(channel) ? closing : each);
            tell(new WalletEvent.ChannelChanged(channelKey));
        }
        return stage(closing);
    }

    @Override
    public synchronized CompletionStage<ChannelView> closeAlone(String channelKey) {
        calls.add("close alone " + channelKey);
        ChannelView channel = find(channelKey);
        ChannelView closing = Samples.disputed(channel, Samples.registering(channel.version(), channel.mine()));
        if (refusal.isEmpty()) {
            change(closing);
        }
        return stage(closing);
    }

    /** Puts a channel in the place of the one with its key and tells everybody. */
    public synchronized void change(ChannelView channel) {
        channels.replaceAll(each -> each.key().equals(channel.key()) ? channel : each);
        tell(new WalletEvent.ChannelChanged(channel.key()));
    }

    @Override
    public synchronized ActivityPage activity(ActivityFilter filter, String cursor, int limit) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        List<PaymentView> matching = payments.stream()
                .filter(payment -> filter.incoming() == null || filter.incoming() == payment.incoming())
                .filter(payment -> filter.status() == null || filter.status() == payment.status())
                .filter(payment -> payment.memo().contains(filter.text()))
                .sorted(Comparator.comparing(PaymentView::at).reversed())
                .toList();
        int to = Math.min(from + limit, matching.size());
        return new ActivityPage(matching.subList(from, to), to < matching.size() ? Integer.toString(to) : "");
    }

    @Override
    public synchronized List<NodeView> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public synchronized void addNode(String address) throws WalletException {
        calls.add("add node " + address);
        check();
        nodes.add(Samples.node(address, false));
        tell(new WalletEvent.HealthChanged(health));
    }

    @Override
    public synchronized void removeNode(URI node) throws WalletException {
        calls.add("remove node " + node);
        check();
        nodes.removeIf(known -> known.uri().equals(node));
        tell(new WalletEvent.HealthChanged(health));
    }

    @Override
    public synchronized GuardReport guarded() throws WalletException {
        check();
        return guarded;
    }

    @Override
    public synchronized TransactionPage transactions(int limit) throws WalletException {
        check();
        return new TransactionPage(transactions.stream().limit(limit).toList(), transactions.size() > limit);
    }

    @Override
    public void exportEvidence(String channelKey, Path file) throws WalletException {
        calls.add("evidence " + channelKey);
        check();
        try {
            Files.writeString(file, "evidence of " + channelKey);
        } catch (IOException e) {
            throw new WalletException(Samples.problem(WalletProblem.Code.FILE_NOT_WRITTEN));
        }
    }

    @Override
    public List<String> words(char[] passphrase) throws WalletException {
        calls.add("words");
        check();
        return Samples.words(12);
    }

    @Override
    public AutoCloseable subscribe(Consumer<WalletEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        try {
            mayClose.await();
        } catch (InterruptedException e) {
            calls.add("close interrupted");
            Thread.currentThread().interrupt();
        }
        closed = true;
        calls.add("close");
    }
}
