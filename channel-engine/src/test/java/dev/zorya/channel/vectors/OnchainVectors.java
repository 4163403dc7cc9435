package dev.zorya.channel.vectors;

import static dev.zorya.channel.vectors.Vectors.bytes;
import static dev.zorya.channel.vectors.Vectors.list;
import static dev.zorya.channel.vectors.Vectors.number;
import static dev.zorya.channel.vectors.Vectors.text;
import static dev.zorya.channel.vectors.Vectors.uint64;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.WithdrawalAuth;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The cases of onchain-encodings.json, whose structs are those of the contracts, as our values. */
public final class OnchainVectors {
    /** The other ledger of the case {@code second-ledger}. */
    public static final int SECOND_LEDGER = 7;

    private static final JsonNode FILE = Vectors.load("onchain-encodings");
    private static final Bytes ZERO_ADDRESS = Bytes.zero(20);
    private static final Bytes NO_CROSS_CHAIN = Bytes.zero(32);

    private OnchainVectors() {}

    public static JsonNode cases() {
        return FILE.required("cases");
    }

    public static JsonNode withdrawalAuths() {
        return FILE.required("withdrawalAuths");
    }

    public static JsonNode row(String name) {
        for (JsonNode row : cases()) {
            if (text(row, "name").equals(name)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no case " + name);
    }

    public static EthereumKey key(int index) {
        return EthereumKey.of(
                bytes(FILE.required("keys").get(index), "privateKey").toArray());
    }

    public static Params params(JsonNode row) {
        JsonNode params = row.required("params");
        Bytes app = bytes(params, "app");
        return new Params(
                uint64(params, "challengeDuration"),
                list(params.required("participants"), OnchainVectors::participant),
                app.equals(ZERO_ADDRESS) ? App.NONE : new App.Contract(app),
                number(params.required("nonce")),
                params.required("ledgerChannel").booleanValue(),
                params.required("virtualChannel").booleanValue(),
                Bytes.zero(Params.AUX_SIZE));
    }

    public static State state(JsonNode row) {
        JsonNode state = row.required("state");
        JsonNode outcome = state.required("outcome");
        List<Asset> assets = new ArrayList<>();
        for (int i = 0; i < outcome.required("assets").size(); i++) {
            assets.add(asset(
                    outcome.required("assets").get(i),
                    number(outcome.required("backends").get(i)).intValueExact()));
        }
        return new State(
                new ChannelId(bytes(state, "channelID")),
                uint64(state, "version"),
                new Allocation(
                        assets,
                        Vectors.balances(outcome.required("balances")),
                        list(outcome.required("locked"), OnchainVectors::locked)),
                state.required("isFinal").booleanValue(),
                params(row).app(),
                bytes(state, "appData"));
    }

    public static Transaction transaction(JsonNode row) {
        Transaction transaction = Transaction.unsigned(state(row));
        for (int i = 0; i < row.required("signatures").size(); i++) {
            transaction = transaction.with(
                    i, new Signature(bytes(row.required("signatures").get(i), "signature")));
        }
        return transaction;
    }

    public static SignedState signed(JsonNode row) {
        return new SignedState(params(row), transaction(row));
    }

    public static WithdrawalAuth auth(JsonNode row) {
        return new WithdrawalAuth(
                new ChannelId(bytes(row, "channelID")),
                bytes(row.required("participant"), "ethAddress"),
                bytes(row.required("participant"), "ccAddress"),
                bytes(row, "receiver"),
                number(row.required("amount")));
    }

    private static Participant participant(JsonNode participant) {
        SortedMap<Integer, Bytes> addresses = new TreeMap<>();
        addresses.put(BackendId.ETHEREUM, bytes(participant, "ethAddress"));
        Bytes crossChain = bytes(participant, "ccAddress");
        if (!crossChain.equals(NO_CROSS_CHAIN)) {
            addresses.put(SECOND_LEDGER, crossChain);
        }
        return new Participant(new AddressMap(addresses));
    }

    private static Asset asset(JsonNode asset, int backend) {
        return backend == BackendId.ETHEREUM
                ? new EthereumAsset(number(asset.required("chainID")), bytes(asset, "ethHolder")).toAsset()
                : new Asset(backend, bytes(asset, "ccHolder"));
    }

    private static SubAllocation locked(JsonNode locked) {
        return new SubAllocation(
                new ChannelId(bytes(locked, "ID")),
                list(locked.required("balances"), Vectors::number),
                Vectors.indexMap(locked.required("indexMap")));
    }
}
