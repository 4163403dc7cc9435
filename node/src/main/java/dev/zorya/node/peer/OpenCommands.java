package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.engine.OpenChannel;
import dev.zorya.channel.engine.OpenSub;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.node.peer.Failure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How channels begin. */
record OpenCommands(PeerNode node) {
    private static final long CHALLENGE = 10;
    private static final String ETHER = "eth";

    Fields propose(Request request) throws Exception {
        Channels channels = node.channels();
        PeerEntry peer = node.peers().named(request.text("peer"));
        OpenChannel order = new OpenChannel(
                peer.identity(),
                node.peers().participant(peer.identity()).orElse(null),
                false,
                allocation(request, channels),
                challenge(request),
                app(request),
                Bytes.EMPTY);
        ChannelSnapshot agreed = request.deadline().await(channels.engine().propose(order), Kind.TIMEOUT);
        return channels.fields().of(funded(request, channels, agreed.key()));
    }

    Fields proposeSub(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelSnapshot parent = channels.find(request.channel("parent"));
        List<Asset> assets = request.has("assets")
                ? assets(request, channels)
                : parent.allocation().assets();
        OpenSub order = new OpenSub(
                new Allocation(assets, balances(request, assets), List.of()),
                challenge(request),
                app(request),
                Bytes.EMPTY);
        ChannelSnapshot open = request.deadline().await(channels.engine().openSub(parent.key(), order), Kind.TIMEOUT);
        return channels.fields().of(open);
    }

    @SuppressWarnings("DoNotCallSuggester")
    Fields proposeVirtual(Request request) throws Failure {
        throw new Failure(
                Kind.OTHER,
                "Zorya has no virtual channels yet. Nothing was proposed and no money moved. Open a channel with the"
                        + " peer itself.");
    }

    private static ChannelSnapshot funded(Request request, Channels channels, ProposalId key) throws Failure {
        ChannelSnapshot channel = channels.await(
                request.deadline(),
                key,
                Kind.FUNDING,
                Kind.FUNDING,
                each -> each.status().compareTo(Status.OPEN) >= 0);
        if (channel.status() == Status.ENDED) {
            throw new Failure(Kind.FUNDING, "The channel ended before it was open: " + channel.reason());
        }
        return channel;
    }

    /** The answer is given at once; the result comes when the channel is open. */
    Fields accept(Request request) throws Exception {
        Channels channels = node.channels();
        ChannelProposal proposal = node.policy().proposals().answer(request.text("proposal"), new Decision.Accept());
        return channels.fields().of(funded(request, channels, proposal.base().proposalId()));
    }

    Fields reject(Request request) throws Failure {
        String key = request.text("proposal");
        node.policy().proposals().answer(key, new Decision.Decline(request.text("reason", "rejected")));
        return new Fields().with("proposal", key);
    }

    private Allocation allocation(Request request, Channels channels) throws Failure {
        List<Asset> assets = assets(request, channels);
        return new Allocation(assets, balances(request, assets), List.of());
    }

    private static Balances balances(Request request, List<Asset> assets) throws Failure {
        Balances balances = request.balances("balances");
        if (balances.assets() != assets.size()) {
            throw Request.wrong("balances", "one list for each of the " + assets.size() + " assets");
        }
        return balances;
    }

    private List<Asset> assets(Request request, Channels channels) throws Failure {
        List<Asset> assets = new ArrayList<>();
        for (String name : request.texts("assets", List.of(ETHER))) {
            assets.add(channels.contracts().asset(name, node.chainId()));
        }
        return assets;
    }

    private static Duration challenge(Request request) throws Failure {
        return Duration.ofSeconds(request.number("challenge", CHALLENGE));
    }

    private static App app(Request request) {
        String address = request.text("app", "");
        return address.isEmpty() ? App.NONE : new App.Contract(AddressText.parse(address));
    }
}
