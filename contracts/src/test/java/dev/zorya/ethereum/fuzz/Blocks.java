package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.anvil.AnvilControl;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;

/** Puts many calls into one block by a contract that makes them all ({@code Crowd.sol}), and says what came of each. */
final class Blocks {
    static final String REFUSED = "refused";

    private static final String CALLS = "((address,uint256,bytes)[])";
    private static final Bytes ANSWER = Bytes.fromHex(Hash.sha3String("Answer(bool)"));
    private static final String GAS = "0x3b9aca00";
    private static final String GAS_PRICE = "0x77359400";

    private final AnvilControl control;
    private final String sender;
    private final String crowd;

    Blocks(World world) throws AnvilException {
        this.control = world.anvil().control();
        this.sender = world.sender();
        this.crowd = world.deployForTest("Crowd");
        control.setBalance(crowd, BigInteger.TEN.pow(20));
        control.request("evm_setBlockGasLimit", GAS);
        Abi everything = Abi.word(BigInteger.TEN.pow(20));
        world.send(world.token(), Abi.call("transfer(address,uint256)", Abi.word(crowd), everything));
        world.send(crowd, Abi.call("allow(address,address)", Abi.word(world.token()), Abi.word(world.tokenHolder())));
        control.setInstantMining(false);
    }

    /**
     * One block with these calls in their order.
     *
     * @param time of the block, Unix seconds
     * @return for each call its events, or that it was refused
     */
    List<String> play(List<Move> moves, long time) throws AnvilException {
        control.setNextBlockTime(time);
        String data = Abi.call(
                "play" + CALLS, Abi.array(moves.stream().map(move -> call(move.to(), move.value(), move.data()))));
        var transaction = Map.of("from", sender, "to", crowd, "data", data, "gas", GAS, "gasPrice", GAS_PRICE);
        String hash = control.request("eth_sendTransaction", transaction).stringValue();
        control.request("evm_mine");
        JsonNode receipt = control.request("eth_getTransactionReceipt", hash);
        if (receipt.isNull() || !receipt.get("status").stringValue().equals("0x1")) {
            throw new IllegalStateException("the calls are not in the block: " + receipt);
        }
        return outcomes(receipt.get("logs"));
    }

    /** A view, and what it is asked. */
    record Question(Bytes to, Bytes data) {}

    /** Asks all of them at once, and gives the words of all answers, one after the other. */
    Bytes read(List<Question> questions) throws AnvilException {
        Stream<Abi> calls = questions.stream().map(question -> call(question.to(), BigInteger.ZERO, question.data()));
        var call = Map.of("to", crowd, "data", Abi.call("read" + CALLS, Abi.array(calls)), "gas", GAS);
        Bytes answer = Bytes.fromHex(control.request("eth_call", call, "latest").stringValue());
        int size = word(answer, 1).intValueExact();
        return answer.slice(64, 64 + size);
    }

    private static Abi call(Bytes to, BigInteger value, Bytes data) {
        return Abi.tuple(Abi.word("0x" + to.hex()), Abi.word(value), Abi.blob(data.toArray()));
    }

    private static List<String> outcomes(JsonNode logs) {
        List<String> outcomes = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (JsonNode log : logs) {
            Bytes topic = Bytes.fromHex(log.get("topics").get(0).stringValue());
            Bytes data = Bytes.fromHex(log.get("data").stringValue());
            if (topic.equals(ANSWER)) {
                outcomes.add(word(data, 0).signum() == 0 ? REFUSED : events.toString());
                events.clear();
            } else if (topic.equals(AdjudicatorCalls.CHANNEL_UPDATE)) {
                events.add(update(
                        channel(log),
                        word(data, 0).longValue(),
                        word(data, 1).intValueExact(),
                        word(data, 2).longValue()));
            } else if (topic.equals(AssetHolderCalls.OUTCOME_SET)) {
                events.add(
                        outcome(channel(log), Bytes.fromHex(log.get("address").stringValue())));
            }
        }
        return outcomes;
    }

    private static Bytes channel(JsonNode log) {
        return Bytes.fromHex(log.get("topics").get(1).stringValue());
    }

    private static BigInteger word(Bytes data, int index) {
        return new BigInteger(1, data.slice(32 * index, 32 * index + 32).toArray());
    }

    static String update(Bytes channel, long version, int phase, long timeout) {
        return channel.hex().substring(0, 8) + " version " + Long.toUnsignedString(version) + " phase " + phase
                + " until " + Long.toUnsignedString(timeout);
    }

    static String outcome(Bytes channel, Bytes holder) {
        return channel.hex().substring(0, 8) + " settled by " + holder.hex().substring(0, 8);
    }

    static Bytes holder(Asset asset) {
        return EthereumAsset.of(asset).holder();
    }
}
