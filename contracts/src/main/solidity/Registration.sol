// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Equal} from "./Equal.sol";
import {Allocation, Asset, Params, SignedState, State, SubAlloc} from "./Types.sol";

/// What a state must look like to be registered, apart from its signatures.
///
/// Stricter than perun-eth-contracts v1.0.0, on one principle: a state that could never be concluded is not registered either, so that an
/// older state, which can, keeps its chance. These checks come last, after all those that v1.0.0 has.
library Registration {
    /// A child fits what its parent has locked for it.
    function requireFits(State calldata parent, SubAlloc calldata entry, State calldata child) internal pure {
        Equal.assets(parent.outcome.assets, child.outcome.assets);
        uint256 rows = child.outcome.balances.length;
        require(entry.balances.length == rows, "uint256[]: unequal length");
        for (uint256 a = 0; a < rows; a++) {
            require(entry.balances[a] == total(child.outcome, a), "uint256[]: unequal item");
        }
    }

    /// Each participant of the child is one of the parent.
    function requireMapped(SubAlloc calldata entry, uint256 childCount, uint256 parentCount) internal pure {
        uint16[] calldata map = entry.indexMap;
        require(map.length >= childCount, "index map too short");
        for (uint256 i = 0; i < childCount; i++) {
            require(map[i] < parentCount, "index map out of range");
        }
    }

    /// One row per asset, one balance per participant.
    function requireShape(Params calldata params, Allocation calldata outcome) internal pure {
        uint256[][] calldata rows = outcome.balances;
        require(rows.length == outcome.assets.length, "balances length mismatch");
        uint256 count = params.participants.length;
        for (uint256 a = 0; a < rows.length; a++) {
            require(rows[a].length == count, "balances per asset mismatch");
        }
    }

    /// A holder settles a channel once, and in numbers of 256 bits (`Panic(0x11)` otherwise).
    function requireSettleable(Allocation calldata outcome) internal view {
        Asset[] calldata assets = outcome.assets;
        for (uint256 a = 0; a < assets.length; a++) {
            total(outcome, a);
            for (uint256 b = 0; b < a; b++) {
                require(!(isHere(assets[a]) && isHere(assets[b]) && assets[a].ethHolder == assets[b].ethHolder), "duplicate asset");
            }
        }
    }

    /// Whether the asset is held on this chain. The others are settled elsewhere.
    function isHere(Asset calldata asset) internal view returns (bool) {
        return asset.chainID == block.chainid && asset.ethHolder != address(0);
    }

    /// Everything that a channel owns of an asset, its children's part included.
    function total(Allocation calldata outcome, uint256 asset) internal pure returns (uint256 sum) {
        uint256[] calldata row = outcome.balances[asset];
        for (uint256 p = 0; p < row.length; p++) {
            sum += row[p];
        }
        SubAlloc[] calldata locked = outcome.locked;
        for (uint256 i = 0; i < locked.length; i++) {
            sum += locked[i].balances[asset];
        }
    }
}
