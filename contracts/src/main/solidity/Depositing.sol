// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AssetHolder} from "./AssetHolder.sol";

/// One of several deposits that are made together.
struct Deposit {
    address holder;
    uint256 value; // wei that go along: the amount for the chain's own coin, else 0
    bytes32 fundingID;
    uint256 amount;
}

/// Deposits for several channels and in several currencies in one transaction, all or none.
///
/// The holders take the caller's tokens on the word of their adjudicator, so one allowance for each holder is enough. The word is
/// good: it names whoever calls this contract, and nobody else.
abstract contract Depositing {
    function depositAll(Deposit[] calldata deposits) external payable {
        uint256 spent = 0;
        for (uint256 i = 0; i < deposits.length; i++) {
            Deposit calldata each = deposits[i];
            spent += each.value;
            AssetHolder(each.holder).depositFrom{value: each.value}(msg.sender, each.fundingID, each.amount);
        }
        require(spent == msg.value, "wrong amount of ETH for deposits");
    }
}
