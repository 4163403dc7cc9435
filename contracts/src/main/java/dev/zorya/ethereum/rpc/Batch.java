package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions that travel together in one request, so that many watched channels do not mean many round trips. Ask, run once,
 * then read each {@link Slot}. Not for several threads.
 */
public final class Batch {
    private final Node node;
    private final List<Question> questions = new ArrayList<>();

    record Question(String method, List<?> parameters, Slot slot) {}

    Batch(Node node) {
        this.node = node;
    }

    /** Any question of the JSON-RPC interface. */
    public Slot ask(String method, Object... parameters) {
        Slot slot = new Slot(method);
        questions.add(new Question(method, List.of(parameters), slot));
        return slot;
    }

    /** What a contract would answer. */
    public Slot call(Bytes to, Bytes data, At at) {
        return ask("eth_call", Map.of("to", hex(to), "data", hex(data)), at.tag());
    }

    public Slot code(Bytes address) {
        return ask("eth_getCode", hex(address), At.LATEST.tag());
    }

    /** In wei. */
    public Slot balance(Bytes account, At at) {
        return ask("eth_getBalance", hex(account), at.tag());
    }

    /** How many transactions of the account are in the chain so far; the next nonce. */
    public Slot nonce(Bytes account, At at) {
        return ask("eth_getTransactionCount", hex(account), at.tag());
    }

    /**
     * What a transaction would use if it were next; refused with the revert reason if it would revert.
     *
     * @param to empty to create a contract
     */
    public Slot gas(Bytes from, Bytes to, BigInteger value, Bytes data, At at) {
        Map<String, String> transaction = new HashMap<>();
        transaction.put("from", hex(from));
        if (to.size() > 0) {
            transaction.put("to", hex(to));
        }
        transaction.put("value", "0x" + value.toString(16));
        transaction.put("data", hex(data));
        return ask("eth_estimateGas", transaction, at.tag());
    }

    /** What others pay at present to whoever makes the block, wei per gas. */
    public Slot priorityFee() {
        return ask("eth_maxPriorityFeePerGas");
    }

    public Slot receipt(Bytes transaction) {
        return ask("eth_getTransactionReceipt", hex(transaction));
    }

    public Slot head() {
        return block(At.LATEST);
    }

    /** A block without its transactions; JSON null if there is no such block. */
    public Slot block(At at) {
        return ask("eth_getBlockByNumber", at.tag(), false);
    }

    /**
     * Asks the node. The answers are in the slots then; each tells by itself if the node refused it.
     *
     * @throws NodeException.Unreachable if none or not all answers came
     */
    public void run() throws NodeException.Unreachable {
        node.exchange(questions);
    }

    static String hex(Bytes bytes) {
        return "0x" + bytes.hex();
    }
}
