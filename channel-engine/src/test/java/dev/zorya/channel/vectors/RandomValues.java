package dev.zorya.channel.vectors;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values of every kind from a seed, valid in shape and otherwise arbitrary. The same seed gives the same values. */
public final class RandomValues {
    /** Types of messages there are, from 0. */
    public static final int TYPES = 21;

    private final Random random;

    public RandomValues(long seed) {
        random = new Random(seed);
    }

    public Envelope envelope() {
        return new Envelope(identity(), identity(), message(random.nextInt(TYPES)));
    }

    public Message message(int type) {
        return switch (type) {
            case 0 -> new Control.Ping(random.nextLong());
            case 1 -> new Control.Pong(random.nextLong());
            case 2 -> new Control.Shutdown(text());
            case 3 -> new Control.AuthResponse(bytes(random.nextInt(300)));
            case 4 -> new ChannelProposal.Ledger(base(), participant(), peers());
            case 5 -> new ProposalAnswer.LedgerAccept(proposalId(), bytes(32), participant());
            case 6 -> new ChannelProposal.Sub(base(), channelId());
            case 7 -> new ProposalAnswer.SubAccept(proposalId(), bytes(32));
            case 8 ->
                new ChannelProposal.Virtual(
                        base(), participant(), peers(), some(this::channelId), some(() -> some(this::uint16)));
            case 9 -> new ProposalAnswer.VirtualAccept(proposalId(), bytes(32), participant());
            case 10 -> new ProposalAnswer.Reject(proposalId(), text());
            case 11 -> update();
            case 12 -> new UpdateMessage.VirtualFunding(update(), params(), transaction(), some(this::uint16));
            case 13 -> new UpdateMessage.VirtualSettlement(update(), params(), transaction());
            case 14 -> new UpdateMessage.Accept(channelId(), random.nextLong(), signature());
            case 15 -> new UpdateMessage.Reject(channelId(), random.nextLong(), text());
            case 16 -> new ChannelSync(random.nextInt(12), random.nextBoolean() ? transaction() : null);
            case 17 -> new Extension.PaymentNotes(channelId(), random.nextLong(), some(this::note));
            case 18 ->
                new Extension.PaymentRequest(bytes(16), channelId(), asset(), positive(), text(), random.nextLong());
            case 19 -> new Extension.RequestDeclined(bytes(16), channelId(), text());
            case 20 -> new Extension.Letter(bytes(1 + random.nextInt(3000)));
            default -> throw new IllegalArgumentException("no message of type " + type);
        };
    }

    public Params params() {
        return new Params(
                1 + random.nextLong(1L << 40),
                Stream.generate(this::participant).limit(2 + random.nextInt(3)).toList(),
                app(),
                new BigInteger(random.nextInt(257), random),
                random.nextBoolean(),
                random.nextBoolean(),
                bytes(Params.AUX_SIZE));
    }

    public State state() {
        App app = app();
        Bytes data = app instanceof App.None ? Bytes.EMPTY : bytes(random.nextInt(70));
        return new State(channelId(), random.nextLong(), allocation(), random.nextBoolean(), app, data);
    }

    public Allocation allocation() {
        int assets = 1 + random.nextInt(3);
        int participants = 1 + random.nextInt(9);
        return new Allocation(
                repeat(assets, this::asset),
                new Balances(repeat(assets, () -> repeat(participants, this::amount))),
                repeat(random.nextInt(3), () -> locked(assets, participants)));
    }

    public Transaction transaction() {
        Transaction transaction = Transaction.unsigned(state());
        for (int i = 0; i < transaction.state().balances().participants(); i++) {
            if (random.nextBoolean()) {
                transaction = transaction.with(i, signature());
            }
        }
        return transaction;
    }

    public Participant participant() {
        return Participant.ethereum(bytes(20));
    }

    /** Below 2^250, so that the sum of a few still is a uint256. */
    public BigInteger amount() {
        return new BigInteger(random.nextInt(251), random);
    }

    public Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private UpdateMessage.Update update() {
        return new UpdateMessage.Update(state(), uint16(), signature());
    }

    private ProposalBase base() {
        App app = app();
        return new ProposalBase(
                proposalId(),
                random.nextLong(),
                bytes(32),
                app,
                app instanceof App.None ? Bytes.EMPTY : bytes(8),
                allocation(),
                allocation().balances(),
                bytes(Params.AUX_SIZE));
    }

    private Extension.Note note() {
        return new Extension.Note(
                bytes(16), uint16(), positive(), text(), random.nextBoolean() ? bytes(16) : Bytes.EMPTY);
    }

    private SubAllocation locked(int assets, int participants) {
        List<Integer> map = random.nextBoolean() ? List.of() : repeat(participants, () -> random.nextInt(participants));
        return new SubAllocation(channelId(), repeat(assets, this::amount), map);
    }

    private Asset asset() {
        return new EthereumAsset(BigInteger.valueOf(1 + random.nextLong(1L << 40)), bytes(20)).toAsset();
    }

    private App app() {
        return random.nextBoolean() ? App.NONE : new App.Contract(Vectors.MOCK_APP);
    }

    private WireIdentity identity() {
        return WireIdentity.single(bytes(random.nextInt(40)));
    }

    private List<WireIdentity> peers() {
        return repeat(2 + random.nextInt(3), this::identity);
    }

    private ChannelId channelId() {
        return new ChannelId(bytes(32));
    }

    private ProposalId proposalId() {
        return new ProposalId(bytes(32));
    }

    private Signature signature() {
        return new Signature(bytes(Signature.SIZE));
    }

    private BigInteger positive() {
        return amount().add(BigInteger.ONE);
    }

    private int uint16() {
        return random.nextInt(0x10000);
    }

    private String text() {
        int size = random.nextInt(40);
        return random.ints(size, ' ', 0x2000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private <T> List<T> some(Supplier<T> element) {
        return repeat(random.nextInt(5), element);
    }

    private static <T> List<T> repeat(int count, Supplier<T> element) {
        return Stream.generate(element).limit(count).toList();
    }
}
