package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Asset;
import dev.zorya.ethereum.artifact.CodeOrigin;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.artifact.DeployedCode;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells our contracts, which can do more, from the official ones. By their code, asked each time. */
final class OwnContracts {
    private OwnContracts() {}

    /** Whether the adjudicator and the holders of all these assets are our builds; false if the node does not say. */
    static boolean hold(Node node, EthereumConfig config, List<Asset> assets) throws NodeException.Unreachable {
        Batch batch = node.batch();
        Map<Slot, Contract> codes = new LinkedHashMap<>();
        codes.put(batch.code(config.adjudicator()), Contract.ADJUDICATOR);
        for (Asset asset : assets) {
            Optional<HeldAsset> held = config.find(asset);
            if (held.isEmpty()) {
                return false;
            }
            codes.put(batch.code(held.get().holder()), contract(held.get()));
        }
        batch.run();
        try {
            for (Map.Entry<Slot, Contract> code : codes.entrySet()) {
                String found = code.getKey().bytes().hex();
                if (DeployedCode.origin(code.getValue(), found) != CodeOrigin.OURS) {
                    return false;
                }
            }
            return true;
        } catch (NodeException.Refused e) {
            return false;
        }
    }

    private static Contract contract(HeldAsset asset) {
        return switch (asset) {
            case HeldAsset.Ether ether -> Contract.ASSET_HOLDER_ETH;
            case HeldAsset.Token token -> Contract.ASSET_HOLDER_ERC20;
        };
    }
}
