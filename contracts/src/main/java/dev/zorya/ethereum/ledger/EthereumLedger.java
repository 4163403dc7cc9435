package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.ethereum.TokenCalls;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Ledger;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A ledger on one Ethereum chain for one account. It starts without the chain and waits for it; while the chain is out of
 * reach or is the wrong one, nothing is sent, and everything goes on by itself later.
 *
 * <p>Use one for each account: two would give away the same transaction numbers.
 */
public final class EthereumLedger implements Ledger, AutoCloseable {
    private final EthereumConfig config;
    private final Participant self;
    private final StateScheme scheme = new EthereumScheme();
    private final Node node;
    private final IntentQueue intents;
    private final Watches watches;
    private final HealthBoard board = new HealthBoard();
    private final ChainThread thread;

    private EthereumLedger(EthereumConfig config, Signer signer, LedgerStore store, InstantSource clock) {
        this.config = config;
        this.self = Participant.ethereum(signer.address());
        this.node = Node.at(config.endpoints());
        this.watches = new Watches(node, config);
        OwnTransactions own = new OwnTransactions(store, config.name(), signer.address());
        Sender sender = new Sender(node, config, signer, own, clock);
        this.intents = new IntentQueue(
                own,
                new Planner(node, config, signer, own),
                sender,
                new Follower(node, config, own, sender, clock),
                watches,
                clock,
                config);
        this.thread = new ChainThread(node, config, clock, intents, watches, board);
    }

    /**
     * Starts to follow the chain; returns at once.
     *
     * @param signer key of the account that pays and that is the participant in all channels
     */
    public static EthereumLedger start(EthereumConfig config, Signer signer, LedgerStore store, InstantSource clock) {
        EthereumLedger ledger = new EthereumLedger(config, signer, store, clock);
        ledger.thread.start();
        return ledger;
    }

    /**
     * Asks the chain now whether it is the right one with the right contracts.
     *
     * @throws LedgerException UNREACHABLE, WRONG_CHAIN or UNKNOWN_CONTRACTS, with the sentence for the person
     */
    public static void check(EthereumConfig config) throws LedgerException {
        try (Node node = Node.at(config.http())) {
            new ChainCheck(config).check(node);
        } catch (NodeException.Unreachable e) {
            throw unreachable(config, e);
        }
    }

    /**
     * Which chain answers there.
     *
     * @throws LedgerException UNREACHABLE
     */
    public static long chainId(URI http) throws LedgerException {
        try (Node node = Node.at(http)) {
            Batch batch = node.batch();
            Slot chain = batch.ask("eth_chainId");
            batch.run();
            return chain.quantity().longValueExact();
        } catch (NodeException e) {
            throw new LedgerException(LedgerException.Reason.UNREACHABLE, Sentences.unreachable(http), e);
        }
    }

    @Override
    public StateScheme scheme() {
        return scheme;
    }

    @Override
    public Participant self() {
        return self;
    }

    public EthereumConfig config() {
        return config;
    }

    /**
     * Decides by the settings; the contracts in them are checked whenever the chain comes into reach. Tokens are tried out on the
     * chain as well; where it is out of reach that is left to the moment before the deposit.
     */
    @Override
    public Optional<String> refusal(Params params, Allocation initial) {
        return new Refusals(config)
                .refusal(params, initial)
                .or(() -> new TokenTrial(node).refusal(config, params, initial));
    }

    @Override
    public void submit(Intent intent) {
        intents.take(intent);
        thread.wake();
    }

    /** @throws MalformedException for a channel that {@link #refusal} refuses for its participants or assets */
    @Override
    public void watch(ChannelId channel, Params params, Allocation assets, Consumer<LedgerEvent> listener) {
        List<Bytes> parts = new ArrayList<>();
        for (Participant part : params.parts()) {
            parts.add(part.on(BackendId.ETHEREUM)
                    .orElseThrow(() -> new MalformedException("participant without an Ethereum address")));
        }
        // a channel inside another one has no money of its own on the chain
        List<Bytes> holders = params.ledgerChannel()
                ? assets.assets().stream()
                        .map(asset -> EthereumAsset.of(asset).holder())
                        .toList()
                : List.of();
        Registrar registrar = new Registrar(params.app(), config.adjudicator());
        watches.add(new ChannelWatch(channel, holders, parts, assets.sums(), registrar, listener));
        thread.wake();
    }

    @Override
    public void unwatch(ChannelId channel) {
        watches.remove(channel);
    }

    @Override
    public void refresh(List<ChannelId> channels) {
        watches.refresh(channels);
        thread.wake();
    }

    /** Other further nodes than those of the settings, from now on. */
    public void further(List<URI> endpoints) {
        thread.further(endpoints);
    }

    public ChainHealth health() {
        return board.now();
    }

    /**
     * Tells how the chain is, now and on each change, on a thread of the ledger. The listener must not block.
     *
     * @return close it to hear no more
     */
    public ChainHealth.Subscription onHealth(Consumer<ChainHealth> listener) {
        return board.subscribe(listener);
    }

    /**
     * What the account has outside of channels, smallest unit, by asset in the order of the settings. Asks the chain.
     *
     * @throws LedgerException UNREACHABLE
     */
    public Map<Asset, BigInteger> balances() throws LedgerException {
        Bytes account = self.on(BackendId.ETHEREUM).orElseThrow();
        Batch batch = node.batch();
        Map<Asset, Slot> asked = new LinkedHashMap<>();
        for (HeldAsset asset : config.assets()) {
            Slot slot = switch (asset) {
                case HeldAsset.Ether ether -> batch.balance(account, At.LATEST);
                case HeldAsset.Token token -> batch.call(token.token(), TokenCalls.balanceOf(account), At.LATEST);
            };
            asked.put(asset.on(config.chainId()), slot);
        }
        try {
            batch.run();
            Map<Asset, BigInteger> balances = new LinkedHashMap<>();
            for (Map.Entry<Asset, Slot> entry : asked.entrySet()) {
                balances.put(entry.getKey(), entry.getValue().quantity());
            }
            return balances;
        } catch (NodeException e) {
            throw unreachable(config, e);
        }
    }

    /**
     * What a channel with this asset costs at the present fee. Asks the chain.
     *
     * @throws LedgerException UNREACHABLE, or UNKNOWN_CONTRACTS for an asset that is not in the settings
     */
    public Costs costs(Asset asset) throws LedgerException {
        HeldAsset held = config.find(asset)
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Reason.UNKNOWN_CONTRACTS,
                        "The wallet's settings do not know this asset. Nothing was sent."));
        try {
            boolean atOnce = OwnContracts.hold(node, config, List.of(asset));
            return atPresent((head, quote) -> Costs.of(held, atOnce, head.baseFee(), quote));
        } catch (NodeException.Unreachable e) {
            throw unreachable(config, e);
        }
    }

    /**
     * How much of the chain's own coin the account should keep for each of these channels: enough to register, conclude and withdraw
     * it alone at the present fee, even if the base fee doubles. Asks the chain once.
     *
     * @param open the present allocations of the open channels
     * @return wei, in their order
     * @throws LedgerException UNREACHABLE
     */
    public List<BigInteger> reserves(List<Allocation> open) throws LedgerException {
        return atPresent((head, quote) ->
                open.stream().map(channel -> Reserve.of(channel, quote)).toList());
    }

    /**
     * Everything that the judge said about a channel, oldest first, with what it was shown. For evidence. Asks the chain for blocks
     * from the newest one backwards, so it takes longer the older it is.
     *
     * @param since block time before which nothing is looked for
     * @throws LedgerException UNREACHABLE
     */
    public List<Proceeding> proceedings(ChannelId channel, App app, Instant since) throws LedgerException {
        try {
            return new Proceedings(node, config, channel, app).since(since);
        } catch (NodeException e) {
            throw unreachable(config, e);
        }
    }

    private <T> T atPresent(BiFunction<Head, FeeQuote, T> answer) throws LedgerException {
        Batch batch = node.batch();
        Slot block = batch.head();
        Slot priority = batch.priorityFee();
        try {
            batch.run();
            Head head = Node.head(block);
            return answer.apply(head, FeeQuote.of(head.baseFee(), Fees.priority(priority), config.feeCap()));
        } catch (NodeException e) {
            throw unreachable(config, e);
        }
    }

    private static LedgerException unreachable(EthereumConfig config, NodeException cause) {
        return new LedgerException(LedgerException.Reason.UNREACHABLE, Sentences.unreachable(config.http()), cause);
    }

    @Override
    public void close() {
        thread.close();
        node.close();
    }
}
