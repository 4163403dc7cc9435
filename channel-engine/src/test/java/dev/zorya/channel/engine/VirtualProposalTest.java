package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.core.Capabilities;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Virtual channels are declined with a word, whatever their index maps say, and the channel that they name goes on. */
@Tag("threat-38")
class VirtualProposalTest {
    private static final List<List<List<Integer>>> INDEX_MAPS = List.of(
            List.of(List.of(0, 1), List.of(1, 0)),
            List.of(List.of(1, 0), List.of(0, 1)),
            List.of(List.of(0, 9), List.of(65_535, 1)),
            List.of(List.of(), List.of()));

    private final Pair pair = new Pair();

    private ChannelProposal.Virtual proposal(int number, ChannelId parent) {
        Bytes random = Hashes.sha3(("virtual " + number).getBytes(StandardCharsets.UTF_8));
        var initial = pair.bob.order(pair.bob, 1, 1).initial();
        ProposalBase base = new ProposalBase(
                new ProposalId(random),
                3600,
                random,
                App.NONE,
                Bytes.EMPTY,
                initial,
                initial.balances(),
                Capabilities.aux());
        return new ChannelProposal.Virtual(
                base,
                Participant.ethereum(random.slice(0, 20)),
                List.of(pair.alice.identity(), pair.bob.identity()),
                List.of(parent, parent),
                INDEX_MAPS.get(number));
    }

    private List<String> answers(ChannelProposal.Virtual proposal) {
        return pair.world.network().sent().stream()
                .filter(envelope -> envelope.sender().equals(pair.bob.identity()))
                .map(Envelope::message)
                .filter(ProposalAnswer.Reject.class::isInstance)
                .map(ProposalAnswer.Reject.class::cast)
                .filter(reject -> reject.proposalId().equals(proposal.base().proposalId()))
                .map(ProposalAnswer.Reject::reason)
                .toList();
    }

    @Test
    void itIsDeclinedAndTakesNoPlace() {
        try (pair) {
            ProposalId key = pair.opened(500, 500);
            ChannelId parent = Objects.requireNonNull(
                            Pair.snapshot(pair.bob, key).current())
                    .state()
                    .id();
            for (int number = 0; number < INDEX_MAPS.size(); number++) {
                ChannelProposal.Virtual proposal = proposal(number, parent);
                pair.world.network().inject(pair.alice.identity(), pair.bob.identity(), proposal);
                Await.that(() -> !answers(proposal).isEmpty(), "it is answered");
                assertEquals(List.of("virtual channels are not supported"), answers(proposal));
            }
            assertEquals(1, pair.bob.engine().channels().size());
            Await.done(pair.alice.engine().pay(key, pair.alice.payment(7, "as always")));
            assertEquals(1, pair.agreed(key));
            pair.settled(key);
        }
    }
}
