// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";

/// Holds the chain's own coin. A plain transfer to it is refused: it would belong to nobody.
contract AssetHolderETH is AssetHolder {
    /// What a receiver may use when all are paid at once: enough for a contract wallet that notes what it got.
    uint256 private constant RECEIVER_GAS = 50_000;
    /// The call itself (12,000 if it is the first to that account, 25,000 more for a new one), and a 64th that a call always leaves.
    uint256 private constant RESERVE = 40_000;

    constructor(address _adjudicator) AssetHolder(_adjudicator) {}

    function _receive(address, uint256 amount) internal override {
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

    function _trySend(address receiver, uint256 amount) internal override returns (bool paid) {
        require(gasleft() >= RECEIVER_GAS + RESERVE, "more gas needed");
        assembly ("memory-safe") {
            paid := call(RECEIVER_GAS, receiver, amount, 0, 0, 0, 0)
        }
    }
}
