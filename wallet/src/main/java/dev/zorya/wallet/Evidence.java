package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.ethereum.ledger.Proceeding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What anybody needs to check a dispute without this wallet. Amounts are decimal, everything else that is bytes is hexadecimal with
 * 0x; {@code encoded} is what is hashed, as in ONCHAIN.md 3: a channel's id is the Keccak hash of its params, and a signature is one of
 * EIP-191 over the Keccak hash of the state.
 *
 * @param newest the newest state with the signatures of both, or null if there is none
 * @param seen what the watcher saw, oldest first
 * @param said what the chain says at this moment, oldest first; empty if it did not answer
 * @param own the wallet's own transactions for the channel, oldest first
 */
record Evidence(
        Instant written,
        long chainId,
        Bytes adjudicator,
        ChannelId channel,
        Params params,
        @Nullable Transaction newest,
        List<Docket.Line> seen,
        Optional<List<Proceeding>> said,
        List<OwnTransaction> own) {
    private static final JsonMapper JSON = new JsonMapper();

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "zorya-dispute-evidence");
        all.put("version", 1);
        all.put("written", written.toString());
        all.put("chainId", chainId);
        all.put("adjudicator", AddressText.of(adjudicator));
        all.put("channel", channelFacts());
        all.put("newest", newest == null ? null : state(newest));
        all.put("seen", seen.stream().map(Evidence::seen).toList());
        all.put("chainAnswered", said.isPresent());
        all.put(
                "registered",
                said.orElse(List.of()).stream().map(this::registered).toList());
        all.put("ownTransactions", own.stream().map(Evidence::own).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private Map<String, Object> channelFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", hex(channel.bytes()));
        facts.put("challengeSeconds", Long.toUnsignedString(params.challengeDuration()));
        facts.put("participants", params.parts().stream().map(Evidence::address).toList());
        facts.put("encoded", hex(EthereumEncoding.encode(params)));
        return facts;
    }

    private Map<String, Object> state(Transaction signed) {
        State state = signed.state();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", Long.toUnsignedString(state.version()));
        facts.put("final", state.isFinal());
        facts.put(
                "balances",
                state.balances().rows().stream()
                        .map(row -> row.stream().map(String::valueOf).toList())
                        .toList());
        facts.put("encoded", hex(EthereumEncoding.encode(state)));
        facts.put("hash", hex(EthereumEncoding.stateHash(state)));
        List<Object> signatures = new ArrayList<>();
        for (Map.Entry<Integer, Signature> entry : signed.signatures().entrySet()) {
            Map<String, Object> signature = new LinkedHashMap<>();
            signature.put("by", address(params.parts().get(entry.getKey())));
            signature.put("signature", hex(entry.getValue().bytes()));
            signatures.add(signature);
        }
        facts.put("signatures", signatures);
        return facts;
    }

    private static Map<String, Object> seen(Docket.Line line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", line.entry().at().toString());
        facts.put("what", line.move().name());
        facts.put("version", Long.toUnsignedString(line.entry().version()));
        facts.put("block", line.value("block"));
        facts.put("timeout", line.value("timeout"));
        facts.put("stateHash", line.value("state"));
        return facts;
    }

    private Map<String, Object> registered(Proceeding step) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("transaction", hex(step.transaction()));
        facts.put("block", step.block());
        facts.put("version", Long.toUnsignedString(step.version()));
        facts.put("phase", phase(step.phase()));
        facts.put("timeout", step.timeout().toString());
        Transaction shown = step.shown();
        facts.put("state", shown == null ? null : state(shown));
        return facts;
    }

    /** ONCHAIN.md 5. */
    private static String phase(int number) {
        return switch (number) {
            case 0 -> "dispute";
            case 1 -> "forced execution";
            case 2 -> "concluded";
            default -> Integer.toString(number);
        };
    }

    private static Map<String, Object> own(OwnTransaction transaction) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "purpose",
                transaction.intentKey().substring(0, transaction.intentKey().indexOf('/')));
        facts.put("state", transaction.status().name());
        facts.put("to", AddressText.of(transaction.to()));
        facts.put("hashes", transaction.hashes().stream().map(Evidence::hex).toList());
        facts.put("block", transaction.block());
        facts.put("fee", transaction.fee().toString());
        return facts;
    }

    private static String address(Participant participant) {
        return participant.on(BackendId.ETHEREUM).map(AddressText::of).orElse("");
    }

    private static String hex(Bytes bytes) {
        return "0x" + bytes.hex();
    }
}
