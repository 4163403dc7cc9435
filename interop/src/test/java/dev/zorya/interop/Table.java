package dev.zorya.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A chain with one set of contracts, and the two peers that meet there. Both live on through many scenarios. */
final class Table implements AutoCloseable {
    private final String serializer;
    private final Path folder;
    private final LiveChain chain;
    private final Cable cable;
    private final JsonNode contracts;
    private final Map<Side, Peer> peers = new EnumMap<>(Side.class);

    /**
     * Starts everything.
     *
     * @param serializer as the peers' flag has it
     * @param deployer whose contracts are used: those of go-perun's bindings, or ours
     */
    Table(String serializer, Side deployer, Path folder) throws IOException, InterruptedException {
        this.serializer = serializer;
        this.folder = folder;
        GoProgram.path();
        this.chain = new LiveChain();
        this.cable = new Cable(chain.rpc());
        for (Side side : Side.values()) {
            peers.put(side, Peer.start(name(side), command(side).words()));
        }
        this.contracts = Introduction.of(chain, of(deployer), of(deployer.other()));
    }

    private static String name(Side side) {
        return switch (side) {
            case ZORYA -> "zorya";
            case GO -> "goperun";
        };
    }

    private CommandLine command(Side side) throws IOException, InterruptedException {
        List<String> program = switch (side) {
            case ZORYA -> ZoryaProgram.words();
            case GO -> List.of(GoProgram.path().toString());
        };
        CommandLine command = CommandLine.of(program, name(side), chain, folder.resolve(name(side)))
                .with("-serializer", serializer);
        return switch (side) {
            case ZORYA -> command.with("-rpc", cable.rpc());
            case GO -> command;
        };
    }

    Peer of(Side side) {
        return Objects.requireNonNull(peers.get(side));
    }

    LiveChain chain() {
        return chain;
    }

    /** What connects Zorya with the chain. */
    Cable cable() {
        return cable;
    }

    JsonNode contracts() {
        return contracts;
    }

    /** Of the payment app. */
    String app() {
        return contracts.path("app").asString();
    }

    /** Ends a peer the hard way; it is gone until {@link #restart}. */
    void kill(Side side) throws InterruptedException {
        of(side).kill();
    }

    /** Starts a peer again on its store. */
    Peer restart(Side side) throws IOException, InterruptedException {
        CommandLine command = command(side).again(contracts);
        Peer peer = Peer.start(name(side), command.words());
        peers.put(side, peer);
        Introduction.meet(peer, of(side.other()));
        return peer;
    }

    @Override
    public void close() throws IOException {
        peers.values().forEach(Peer::close);
        cable.close();
        chain.close();
    }
}
