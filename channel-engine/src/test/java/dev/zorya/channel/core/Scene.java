package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alice (0, proposes) and Bob (1, accepts) with real keys, and their channel of 600 and 400 in whatever phase a test needs. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Limits LIMITS = Limits.REAL;
    static final Bytes SHARE_A = Hashes.keccak256(new byte[] {1});
    static final Bytes SHARE_B = Hashes.keccak256(new byte[] {2});
    static final ProposalId KEY = new ProposalId(Hashes.keccak256(new byte[] {3}));
    private static final EthereumScheme SCHEME = new EthereumScheme();

    /** One party. */
    record Side(int index, EthereumKey key, Env env) {
        Signature sign(State state) {
            return key.sign(SCHEME.digest(state));
        }

        Authorised authorised(State state, Payment... payments) {
            return new Authorised(
                    state, SCHEME.digest(state), sign(state), List.of(payments), Authorised.Afterwards.RETRY);
        }

        /** As proposed by this side. */
        UpdateMessage.Update update(State state) {
            return new UpdateMessage.Update(state, index, sign(state));
        }

        UpdateMessage.Accept accept(State state) {
            return new UpdateMessage.Accept(state.id(), state.version(), sign(state));
        }
    }

    final Side alice;
    final Side bob;
    private final App app;
    private final Bytes data;

    Scene() {
        this(App.NONE, Apps.NONE);
    }

    Scene(App app, Apps apps) {
        this(app, apps, Bytes.EMPTY);
    }

    Scene(App app, Apps apps, Bytes data) {
        this.app = app;
        this.data = data;
        this.alice = side("alice", 0, apps);
        this.bob = side("bob", 1, apps);
    }

    private static Side side(String name, int index, Apps apps) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        EthereumKey key = EthereumKey.of(Hashes.keccak256(utf8).toArray());
        Env env = new Env(
                SCHEME, key, Participant.ethereum(key.address()), WireIdentity.single(Bytes.wrap(utf8)), LIMITS, apps);
        return new Side(index, key, env);
    }

    Allocation allocation(long mine, long theirs) {
        return new Allocation(
                List.of(SimWorld.COIN),
                Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs)),
                List.of());
    }

    ProposalBase base() {
        return base(allocation(600, 400));
    }

    ProposalBase base(Allocation initial) {
        return new ProposalBase(KEY, 3600, SHARE_A, app, data, initial, initial.balances(), Capabilities.aux());
    }

    ChannelProposal.Ledger proposal() {
        return proposal(base());
    }

    ChannelProposal.Ledger proposal(ProposalBase base) {
        return new ChannelProposal.Ledger(
                base, alice.env().self(), List.of(alice.env().wire(), bob.env().wire()));
    }

    ProposalAnswer.LedgerAccept acceptance() {
        return new ProposalAnswer.LedgerAccept(KEY, SHARE_B, bob.env().self());
    }

    Dossier dossier(Side side) {
        return new Dossier(
                KEY, side.index() == 0 ? bob.env().wire() : alice.env().wire(), true, side.index(), NOW);
    }

    ProposalSent sent() {
        return new ProposalSent(dossier(alice), proposal(), bob.env().self());
    }

    ProposalReceived received() {
        return new ProposalReceived(dossier(bob), proposal());
    }

    Terms terms() {
        var params =
                Opening.params(base(), List.of(alice.env().self(), bob.env().self()), SHARE_B, true);
        return new Terms(SCHEME.channelId(params), params, base().fundingAgreement());
    }

    State initial() {
        return new State(terms().id(), 0, base().initialBalances(), false, app, data);
    }

    InitSigning signing(Side side) {
        State initial = initial();
        return new InitSigning(
                dossier(side), terms(), acceptance(), initial, SCHEME.digest(initial), side.sign(initial));
    }

    Transaction complete(State state) {
        return Transaction.unsigned(state).with(0, alice.sign(state)).with(1, bob.sign(state));
    }

    Funding funding(Side side) {
        return Funding.begin(dossier(side), terms(), complete(initial()));
    }

    Live live(Side side) {
        return Live.fresh(dossier(side), terms(), complete(initial()));
    }

    Open open(Side side) {
        return new Open(live(side));
    }

    /** The next version, in which {@code payer} has given this much. */
    State paid(State from, Side payer, long amount) {
        return new State(
                from.id(),
                from.version() + 1,
                from.allocation()
                        .withBalances(
                                from.balances().move(0, payer.index(), 1 - payer.index(), BigInteger.valueOf(amount))),
                false,
                from.app(),
                from.data());
    }

    State neutral(State from) {
        return new State(from.id(), from.version() + 1, from.allocation(), false, from.app(), from.data());
    }

    State last(State from) {
        return new State(from.id(), from.version() + 1, from.allocation(), true, from.app(), from.data());
    }

    /** A payment whose id is 16 times this number. */
    static Payment payment(int number, long amount) {
        byte[] id = new byte[Extension.ID_SIZE];
        java.util.Arrays.fill(id, (byte) number);
        return new Payment(Bytes.wrap(id), 0, BigInteger.valueOf(amount), "note " + number, Bytes.EMPTY);
    }

    static Extension.PaymentNotes notes(State state, Payment... payments) {
        return new Extension.PaymentNotes(
                state.id(),
                state.version(),
                List.of(payments).stream().map(Payment::note).toList());
    }

    /** {@code payer} has sent this payment and waits. */
    Updating updating(Side payer, Payment... payments) {
        ChannelState state = open(payer);
        for (Payment payment : payments) {
            state = state.step(payer.env(), new Input.Pay(payment), NOW).next();
        }
        return assertInstanceOf(Updating.class, state);
    }

    Finalising finalising(Side closer) {
        return assertInstanceOf(
                Finalising.class,
                open(closer).step(closer.env(), new Input.Close(), NOW).next());
    }

    /** The final state of this channel is signed; {@code proposer} proposed it. */
    Final ended(Side side, Side proposer) {
        return new Final(dossier(side), terms(), complete(last(initial())), proposer.index());
    }

    static LedgerEvent.Holdings holdings(long alice, long bob) {
        return new LedgerEvent.Holdings(Balances.single(BigInteger.valueOf(alice), BigInteger.valueOf(bob)), 77, NOW);
    }

    static LedgerEvent.Concluded concluded(long version) {
        return new LedgerEvent.Concluded(version, null, 88, NOW);
    }

    /** The ledger could read what was concluded. */
    static LedgerEvent.Concluded concluded(State shown) {
        return new LedgerEvent.Concluded(shown.version(), shown, 88, NOW);
    }

    static Transition step(ChannelState state, Side side, Input input) {
        return state.step(side.env(), input, NOW);
    }

    static Transition hear(ChannelState state, Side side, Message message) {
        return step(state, side, new Input.FromPeer(message));
    }

    static Transition see(ChannelState state, Side side, LedgerEvent event) {
        return step(state, side, new Input.FromLedger(event));
    }

    /** Exactly these effects, in this order. */
    static <S extends ChannelState> S expect(Transition step, Class<S> phase, Effect... effects) {
        assertEquals(List.of(effects), step.effects());
        return assertInstanceOf(phase, step.next());
    }

    static Effect persist(JournalEntry... journal) {
        return new Effect.Persist(List.of(), List.of(journal));
    }

    static Effect persist(List<BookEntry> book, JournalEntry... journal) {
        return new Effect.Persist(book, List.of(journal));
    }

    static JournalEntry line(String event, long version, String details) {
        return new JournalEntry(NOW, event, version, details);
    }

    static Effect send(Message message) {
        return new Effect.Send(message);
    }

    static Effect later(Timer timer, Duration after) {
        return new Effect.Schedule(timer, after);
    }

    static Effect told(Notice notice) {
        return new Effect.Notify(notice);
    }

    static Effect booked(BookEntry entry) {
        return told(new Notice.Booked(entry));
    }

    static Effect reject(State state, String reason) {
        return send(new UpdateMessage.Reject(state.id(), state.version(), reason));
    }

    static BookEntry out(Payment payment, BookEntry.Status status, long version) {
        return entry(payment, BookEntry.Direction.OUT, status, version);
    }

    static BookEntry in(Payment payment, long version) {
        return entry(payment, BookEntry.Direction.IN, BookEntry.Status.DONE, version);
    }

    private static BookEntry entry(
            Payment payment, BookEntry.Direction direction, BookEntry.Status status, long version) {
        return new BookEntry(
                payment.id(),
                direction,
                status,
                payment.asset(),
                payment.amount(),
                payment.memo(),
                version,
                payment.request(),
                NOW);
    }
}
