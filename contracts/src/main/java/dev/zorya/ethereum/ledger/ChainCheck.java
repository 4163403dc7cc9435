package dev.zorya.ethereum.ledger;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.artifact.CodeOrigin;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.artifact.DeployedCode;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.ArrayList;
import java.util.List;

/** Makes sure that a node belongs to the right chain and that the money would go to known code (ONCHAIN.md 9, 10). */
final class ChainCheck {
    private final EthereumConfig config;

    ChainCheck(EthereumConfig config) {
        this.config = config;
    }

    /** What a node says about one holder. */
    private record HolderSlots(HeldAsset asset, Slot code, Slot adjudicator, Slot token) {}

    void check(Node node) throws LedgerException, NodeException.Unreachable {
        Batch batch = node.batch();
        Slot chain = batch.ask("eth_chainId");
        Slot adjudicator = batch.code(config.adjudicator());
        List<HolderSlots> holders = new ArrayList<>();
        for (HeldAsset asset : config.assets()) {
            holders.add(new HolderSlots(
                    asset,
                    batch.code(asset.holder()),
                    batch.call(asset.holder(), AssetHolderCalls.adjudicator(), At.LATEST),
                    batch.call(asset.holder(), AssetHolderCalls.token(), At.LATEST)));
        }
        batch.run();
        try {
            long found = chain.quantity().longValue();
            if (found != config.chainId()) {
                throw new LedgerException(
                        LedgerException.Reason.WRONG_CHAIN, Sentences.wrongChain(config.chainId(), found));
            }
        } catch (NodeException.Refused e) {
            throw new NodeException.Unreachable("no chain id", e);
        }
        require(Contract.ADJUDICATOR, "adjudicator", config.adjudicator(), adjudicator, Bytes.EMPTY);
        for (HolderSlots holder : holders) {
            checkHolder(holder);
        }
    }

    private void checkHolder(HolderSlots holder) throws LedgerException {
        HeldAsset asset = holder.asset();
        String what = "holder of " + asset.symbol();
        try {
            switch (asset) {
                case HeldAsset.Ether ether ->
                    require(Contract.ASSET_HOLDER_ETH, what, ether.holder(), holder.code(), Bytes.EMPTY);
                case HeldAsset.Token token -> {
                    require(Contract.ASSET_HOLDER_ERC20, what, token.holder(), holder.code(), token.token());
                    if (!holder.token().address().equals(token.token())) {
                        throw unknown(what, token.holder());
                    }
                }
            }
            if (!holder.adjudicator().address().equals(config.adjudicator())) {
                throw unknown(what, asset.holder());
            }
        } catch (NodeException.Refused e) {
            throw unknown(what, asset.holder());
        }
    }

    private static void require(Contract contract, String what, Bytes address, Slot code, Bytes token)
            throws LedgerException {
        try {
            switch (DeployedCode.origin(contract, code.bytes().hex(), token.hex())) {
                case CodeOrigin.OURS, CodeOrigin.OFFICIAL -> {}
                case CodeOrigin.UNKNOWN, CodeOrigin.ABSENT -> throw unknown(what, address);
            }
        } catch (NodeException.Refused e) {
            throw unknown(what, address);
        }
    }

    private static LedgerException unknown(String what, Bytes address) {
        return new LedgerException(
                LedgerException.Reason.UNKNOWN_CONTRACTS, Sentences.unknownContract(what, AddressText.of(address)));
    }
}
