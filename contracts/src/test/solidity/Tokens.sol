// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

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
    bool private denies;

    function deny() external {
        denies = true;
    }

    function transfer(address, uint256) external view returns (bool) {
        return !denies;
    }

    function transferFrom(address, address, uint256) external view returns (bool) {
        return !denies;
    }
}
