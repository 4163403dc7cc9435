package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Transcripts;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A sub-channel between two go-perun clients, recorded (transcripts.json, sub/perunio). Each of the two is replaced by our
 * tree, which hears what the other one really said: it has to say exactly what the replaced one said, byte for byte.
 */
class GoSubChannelTest {
    private static final EthereumScheme SCHEME = new EthereumScheme();
    private final Perunio perunio = new Perunio(Vectors.APPS);
    private final List<Transcripts.Step> run = Transcripts.run("sub/perunio");
    private final Participant first =
            Participant.ethereum(Parties.party("alice").key().address());
    private final Participant second =
            Participant.ethereum(Parties.party("bob").key().address());
    private final List<Message> said = new ArrayList<>();

    private List<Message> frames(int step, String from, String to) {
        return run.get(step).frames(from, to).stream()
                .filter(frame -> !frame.type().equals("AuthResponse"))
                .map(frame -> message(frame.bytes()))
                .toList();
    }

    private Message message(Bytes frame) {
        Decoding decoding = perunio.decode(ByteBuffer.wrap(frame.toArray()), Perunio.MAX_ENVELOPE);
        return assertInstanceOf(Decoding.Complete.class, decoding).envelope().message();
    }

    private Env env(String own) {
        Apps apps = new Apps(Map.of(Vectors.PAYMENT_APP, new PaymentApp()));
        var party = Parties.party(own);
        return new Env(
                SCHEME,
                party.key(),
                Participant.ethereum(party.key().address()),
                party.identity(),
                Limits.PRACTICE,
                apps);
    }

    /** The parent as it is after the first step of the run. */
    private Tree parent(String peer, int index) {
        var proposal = (ChannelProposal.Ledger) frames(0, "alice", "bob").getFirst();
        var accept = (ProposalAnswer.LedgerAccept) frames(0, "bob", "alice").getFirst();
        var params = Opening.params(proposal.base(), List.of(first, second), accept.nonceShare(), true);
        Terms terms =
                new Terms(SCHEME.channelId(params), params, proposal.base().fundingAgreement());
        State initial = new State(terms.id(), 0, proposal.base().initialBalances(), false, App.NONE, Bytes.EMPTY);
        Transaction signed = Transaction.unsigned(initial)
                .with(0, ((UpdateMessage.Accept) frames(0, "alice", "bob").getLast()).signature())
                .with(1, ((UpdateMessage.Accept) frames(0, "bob", "alice").getLast()).signature());
        Dossier dossier =
                new Dossier(proposal.base().proposalId(), Parties.party(peer).identity(), false, index, Scene.NOW);
        return Tree.of(new Open(Live.fresh(dossier, terms, signed)));
    }

    private Tree take(Env env, Tree tree, ProposalId member, Input input) {
        TreeStep step = tree.step(env, member, input, Scene.NOW);
        Tree next = step.next();
        for (TreeStep.Deed deed : step.effects()) {
            switch (deed.effect()) {
                case Effect.Send send -> said.add(send.message());
                case Effect.Ask ask ->
                    next = take(
                            env,
                            next,
                            deed.member(),
                            new Input.Decided(ask.question(), new Decision.Accept(), share()));
                default -> {}
            }
        }
        return next;
    }

    /** What the real Bob drew. */
    private Bytes share() {
        return ((ProposalAnswer.SubAccept) frames(1, "bob", "alice").getFirst()).nonceShare();
    }

    private Tree hear(Env env, Tree tree, Message message) {
        ProposalId member = switch (message) {
            case UpdateMessage update ->
                tree.find(update.channelId()).orElseThrow().dossier().key();
            case ProposalAnswer answer -> answer.proposalId();
            default -> tree.root();
        };
        return take(env, tree, member, new Input.FromPeer(message));
    }

    private Tree hear(Env env, Tree tree, int step, String from, String to) {
        Tree next = tree;
        for (Message message : frames(step, from, to)) {
            next = hear(env, next, message);
        }
        return next;
    }

    private void said(int step, String from, String to) {
        assertEquals(frames(step, from, to), said, run.get(step).step());
        said.clear();
    }

    private ProposalId sub() {
        return ((ChannelProposal.Sub) frames(1, "alice", "bob").getFirst())
                .base()
                .proposalId();
    }

    @Test
    void weAreBob() {
        Env env = env("bob");
        Tree tree = hear(env, parent("alice", 1), 1, "alice", "bob");
        said(1, "bob", "alice");
        Payment payment = new Payment(Bytes.zero(Extension.ID_SIZE), 0, BigInteger.valueOf(20), "", Bytes.EMPTY);
        tree = take(env, tree, sub(), new Input.Pay(payment));
        said(2, "bob", "alice");
        for (int step = 2; step <= 4; step++) {
            tree = hear(env, tree, step, "alice", "bob");
            if (step > 2) {
                said(step, "bob", "alice");
            }
        }
        over(tree);
    }

    @Test
    void weAreAlice() {
        Env env = env("alice");
        var proposal = (ChannelProposal.Sub) frames(1, "alice", "bob").getFirst();
        Tree tree = parent("bob", 0);
        tree = take(env, tree, tree.root(), new Input.OpenSub(proposal.base()));
        tree = hear(env, tree, 1, "bob", "alice");
        said(1, "alice", "bob");
        tree = hear(env, tree, 2, "bob", "alice");
        said(2, "alice", "bob");
        tree = take(env, tree, sub(), new Input.Close());
        said(3, "alice", "bob");
        tree = hear(env, tree, 3, "bob", "alice");
        said(4, "alice", "bob");
        tree = hear(env, tree, 4, "bob", "alice");
        over(tree);
    }

    private void over(Tree tree) {
        assertInstanceOf(Withdrawn.class, tree.state(sub()));
        State parent = tree.rootState().inUse().orElseThrow().state();
        assertEquals(2, parent.version());
        assertEquals(List.of(), parent.allocation().locked());
    }
}
