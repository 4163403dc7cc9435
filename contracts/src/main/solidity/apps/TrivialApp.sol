// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {App} from "../App.sol";
import {Params, State} from "../Types.sol";

/// An app without rules, for practice and tests: whoever acts may take everything.
contract TrivialApp is App {
    function validTransition(Params calldata, State calldata, State calldata, uint256) external pure {}
}
