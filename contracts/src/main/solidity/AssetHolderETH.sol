// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";

/// Holds the chain's own coin. A plain transfer to it is refused: it would belong to nobody.
contract AssetHolderETH is AssetHolder {
    constructor(address _adjudicator) AssetHolder(_adjudicator) {}

    function _receive(uint256 amount) internal override {
        require(msg.value == amount, "wrong amount of ETH for deposit");
    }

    /// With all gas that is left, so that a contract wallet can be paid; what the receiver answers is not read.
    function _send(address receiver, uint256 amount) internal override {
        bool paid;
        assembly ("memory-safe") {
            paid := call(gas(), receiver, amount, 0, 0, 0, 0)
        }
        require(paid);
    }
}
