// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A plain ERC-20 token for practice and tests. All of it is created at once; there is no owner.
contract PracticeToken {
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Transfer(address indexed from, address indexed to, uint256 value);

    string public constant name = "PerunToken";
    string public constant symbol = "PRN";
    uint8 public constant decimals = 18;
    uint256 public immutable totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    /// Gives `initBalance` to each account.
    constructor(address[] memory accounts, uint256 initBalance) {
        totalSupply = accounts.length * initBalance;
        for (uint256 i = 0; i < accounts.length; i++) {
            balanceOf[accounts[i]] += initBalance;
            emit Transfer(address(0), accounts[i], initBalance);
        }
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _transfer(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        require(allowed >= amount, "ERC20: transfer amount exceeds allowance");
        if (allowed != type(uint256).max) _approve(from, msg.sender, allowed - amount);
        _transfer(from, to, amount);
        return true;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function increaseAllowance(address spender, uint256 more) external returns (bool) {
        _approve(msg.sender, spender, allowance[msg.sender][spender] + more);
        return true;
    }

    function decreaseAllowance(address spender, uint256 less) external returns (bool) {
        uint256 allowed = allowance[msg.sender][spender];
        require(allowed >= less, "ERC20: decreased allowance below zero");
        _approve(msg.sender, spender, allowed - less);
        return true;
    }

    function _transfer(address from, address to, uint256 amount) private {
        require(to != address(0), "ERC20: transfer to the zero address");
        uint256 held = balanceOf[from];
        require(held >= amount, "ERC20: transfer amount exceeds balance");
        balanceOf[from] = held - amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }

    function _approve(address owner, address spender, uint256 amount) private {
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
