// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {App} from "../main/App.sol";
import {Params, State} from "../main/Types.sol";

/// Refuses everything with data that is not a text.
contract RefusingApp is App {
    function validTransition(Params calldata, State calldata, State calldata, uint256) external pure {
        assembly ("memory-safe") {
            mstore(0, hex"deadbeef")
            revert(0, 4)
        }
    }
}

/// Reverts with what it was asked, encoded anew: shows that the adjudicator's question decodes to the very arguments.
contract EchoApp is App {
    function validTransition(Params calldata params, State calldata from, State calldata to, uint256 actorIdx)
        external
        pure
    {
        bytes memory heard = abi.encode(params, from, to, actorIdx);
        assembly ("memory-safe") {
            revert(add(heard, 0x20), mload(heard))
        }
    }
}
