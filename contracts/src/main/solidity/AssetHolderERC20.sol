// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";

interface Token {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// Holds one ERC-20 token, also one that answers nothing on success. Tokens that deliver less than they were asked to (fee on transfer) or
/// change balances by themselves do not fit: the client must refuse them.
contract AssetHolderERC20 is AssetHolder {
    address public immutable token;

    constructor(address _adjudicator, address _token) AssetHolder(_adjudicator) {
        token = _token;
    }

    function _receive(uint256 amount) internal override {
        require(msg.value == 0, "message value must be 0 for token deposit");
        bool done = _move(abi.encodeCall(Token.transferFrom, (msg.sender, address(this), amount)));
        require(done, "transferFrom failed");
    }

    function _send(address receiver, uint256 amount) internal override {
        bool done = _move(abi.encodeCall(Token.transfer, (receiver, amount)));
        require(done, "transfer failed");
    }

    /// Calls the token; what it reverts with is passed on. No answer counts as yes if the token is a contract at all.
    function _move(bytes memory order) private returns (bool done) {
        address target = token;
        assembly ("memory-safe") {
            if iszero(call(gas(), target, 0, add(order, 0x20), mload(order), 0x00, 0x20)) {
                let free := mload(0x40)
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
            switch returndatasize()
            case 0 { done := gt(extcodesize(target), 0) }
            default { done := and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)) }
        }
    }
}
