// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PracticeToken} from "../main/tokens/PracticeToken.sol";

/// A token that says nothing on success, as some old ones do.
contract SilentToken {
    mapping(address => uint256) public balanceOf;

    constructor(address account, uint256 amount) {
        balanceOf[account] = amount;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// A token that says no instead of reverting, once it is told to.
contract DenyingToken {
    mapping(address => uint256) public balanceOf;
    bool private denies;

    constructor(address account, uint256 amount) {
        balanceOf[account] = amount;
    }

    function deny() external {
        denies = true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        if (denies) return false;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}

/// A token whose owner can begin to keep a part of each transfer, as some big ones can.
contract FeeToken {
    mapping(address => uint256) public balanceOf;
    uint256 private fee;

    constructor(address account, uint256 amount) {
        balanceOf[account] = amount;
    }

    function take(uint256 ofEach) external {
        fee = ofEach;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        balanceOf[from] -= amount;
        balanceOf[to] += amount - fee;
        return true;
    }
}

/// A token that lets its owners approve by signature (EIP-2612).
contract PermitToken is PracticeToken {
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    mapping(address => uint256) public nonces;
    bytes32 public immutable DOMAIN_SEPARATOR;

    constructor(address[] memory owners, uint256 each) PracticeToken(owners, each) {
        DOMAIN_SEPARATOR = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                block.chainid,
                address(this)
            )
        );
    }

    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        require(block.timestamp <= deadline, "permit expired");
        bytes32 content = keccak256(abi.encode(PERMIT, owner, spender, value, nonces[owner]++, deadline));
        address signer = ecrecover(keccak256(abi.encodePacked(hex"1901", DOMAIN_SEPARATOR, content)), v, r, s);
        require(signer != address(0) && signer == owner, "permit of another");
        _approve(owner, spender, value);
    }
}

/// A token that calls somebody with each transfer, as those with hooks do.
contract CallingToken {
    mapping(address => uint256) public balanceOf;
    address private called;
    bytes private words;

    constructor(address account, uint256 amount) {
        balanceOf[account] = amount;
    }

    function callWith(address target, bytes calldata data) external {
        called = target;
        words = data;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        (bool taken,) = called.call(words);
        taken; // whatever comes of it
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}
