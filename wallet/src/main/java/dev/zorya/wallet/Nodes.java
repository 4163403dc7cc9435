package dev.zorya.wallet;

import dev.zorya.ethereum.ledger.ChainHealth;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.ethereum.ledger.NodeHealth;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.NodeView.State;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes of the wallet's chain. A change is in the wallet's file before it counts. */
final class Nodes {
    /** Each is asked for every block. */
    static final int MOST = 5;
    /** So many blocks another node may be ahead, because they do not hear of a block at the same moment. */
    private static final long TOLERATED = 2;

    private final Path folder;
    private final EthereumLedger ledger;
    private volatile Network network;

    /** @param folder of the wallet, whose file says which they are */
    Nodes(Path folder, Network network, EthereumLedger ledger) {
        this.folder = folder;
        this.network = network;
        this.ledger = ledger;
    }

    List<NodeView> all() {
        ChainHealth health = ledger.health();
        long newest = health.nodes().stream().mapToLong(NodeHealth::head).max().orElse(0);
        List<NodeView> views = new ArrayList<>();
        for (URI uri : addresses()) {
            Optional<NodeHealth> known = health.nodes().stream()
                    .filter(node -> node.uri().equals(uri))
                    .findFirst();
            views.add(known.map(node -> view(node, views.isEmpty(), newest))
                    .orElseGet(() -> new NodeView(uri, views.isEmpty(), State.CONNECTING, 0, "")));
        }
        return views;
    }

    private static NodeView view(NodeHealth node, boolean first, long newest) {
        if (!node.sentence().isEmpty()) {
            return new NodeView(node.uri(), first, State.IGNORED, node.head(), node.sentence());
        }
        if (newest - node.head() > TOLERATED) {
            String sentence = Texts.get("node.behind", Long.toString(newest - node.head()));
            return new NodeView(node.uri(), first, State.BEHIND, node.head(), sentence);
        }
        return new NodeView(node.uri(), first, node.used() ? State.USED : State.READY, node.head(), "");
    }

    private List<URI> addresses() {
        return switch (network) {
            case Network.Practice practice -> List.of(ledger.config().http());
            case Network.Ethereum ethereum ->
                Stream.concat(Stream.of(ethereum.http()), ethereum.further().stream())
                        .toList();
        };
    }

    synchronized void add(String address) throws WalletException {
        URI uri = Network.node(address).orElseThrow(() -> Problems.failure(Code.NODE_ADDRESS));
        Network.Ethereum now = changeable();
        if (addresses().contains(uri)) {
            throw Problems.failure(Code.NODE_KNOWN);
        }
        if (now.further().size() == MOST) {
            throw Problems.failure(Code.POLICY_FORBIDS, Texts.get("limit.nodes", Integer.toString(MOST + 1)));
        }
        check(now.through(uri, List.of()));
        keep(now.through(
                now.http(),
                Stream.concat(now.further().stream(), Stream.of(uri)).toList()));
    }

    synchronized void remove(URI node) throws WalletException {
        Network.Ethereum now = changeable();
        keep(now.through(
                now.http(),
                now.further().stream().filter(other -> !other.equals(node)).toList()));
    }

    private Network.Ethereum changeable() throws WalletException {
        return switch (network) {
            case Network.Practice practice -> throw Problems.failure(Code.NODE_PRACTICE);
            case Network.Ethereum ethereum -> ethereum;
        };
    }

    /** A node of another chain would be ignored, and is more likely a typing error. */
    private static void check(Network.Ethereum alone) throws WalletException {
        try {
            PublicChain.of(alone).check();
        } catch (WalletException e) {
            throw e.problem().code() == Code.CHAIN_UNREACHABLE
                    ? Problems.failure(Code.NODE_SILENT, e, alone.http().getAuthority())
                    : e;
        }
    }

    private void keep(Network.Ethereum changed) throws WalletException {
        try {
            // not the file that was read at the start: the port may be another since then
            WalletFile.read(folder).on(changed).write(folder);
        } catch (IOException e) {
            throw Problems.failure(Code.STORE_TROUBLE, e);
        }
        network = changed;
        ledger.further(changed.further());
    }
}
