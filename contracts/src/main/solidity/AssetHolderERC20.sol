// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";

interface Token {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function permit(address owner, address spender, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external;
}

/// Holds one ERC-20 token, also one that answers nothing on success. A token that delivers less than it was asked to (fee on transfer) is
/// refused at the deposit. Tokens that change balances by themselves do not fit: the client must refuse them.
contract AssetHolderERC20 is AssetHolder {
    /// What a token may use for each transfer when all are paid at once.
    uint256 private constant TRANSFER_GAS = 300_000;
    /// The call itself, and a 64th that a call always leaves.
    uint256 private constant RESERVE = 20_000;

    address public immutable token;

    constructor(address _adjudicator, address _token) AssetHolder(_adjudicator) {
        token = _token;
    }

    /// Approves and deposits in one transaction: the caller's allowance comes as an EIP-2612 signature.
    ///
    /// Anybody who has seen the signature can bring it to the token first. Then the permit fails and the allowance is there all the same, so
    /// only the transfer decides.
    function depositWithPermit(bytes32 fundingID, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        bytes memory permit = abi.encodeCall(Token.permit, (msg.sender, address(this), amount, deadline, v, r, s));
        (bool returned,) = token.call(permit);
        returned; // see above
        _deposit(msg.sender, fundingID, amount);
    }

    /// What has arrived decides, not what the token says. In assembly, so that these two looks pay for themselves.
    function _receive(address payer, uint256 amount) internal override {
        require(msg.value == 0, "message value must be 0 for token deposit");
        address target = token;
        uint256 before;
        uint256 later;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(0x00, 0x70a0823100000000000000000000000000000000000000000000000000000000) // balanceOf(address)
            mstore(0x04, address())
            pop(staticcall(gas(), target, 0x00, 0x24, free, 0x20))
            before := mload(free)
            mstore(free, 0x23b872dd00000000000000000000000000000000000000000000000000000000) // transferFrom(address,address,uint256)
            mstore(add(free, 0x04), payer)
            mstore(add(free, 0x24), address())
            mstore(add(free, 0x44), amount)
            if iszero(call(gas(), target, 0, free, 0x64, 0, 0)) {
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
            mstore(free, before) // stays if nobody answers
            pop(staticcall(gas(), target, 0x00, 0x24, free, 0x20))
            later := mload(free)
        }
        unchecked {
            if (later < before + amount) revert(later == before ? "transferFrom failed" : "token delivers less");
        }
    }

    function _send(address receiver, uint256 amount) internal override {
        (bool returned, bool agreed) = _transfer(gasleft(), receiver, amount);
        if (!returned) _passOn();
        require(agreed, "transfer failed");
    }

    function _trySend(address receiver, uint256 amount) internal override returns (bool paid) {
        require(gasleft() >= TRANSFER_GAS + RESERVE, "more gas needed");
        (bool returned, bool agreed) = _transfer(TRANSFER_GAS, receiver, amount);
        return returned && agreed;
    }

    /// @return returned the token did not revert
    /// @return agreed it said yes. No answer counts as yes if the token is a contract at all
    function _transfer(uint256 limit, address receiver, uint256 amount) private returns (bool returned, bool agreed) {
        address target = token;
        bytes memory order = abi.encodeCall(Token.transfer, (receiver, amount));
        assembly ("memory-safe") {
            returned := call(limit, target, 0, add(order, 0x20), mload(order), 0x00, 0x20)
            switch returndatasize()
            case 0 { agreed := gt(extcodesize(target), 0) }
            default { agreed := and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)) }
        }
    }

    /// Reverts with what the token has reverted with.
    function _passOn() private pure {
        assembly ("memory-safe") {
            let free := mload(0x40)
            returndatacopy(free, 0, returndatasize())
            revert(free, returndatasize())
        }
    }
}
