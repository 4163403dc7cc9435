// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {App} from "./App.sol";
import {Encoding} from "./Encoding.sol";
import {Equal} from "./Equal.sol";
import {Params, State} from "./Types.sol";

/// What may change when one participant replaces a registered state alone.
library Transition {
    /// The rules that hold for every app.
    ///
    /// Stricter than perun-eth-contracts v1.0.0: the backends must not change either. Only the actor has signed the new state, and there
    /// are clients that cannot read a state with too many or too few of them.
    function requireValid(Params calldata params, State calldata from, State calldata to) internal pure {
        require(to.version == from.version + 1, "version must increment by one");
        require(!from.isFinal, "cannot progress from final state");
        uint256 rows = from.outcome.balances.length;
        require(to.outcome.balances.length == rows, "balances length mismatch");
        require(to.outcome.assets.length == from.outcome.assets.length, "assets length mismatch");
        Equal.locked(from.outcome.locked, to.outcome.locked);
        uint256 count = params.participants.length;
        for (uint256 a = 0; a < rows; a++) {
            Equal.asset(from.outcome.assets[a], to.outcome.assets[a]);
            uint256[] calldata later = to.outcome.balances[a];
            // the old row has one balance per participant since it was registered
            require(later.length == count, "new balances length mismatch");
            require(_sum(from.outcome.balances[a]) == _sum(later), "sum of balances mismatch");
        }
        require(
            keccak256(abi.encodePacked(from.outcome.backends)) == keccak256(abi.encodePacked(to.outcome.backends)),
            "unequal backends"
        );
    }

    /// Asks the app, which cannot change anything. What it reverts with is passed on.
    function requireAllowed(Params calldata params, State calldata from, State calldata to, uint256 actorIdx) internal view {
        address app = params.app;
        // a call to an address without code succeeds, and nothing would have been checked
        require(app.code.length != 0);
        bytes calldata p = Encoding.params(params);
        bytes calldata f = Encoding.state(from);
        bytes calldata t = Encoding.state(to);
        uint256 head = 4 * 32;
        bytes memory question = bytes.concat(
            App.validTransition.selector,
            abi.encode(head, head + p.length, head + p.length + f.length, actorIdx),
            p,
            f,
            t
        );
        (bool allowed, bytes memory reason) = app.staticcall(question);
        if (!allowed) {
            assembly ("memory-safe") {
                revert(add(reason, 0x20), mload(reason))
            }
        }
    }

    function _sum(uint256[] calldata row) private pure returns (uint256 sum) {
        for (uint256 p = 0; p < row.length; p++) {
            sum += row[p];
        }
    }
}
