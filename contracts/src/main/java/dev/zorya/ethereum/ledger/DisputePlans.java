package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plans for what a channel does before the judge, by the timeline of ONCHAIN.md 8 and in block time (safety rule 8). */
final class DisputePlans {
    private static final int DISPUTE = 0;
    private static final int FORCED = 1;
    private static final int CONCLUDED = 2;

    private final Node node;
    private final Bytes adjudicator;

    DisputePlans(Node node, Bytes adjudicator) {
        this.node = node;
        this.adjudicator = adjudicator;
    }

    /** Every channel of the tree must have its version or a higher one; what is missing, one transaction brings. */
    Plan register(Intent.Register register) throws NodeException {
        Batch batch = node.batch();
        List<SignedState> tree = new ArrayList<>(List.of(register.root()));
        tree.addAll(register.subs());
        List<Slot> now = new ArrayList<>();
        List<Slot> soon = new ArrayList<>();
        for (SignedState signed : tree) {
            Bytes question = AdjudicatorCalls.disputes(signed.channel());
            now.add(batch.call(adjudicator, question, At.LATEST));
            soon.add(batch.call(adjudicator, question, At.PENDING));
        }
        Slot head = batch.head();
        batch.run();
        Dispute root = Dispute.of(now.getFirst().bytes());
        if (root.isRegistered() && (root.phase() != DISPUTE || !time(head).isBefore(timeout(root)))) {
            return new Plan.Done();
        }
        if (covers(now, tree)) {
            return new Plan.Done();
        }
        return covers(soon, tree)
                ? new Plan.Wait()
                : send(register, AdjudicatorCalls.register(register.root(), register.subs()));
    }

    Plan progress(Intent.Progress progress) throws NodeException {
        Batch batch = node.batch();
        Bytes question = AdjudicatorCalls.disputes(progress.channel());
        Slot now = batch.call(adjudicator, question, At.LATEST);
        Slot soon = batch.call(adjudicator, question, At.PENDING);
        Slot head = batch.head();
        batch.run();
        Dispute dispute = Dispute.of(now.bytes());
        if (!dispute.stateHash().equals(EthereumEncoding.stateHash(progress.from()))) {
            return new Plan.Done();
        }
        boolean late = !time(head).isBefore(timeout(dispute));
        return switch (dispute.phase()) {
            case DISPUTE -> late && !moved(soon, dispute) ? send(progress) : new Plan.Wait();
            case FORCED -> late ? new Plan.Done() : moved(soon, dispute) ? new Plan.Wait() : send(progress);
            default -> new Plan.Done();
        };
    }

    Plan conclude(Intent.Conclude conclude) throws NodeException {
        Batch batch = node.batch();
        List<State> tree = new ArrayList<>(List.of(conclude.registered()));
        tree.addAll(conclude.subs());
        List<Slot> now = new ArrayList<>();
        for (State state : tree) {
            now.add(batch.call(adjudicator, AdjudicatorCalls.disputes(state.id()), At.LATEST));
        }
        Slot soon = batch.call(adjudicator, AdjudicatorCalls.disputes(conclude.channel()), At.PENDING);
        Slot head = batch.head();
        batch.run();
        Dispute root = Dispute.of(now.getFirst().bytes());
        if (root.phase() == CONCLUDED || !isRegistered(now, tree)) {
            return new Plan.Done();
        }
        // the participants of an app get one duration more, in which they can move (ONCHAIN.md 8)
        long more = root.phase() == DISPUTE && root.hasApp() ? root.challengeDuration() : 0;
        return time(head).isBefore(timeout(root).plusSeconds(more))
                        || Dispute.of(soon.bytes()).phase() == CONCLUDED
                ? new Plan.Wait()
                : send(conclude, AdjudicatorCalls.conclude(conclude.params(), conclude.registered(), conclude.subs()));
    }

    private Plan send(Intent.Progress progress) {
        return send(
                progress,
                AdjudicatorCalls.progress(
                        progress.params(), progress.from(), progress.to(), progress.actor(), progress.signature()));
    }

    private Plan send(Intent intent, Bytes data) {
        return new Plan.Send(intent.key(), adjudicator, BigInteger.ZERO, data);
    }

    private static boolean covers(List<Slot> answers, List<SignedState> tree) throws NodeException {
        for (int index = 0; index < tree.size(); index++) {
            Dispute dispute = Dispute.of(answers.get(index).bytes());
            long version = tree.get(index).transaction().state().version();
            if (!dispute.isRegistered() || Long.compareUnsigned(dispute.version(), version) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRegistered(List<Slot> answers, List<State> tree) throws NodeException {
        for (int index = 0; index < tree.size(); index++) {
            if (!Dispute.of(answers.get(index).bytes())
                    .stateHash()
                    .equals(EthereumEncoding.stateHash(tree.get(index)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean moved(Slot soon, Dispute now) throws NodeException {
        return !Dispute.of(soon.bytes()).stateHash().equals(now.stateHash());
    }

    private static Instant time(Slot head) throws NodeException {
        return Node.head(head).time();
    }

    private static Instant timeout(Dispute dispute) {
        return Instant.ofEpochSecond(dispute.timeout());
    }
}
