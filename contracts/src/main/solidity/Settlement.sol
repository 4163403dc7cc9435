// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";
import {Encoding} from "./Encoding.sol";
import {Registration} from "./Registration.sol";
import {Asset, Params, State} from "./Types.sol";

/// Tells the holders of a channel's assets on this chain what the outcome is.
library Settlement {
    /// The holders keep the outcome until each participant withdraws.
    /// @param outcome the state's balances with those of its children
    function settle(Params calldata params, State calldata state, uint256[][] memory outcome) internal {
        Asset[] calldata assets = state.outcome.assets;
        bytes calldata members = Encoding.participants(params);
        for (uint256 a = 0; a < assets.length; a++) {
            _tell(AssetHolder.setOutcome.selector, state.channelID, assets[a], members, outcome[a]);
        }
    }

    /// The same for a state that locks nothing.
    function settle(Params calldata params, State calldata state) internal {
        _tellAll(AssetHolder.setOutcome.selector, params, state);
    }

    /// The holders pay the outcome to the participants' own addresses. The state locks nothing.
    function pay(Params calldata params, State calldata state) internal {
        // a holder that keeps an outcome notices the second one by itself
        if (state.outcome.assets.length > 1) Registration.requireSettleable(state.outcome);
        _tellAll(AssetHolder.payOut.selector, params, state);
    }

    function _tellAll(bytes4 what, Params calldata params, State calldata state) private {
        Asset[] calldata assets = state.outcome.assets;
        bytes calldata members = Encoding.participants(params);
        for (uint256 a = 0; a < assets.length; a++) {
            _tell(what, state.channelID, assets[a], members, state.outcome.balances[a]);
        }
    }

    /// Calls a function of a holder that has the arguments of `setOutcome`. What it reverts with is passed on.
    ///
    /// In assembly because the participants go on as the bytes that they came in: reading and encoding them costs 1,500 gas for two.
    function _tell(bytes4 what, bytes32 id, Asset calldata asset, bytes calldata members, uint256[] memory row) private {
        if (!Registration.isHere(asset)) return;
        address holder = asset.ethHolder;
        assembly ("memory-safe") {
            let free := mload(0x40)
            let rowSize := add(0x20, shl(5, mload(row)))
            mstore(free, what)
            mstore(add(free, 0x04), id)
            mstore(add(free, 0x24), 0x60)
            mstore(add(free, 0x44), add(0x60, members.length))
            calldatacopy(add(free, 0x64), members.offset, members.length)
            mcopy(add(add(free, 0x64), members.length), row, rowSize)
            if iszero(call(gas(), holder, 0, free, add(add(0x64, members.length), rowSize), 0, 0)) {
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
            // an account without code agrees to anything
            if iszero(returndatasize()) {
                if iszero(extcodesize(holder)) { revert(0, 0) }
            }
        }
    }
}
