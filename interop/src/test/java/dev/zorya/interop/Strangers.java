package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.ethereum.anvil.AnvilException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Two people who fill the chain with registrations of channels that nobody at the table knows. */
final class Strangers {
    private static final List<EthereumKey> KEYS = Stream.of("one stranger", "another stranger")
            .map(name -> EthereumKey.of(HexFormat.of().parseHex(CommandLine.key(name))))
            .toList();
    private static final AtomicLong NONCES = new AtomicLong();
    private static final String GAS = "0x1e8480";

    private final LiveChain chain;
    private final JsonNode contracts;
    private final String payer;

    Strangers(LiveChain chain, JsonNode contracts) throws AnvilException {
        this.chain = chain;
        this.contracts = contracts;
        this.payer = chain.control().request("eth_accounts").path(0).asString();
    }

    /** So many channels; returns when all are registered. */
    void register(int channels) throws AnvilException, InterruptedException {
        List<String> sent = new ArrayList<>();
        for (int count = 0; count < channels; count++) {
            Map<String, String> call = Map.of(
                    "from",
                    payer,
                    "to",
                    contracts.path("adjudicator").asString(),
                    "gas",
                    GAS,
                    "data",
                    "0x" + AdjudicatorCalls.register(channel(), List.of()).hex());
            sent.add(chain.control().request("eth_sendTransaction", call).asString());
        }
        for (String transaction : sent) {
            String status = receipt(transaction).path("status").asString();
            assertEquals("0x1", status, "a registration of strangers");
        }
    }

    private JsonNode receipt(String transaction) throws AnvilException, InterruptedException {
        JsonNode receipt = chain.control().request("eth_getTransactionReceipt", transaction);
        while (receipt.isNull()) {
            Thread.sleep(5);
            receipt = chain.control().request("eth_getTransactionReceipt", transaction);
        }
        return receipt;
    }

    private SignedState channel() throws AnvilException {
        Params params = new Params(
                600,
                KEYS.stream().map(key -> Participant.ethereum(key.address())).toList(),
                App.NONE,
                BigInteger.valueOf(NONCES.incrementAndGet()),
                true,
                false,
                Bytes.zero(Params.AUX_SIZE));
        BigInteger chainId = BigInteger.valueOf(chain.control().chainId());
        String holder = contracts.path("assets").path(0).path("holder").asString();
        Allocation allocation = new Allocation(
                List.of(new EthereumAsset(chainId, Bytes.fromHex(holder)).toAsset()),
                Balances.single(BigInteger.ONE, BigInteger.TWO),
                List.of());
        State state = new State(EthereumEncoding.channelId(params), 1, allocation, false, App.NONE, Bytes.EMPTY);
        Bytes digest = new EthereumScheme().digest(state);
        return new SignedState(
                params,
                Transaction.unsigned(state)
                        .with(0, KEYS.get(0).sign(digest))
                        .with(1, KEYS.get(1).sign(digest)));
    }
}
