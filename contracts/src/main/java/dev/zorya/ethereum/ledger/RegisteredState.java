package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the state that the judge holds in the calldata of the transaction that registered, progressed or concluded it. Calldata
 * proves nothing by itself (safety rule 8): a state counts only if its hash is the one that the judge holds.
 */
final class RegisteredState {
    private static final String REGISTER = "e9aa7e02";
    private static final String PROGRESS = "4c8a2c90";
    private static final String CONCLUDE = "e7c01d05";
    private static final String CONCLUDE_FINAL = "75a87223";
    private static final String CONCLUDE_FINAL_AND_PAY = "f0cad9a5";
    private static final int SELECTOR = 4;

    private final Words in;
    private final App app;

    private RegisteredState(Words in, App app) {
        this.in = in;
        this.app = app;
    }

    /**
     * The state with this hash, if the calldata holds it in a form that our own values can say.
     *
     * @param app of the channel's params; on the chain it stands in the params only
     */
    static Optional<State> in(Bytes calldata, Bytes stateHash, App app) {
        if (calldata.size() < SELECTOR) {
            return Optional.empty();
        }
        Words in = new Words(calldata.slice(SELECTOR, calldata.size()));
        RegisteredState reader = new RegisteredState(in, app);
        try {
            return reader.candidates(calldata.slice(0, SELECTOR).hex()).stream()
                    .map(reader::state)
                    .filter(state -> EthereumEncoding.stateHash(state).equals(stateHash))
                    .findFirst();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /**
     * The state of a channel with the signatures beside it, as the calldata of a registration shows them. They are good only if they
     * verify.
     */
    static Optional<Transaction> signed(Bytes calldata, ChannelId channel, long version, App app) {
        if (calldata.size() < SELECTOR || !calldata.slice(0, SELECTOR).hex().equals(REGISTER)) {
            return Optional.empty();
        }
        Words in = new Words(calldata.slice(SELECTOR, calldata.size()));
        RegisteredState reader = new RegisteredState(in, app);
        try {
            List<Integer> all = new ArrayList<>(List.of(in.follow(0, 0)));
            all.addAll(in.dynamic(in.follow(0, 1), position -> position));
            return all.stream()
                    .map(reader::signed)
                    .filter(shown ->
                            shown.state().id().equals(channel) && shown.state().version() == version)
                    .findFirst();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private Transaction signed(int at) {
        Transaction shown = Transaction.unsigned(state(in.follow(at, 1)));
        List<Bytes> signatures = in.dynamic(in.follow(at, 2), in::bytes);
        for (int participant = 0; participant < signatures.size(); participant++) {
            shown = shown.with(participant, new Signature(signatures.get(participant)));
        }
        return shown;
    }

    /** Where states begin. */
    private List<Integer> candidates(String function) {
        return switch (function) {
            case REGISTER -> {
                List<Integer> all = new ArrayList<>(List.of(in.follow(in.follow(0, 0), 1)));
                all.addAll(in.dynamic(in.follow(0, 1), signed -> in.follow(signed, 1)));
                yield all;
            }
            case PROGRESS -> List.of(in.follow(0, 2));
            case CONCLUDE -> {
                List<Integer> all = new ArrayList<>(List.of(in.follow(0, 1)));
                all.addAll(in.dynamic(in.follow(0, 2), position -> position));
                yield all;
            }
            case CONCLUDE_FINAL, CONCLUDE_FINAL_AND_PAY -> List.of(in.follow(0, 1));
            default -> List.of();
        };
    }

    private State state(int at) {
        return new State(
                new ChannelId(in.fixed(at)),
                in.low64(Words.slot(at, 1)),
                allocation(in.follow(at, 2)),
                in.flag(Words.slot(at, 4)),
                app,
                in.bytes(in.follow(at, 3)));
    }

    private Allocation allocation(int at) {
        List<BigInteger> backends = in.words(in.follow(at, 1), in::number);
        List<Integer> assets = in.dynamic(in.follow(at, 0), position -> position);
        if (assets.size() != backends.size()) {
            throw new MalformedException("not one backend for each asset");
        }
        List<Asset> read = new ArrayList<>();
        for (int index = 0; index < assets.size(); index++) {
            read.add(asset(assets.get(index), backends.get(index)));
        }
        List<List<BigInteger>> rows = in.dynamic(in.follow(at, 2), row -> in.words(row, in::number));
        return new Allocation(read, new Balances(rows), in.dynamic(in.follow(at, 3), this::locked));
    }

    private Asset asset(int at, BigInteger backend) {
        return backend.equals(BigInteger.valueOf(BackendId.ETHEREUM))
                ? new EthereumAsset(in.number(at), in.address(Words.slot(at, 1))).toAsset()
                : new Asset(backend.intValue(), in.bytes(in.follow(at, 2)));
    }

    private SubAllocation locked(int at) {
        return new SubAllocation(
                new ChannelId(in.fixed(at)),
                in.words(in.follow(at, 1), in::number),
                in.words(in.follow(at, 2), position -> in.number(position).intValue()));
    }
}
