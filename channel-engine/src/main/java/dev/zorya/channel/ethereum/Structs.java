package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The contracts' structs, filled the way go-perun's Ethereum backend fills them (ONCHAIN.md 2). */
final class Structs {
    static final String PARAMS = "(uint256,uint256,(address,bytes)[],address,bool,bool)";
    static final String STATE =
            "(bytes32,uint64,((uint256,address,bytes)[],uint256[],uint256[][],(bytes32,uint256[],uint16[])[]),bytes,bool)";
    static final String SIGNED = "(" + PARAMS + "," + STATE + ",bytes[])";
    static final String AUTH = "(bytes32,(address,bytes),address,uint256)";

    private static final Bytes NO_APP = Bytes.zero(20);
    private static final Bytes NO_HOLDER = Bytes.zero(20);
    private static final Bytes NO_CROSS_CHAIN = Bytes.zero(32);

    private Structs() {}

    static void params(AbiWriter out, Params params) {
        int tuple = out.tuple(6);
        out.uint64(tuple, 0, params.challengeDuration());
        out.uint(tuple, 1, params.nonce());
        participants(out, tuple, 2, params.parts());
        out.address(tuple, 3, appAddress(params.app()));
        out.bool(tuple, 4, params.ledgerChannel());
        out.bool(tuple, 5, params.virtualChannel());
    }

    static void participants(AbiWriter out, int tuple, int slot, List<Participant> parts) {
        out.array(tuple, slot, parts, (writer, part) -> participant(writer, ethereumAddress(part), crossChain(part)));
    }

    static void state(AbiWriter out, State state) {
        int tuple = out.tuple(5);
        out.bytes32(tuple, 0, state.id().bytes());
        out.uint64(tuple, 1, state.version());
        out.dynamic(tuple, 2, writer -> allocation(writer, state.allocation()));
        out.bytes(tuple, 3, state.data());
        out.bool(tuple, 4, state.isFinal());
    }

    static void signed(AbiWriter out, SignedState signed) {
        int tuple = out.tuple(3);
        out.dynamic(tuple, 0, writer -> params(writer, signed.params()));
        out.dynamic(tuple, 1, writer -> state(writer, signed.transaction().state()));
        signatures(out, tuple, 2, signed.transaction().ordered());
    }

    static void signatures(AbiWriter out, int tuple, int slot, List<Signature> signatures) {
        out.words(tuple, slot, signatures, (writer, array, i, signature) -> writer.bytes(array, i, signature.bytes()));
    }

    static void auth(AbiWriter out, WithdrawalAuth auth) {
        int tuple = out.tuple(4);
        out.bytes32(tuple, 0, auth.channelId().bytes());
        out.dynamic(tuple, 1, writer -> participant(writer, auth.participant(), auth.ccAddress()));
        out.address(tuple, 2, auth.receiver());
        out.uint(tuple, 3, auth.amount());
    }

    /** The Ethereum address of a participant; a channel of the contracts cannot do without. */
    static Bytes ethereumAddress(Participant participant) {
        return participant
                .on(BackendId.ETHEREUM)
                .orElseThrow(() -> new MalformedException("participant without an Ethereum address"));
    }

    private static void participant(AbiWriter out, Bytes address, Bytes crossChain) {
        int tuple = out.tuple(2);
        out.address(tuple, 0, address);
        out.bytes(tuple, 1, crossChain);
    }

    /** With two other ledgers go-perun takes whichever its map yields first, so such a channel has no one id. */
    private static Bytes crossChain(Participant participant) {
        List<Bytes> others = participant.addresses().entries().entrySet().stream()
                .filter(entry -> entry.getKey() != BackendId.ETHEREUM)
                .map(Map.Entry::getValue)
                .toList();
        if (others.size() > 1) {
            throw new MalformedException("participant with addresses on more than two ledgers");
        }
        return others.isEmpty() ? NO_CROSS_CHAIN : others.getFirst();
    }

    private static Bytes appAddress(App app) {
        return switch (app) {
            case App.None none -> NO_APP;
            case App.Contract contract -> contract.id();
        };
    }

    private static void allocation(AbiWriter out, Allocation allocation) {
        int tuple = out.tuple(4);
        out.array(tuple, 0, allocation.assets(), Structs::asset);
        out.words(tuple, 1, allocation.assets(), (writer, array, i, asset) -> writer.uint(array, i, backend(asset)));
        out.words(
                tuple,
                2,
                allocation.balances().rows(),
                (writer, array, i, row) -> writer.words(array, i, row, AbiWriter::uint));
        int participants = allocation.balances().participants();
        out.array(tuple, 3, allocation.locked(), (writer, sub) -> locked(writer, sub, participants));
    }

    private static void asset(AbiWriter out, Asset asset) {
        int tuple = out.tuple(3);
        if (asset.backendId() == BackendId.ETHEREUM) {
            EthereumAsset ethereum = EthereumAsset.of(asset);
            out.uint(tuple, 0, ethereum.chainId());
            out.address(tuple, 1, ethereum.holder());
            out.bytes(tuple, 2, NO_CROSS_CHAIN);
        } else {
            out.uint(tuple, 0, backend(asset));
            out.address(tuple, 1, NO_HOLDER);
            out.bytes(tuple, 2, asset.binary());
        }
    }

    private static BigInteger backend(Asset asset) {
        return BigInteger.valueOf(Integer.toUnsignedLong(asset.backendId()));
    }

    private static void locked(AbiWriter out, SubAllocation sub, int participants) {
        int tuple = out.tuple(3);
        out.bytes32(tuple, 0, sub.id().bytes());
        out.words(tuple, 1, sub.balances(), AbiWriter::uint);
        out.words(
                tuple, 2, sub.fullIndexMap(participants), (writer, array, i, index) -> writer.uint64(array, i, index));
    }
}
