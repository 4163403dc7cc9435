// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A plain ERC-20 token for practice and tests. All of it is created at once; there is no owner.
contract PracticeToken {
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Transfer(address indexed from, address indexed to, uint256 value);

    struct Allowance {
        uint256 left;
    }

    /// What belongs to one owner lies together, so that a transfer finds its place once.
    struct Account {
        uint256 balance;
        mapping(address => Allowance) allowances;
    }

    string public constant name = "PerunToken";
    string public constant symbol = "PRN";
    uint8 public constant decimals = 18;
    uint256 public immutable totalSupply;
    mapping(address => Account) private accounts;

    /// Gives `initBalance` to each account.
    constructor(address[] memory owners, uint256 initBalance) {
        totalSupply = owners.length * initBalance;
        for (uint256 i = 0; i < owners.length; i++) {
            accounts[owners[i]].balance += initBalance;
            emit Transfer(address(0), owners[i], initBalance);
        }
    }

    function balanceOf(address owner) external view returns (uint256) {
        return _account(owner).balance;
    }

    function allowance(address owner, address spender) external view returns (uint256) {
        return accounts[owner].allowances[spender].left;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        require(to != address(0), "ERC20: transfer to the zero address");
        _pay(_account(msg.sender), to, amount);
        emit Transfer(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        Account storage owner = _account(from);
        Allowance storage allowed = owner.allowances[msg.sender];
        uint256 left = allowed.left;
        require(left >= amount, "ERC20: transfer amount exceeds allowance");
        unchecked {
            left -= amount;
        }
        allowed.left = left;
        emit Approval(from, msg.sender, left);
        require(to != address(0), "ERC20: transfer to the zero address");
        _pay(owner, to, amount);
        emit Transfer(from, to, amount);
        return true;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function increaseAllowance(address spender, uint256 more) external returns (bool) {
        _approve(msg.sender, spender, accounts[msg.sender].allowances[spender].left + more);
        return true;
    }

    function decreaseAllowance(address spender, uint256 less) external returns (bool) {
        uint256 left = accounts[msg.sender].allowances[spender].left;
        require(left >= less, "ERC20: decreased allowance below zero");
        _approve(msg.sender, spender, left - less);
        return true;
    }

    /// The place of `accounts[owner]`. In assembly because an address that came as an argument is known to be clean.
    function _account(address owner) private pure returns (Account storage account) {
        assembly ("memory-safe") {
            mstore(0x00, owner)
            mstore(0x20, accounts.slot)
            account.slot := keccak256(0x00, 0x40)
        }
    }

    function _pay(Account storage owner, address to, uint256 amount) private {
        uint256 held = owner.balance;
        require(held >= amount, "ERC20: transfer amount exceeds balance");
        // all balances together are `totalSupply`
        unchecked {
            owner.balance = held - amount;
            _account(to).balance += amount;
        }
    }

    function _approve(address owner, address spender, uint256 amount) internal {
        accounts[owner].allowances[spender].left = amount;
        emit Approval(owner, spender, amount);
    }
}
