package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.App;
import java.util.Optional;

/** Events about what others propose. */
record Incoming(PeerNode node) implements RulePolicy.Told {
    @Override
    public void proposal(Question.Open question) {
        node.stats().count("proposals");
        ChannelProposal proposal = question.proposal();
        ProposalBase base = proposal.base();
        String key = base.proposalId().toString();
        Fields fields = new Fields()
                .with("proposal", key)
                .with("proposal_id", key)
                .with(
                        "kind",
                        switch (proposal) {
                            case ChannelProposal.Ledger ledger -> "ledger";
                            case ChannelProposal.Sub sub -> "sub";
                            case ChannelProposal.Virtual virtual -> "virtual";
                        })
                .with("from", node.peers().nameOf(question.peer()))
                .with(
                        "parent",
                        switch (proposal) {
                            case ChannelProposal.Ledger ledger -> "";
                            case ChannelProposal.Sub sub -> sub.parent().toString();
                            case ChannelProposal.Virtual virtual -> "";
                        })
                .with("balances", ChannelFields.balances(base.initialBalances().balances()))
                .with("challenge", base.challengeDuration())
                .with("app", !base.app().equals(App.NONE));
        node.begun()
                .ifPresent(channels -> fields.with("assets", channels.fields().assets(base.initialBalances())));
        node.lines().event("proposal", fields);
    }

    @Override
    public void update(Question.Update question, String key) {
        node.begun().ifPresent(channels -> {
            Optional<ChannelSnapshot> channel = channels.engine().channels().stream()
                    .filter(each -> question.channel().equals(each.id()))
                    .findFirst();
            channel.ifPresent(each -> node.lines()
                    .event(
                            "update",
                            channels.fields()
                                    .of(each)
                                    .with("update", key)
                                    .with("actor", 1 - each.ownIndex())
                                    .with("from", node.peers().nameOf(question.peer()))
                                    .with(
                                            "proposed",
                                            channels.fields().of(question.to()).map())));
        });
    }
}
