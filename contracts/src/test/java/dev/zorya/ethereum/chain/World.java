package dev.zorya.ethereum.chain;

import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.artifact.Artifact;
import dev.zorya.ethereum.artifact.Contract;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A practice chain with all contracts deployed. Each call is a real transaction in a block of its own. One that reverts is
 * taken back afterwards, time included, so that the next one may have the same time.
 */
public final class World implements AutoCloseable {
    /** The challenge duration of channels, seconds. */
    public static final long DURATION = 100;

    public static final Key ALICE = Key.of("alice");
    public static final Key BOB = Key.of("bob");
    public static final Key CAROL = Key.of("carol");

    private final Anvil anvil;
    private final String sender;
    private final String adjudicator;
    private final String ethHolder;
    private final String token;
    private final String tokenHolder;
    private long nonce;
    private long nextTime;
    private String nextSender;
    private long lastGas;
    private long lastExecutionGas;

    /** What {@code disputes()} says; duration and version unsigned. */
    public record Dispute(long timeout, long duration, long version, int phase, String stateHash, boolean hasApp) {}

    public World() throws AnvilException {
        anvil = Anvil.start(AnvilOptions.practice());
        anvil.control().request("anvil_autoImpersonateAccount", true);
        sender = anvil.control().request("eth_accounts").get(0).stringValue();
        nextSender = sender;
        adjudicator = deploy(Artifact.of(Contract.ADJUDICATOR), Abi.tuple());
        ethHolder = deploy(Artifact.of(Contract.ASSET_HOLDER_ETH), Abi.tuple(Abi.word(adjudicator)));
        token = deploy(
                Artifact.of(Contract.PRACTICE_TOKEN),
                Abi.tuple(Abi.array(Stream.of(Abi.word(sender))), Abi.word(BigInteger.TEN.pow(24))));
        tokenHolder =
                deploy(Artifact.of(Contract.ASSET_HOLDER_ERC20), Abi.tuple(Abi.word(adjudicator), Abi.word(token)));
    }

    /** For what is not done call by call. */
    public Anvil anvil() {
        return anvil;
    }

    public String sender() {
        return sender;
    }

    public String adjudicator() {
        return adjudicator;
    }

    public String ethHolder() {
        return ethHolder;
    }

    public String token() {
        return token;
    }

    public String tokenHolder() {
        return tokenHolder;
    }

    public Coin eth() {
        return Coin.of(AnvilOptions.PRACTICE_CHAIN_ID, ethHolder);
    }

    public Coin tokenCoin() {
        return Coin.of(AnvilOptions.PRACTICE_CHAIN_ID, tokenHolder);
    }

    /** A new ledger channel of Alice and Bob without an app. */
    public Channel channel() {
        return new Channel(
                BigInteger.valueOf(DURATION), ++nonce, List.of(ALICE, BOB), Channel.NO_APP, true, false, new byte[32]);
    }

    /** Deploys one of our contracts. */
    public String deploy(Contract contract, Abi... arguments) throws AnvilException {
        return deploy(Artifact.of(contract), Abi.tuple(arguments));
    }

    /** Deploys a contract of {@code src/test/solidity}. */
    public String deployForTest(String name, Abi... arguments) throws AnvilException {
        var in = Artifact.class.getResourceAsStream(name + ".json");
        String code = JsonMapper.shared().readTree(in).get("creationCode").stringValue();
        return deploy(code + HexFormat.of().formatHex(Abi.encode(Abi.tuple(arguments))));
    }

    private String deploy(Artifact artifact, Abi arguments) throws AnvilException {
        return deploy(artifact.deployment(HexFormat.of().formatHex(Abi.encode(arguments))));
    }

    private String deploy(String data) throws AnvilException {
        JsonNode receipt = receipt(Map.of("from", sender, "gas", "0xf00000", "data", data));
        if (!receipt.get("status").stringValue().equals("0x1")) {
            throw new IllegalStateException("not deployed: " + receipt);
        }
        measure(receipt, data);
        return receipt.get("contractAddress").stringValue();
    }

    /** The next transaction's block has exactly this time. */
    public World at(long seconds) {
        nextTime = seconds;
        return this;
    }

    /** The next transaction comes from this account, which has 1 ETH at least. */
    public World as(Key who) throws AnvilException {
        fund(who.address());
        nextSender = who.address();
        return this;
    }

    /** Gives an account that has nothing 1 ETH. */
    public void fund(String account) throws AnvilException {
        if (balance(account).signum() == 0) {
            anvil.control().setBalance(account, BigInteger.TEN.pow(18));
        }
    }

    /** Puts code at an address, also at one that can sign. */
    public void setCode(String address, String code) throws AnvilException {
        anvil.control().request("anvil_setCode", address, code);
    }

    /** Seconds since 1970 of the latest block. */
    public long now() throws AnvilException {
        return anvil.control().blockTime();
    }

    public Outcome register(Channel.Signed root, Channel.Signed... children) throws AnvilException {
        return send(adjudicator, Calls.register(root, children));
    }

    /** Signed by the actor. */
    public Outcome progress(Channel channel, ChannelState from, ChannelState to, int actor) throws AnvilException {
        return progress(channel, from, to, actor, channel.members().get(actor));
    }

    public Outcome progress(Channel channel, ChannelState from, ChannelState to, int actor, Key signer)
            throws AnvilException {
        return send(adjudicator, Calls.progress(channel, from, to, actor, signer.sign(to.encoded())));
    }

    public Outcome conclude(Channel channel, ChannelState state, ChannelState... children) throws AnvilException {
        return send(adjudicator, Calls.conclude(channel, state, children));
    }

    public Outcome concludeFinal(Channel.Signed signed) throws AnvilException {
        return send(adjudicator, Calls.concludeFinal(signed));
    }

    /** The extra function: ends and pays. */
    public Outcome concludeFinalAndPay(Channel.Signed signed) throws AnvilException {
        return send(adjudicator, Calls.concludeFinalAndPay(signed));
    }

    public Outcome depositEth(String fundingId, long amount) throws AnvilException {
        return send(ethHolder, Calls.deposit(fundingId, BigInteger.valueOf(amount)), BigInteger.valueOf(amount));
    }

    /** Approves first. */
    public Outcome depositToken(String fundingId, long amount) throws AnvilException {
        send(token, Calls.approve(tokenHolder, BigInteger.valueOf(amount)));
        return send(tokenHolder, Calls.deposit(fundingId, BigInteger.valueOf(amount)));
    }

    public Outcome withdraw(String holder, Calls.Order order, Key signer) throws AnvilException {
        return send(holder, Calls.withdraw(order, order.signedBy(signer)));
    }

    public Dispute dispute(Channel channel) throws AnvilException {
        String words = view(adjudicator, Calls.disputes(channel.id()));
        return new Dispute(
                word(words, 0).longValueExact(),
                word(words, 1).longValue(),
                word(words, 2).longValue(),
                word(words, 3).intValueExact(),
                "0x" + words.substring(2 + 4 * 64, 2 + 5 * 64),
                word(words, 5).signum() == 1);
    }

    /** The stored timeout, counted from the latest block, seconds. */
    public long timeLeft(Channel channel) throws AnvilException {
        return dispute(channel).timeout() - now();
    }

    public BigInteger holding(String holder, String fundingId) throws AnvilException {
        return word(view(holder, Calls.holdings(fundingId)), 0);
    }

    /** What Alice and Bob hold in ETH, as {@code a/b}. */
    public String holdings(Channel channel) throws AnvilException {
        return holding(ethHolder, channel.fundingId(ALICE)) + "/" + holding(ethHolder, channel.fundingId(BOB));
    }

    public BigInteger tokenBalance(String account) throws AnvilException {
        return word(view(token, Calls.balanceOf(account)), 0);
    }

    public BigInteger balance(String account) throws AnvilException {
        return anvil.control().balance(account);
    }

    public Outcome send(String to, String data) throws AnvilException {
        return send(to, data, BigInteger.ZERO);
    }

    public Outcome send(String to, String data, BigInteger value) throws AnvilException {
        String before = anvil.control().snapshot();
        if (nextTime != 0) {
            anvil.control().setNextBlockTime(nextTime);
            nextTime = 0;
        }
        String from = nextSender;
        nextSender = sender;
        JsonNode receipt = receipt(
                Map.of("from", from, "to", to, "gas", "0xf00000", "data", data, "value", "0x" + value.toString(16)));
        measure(receipt, data);
        var outcome =
                Receipt.read(anvil.control(), receipt.get("transactionHash").stringValue(), receipt);
        if (!outcome.accepted()) {
            anvil.control().revert(before);
        }
        return outcome;
    }

    private JsonNode receipt(Map<String, String> transaction) throws AnvilException {
        String hash =
                anvil.control().request("eth_sendTransaction", transaction).stringValue();
        // the block is made a moment after the answer
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < patience) {
            JsonNode receipt = anvil.control().request("eth_getTransactionReceipt", hash);
            if (!receipt.isNull()) {
                return receipt;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        throw new IllegalStateException("not mined: " + transaction);
    }

    private void measure(JsonNode receipt, String data) {
        lastGas = Long.parseLong(receipt.get("gasUsed").stringValue().substring(2), 16);
        lastExecutionGas = lastGas - 21_000;
        for (byte b : HexFormat.of().parseHex(data.substring(2))) {
            lastExecutionGas -= b == 0 ? 4 : 16;
        }
    }

    /** What the last transaction used. */
    public long lastGas() {
        return lastGas;
    }

    /** What the last transaction used, without 21,000 for itself, 4 for each zero and 16 for each other byte of its data. */
    public long lastExecutionGas() {
        return lastExecutionGas;
    }

    /** The result of a call that changes nothing, hex; the revert text as {@link Outcome} would have it if it reverts. */
    public String view(String to, String data) throws AnvilException {
        JsonNode answer = anvil.control().exchange("eth_call", List.of(Map.of("to", to, "data", data), "latest"));
        if (answer.has("error")) {
            return Receipt.revertText(answer.get("error").path("data").asString("0x"));
        }
        return Objects.requireNonNull(answer.get("result")).stringValue();
    }

    /** What {@code eth_getCode} says. */
    public String code(String address) throws AnvilException {
        return anvil.control().request("eth_getCode", address, "latest").stringValue();
    }

    private static BigInteger word(String hex, int index) {
        return new BigInteger(hex.substring(2 + 64 * index, 66 + 64 * index), 16);
    }

    @Override
    public void close() {
        anvil.close();
    }
}
