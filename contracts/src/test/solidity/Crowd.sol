// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface Spendable {
    function approve(address spender, uint256 amount) external returns (bool);
}

/// Makes many calls in one transaction and says of each whether it was accepted: thousands of them in the time that single transactions
/// need for a hundred. The contracts do not ask who calls, except for whose money comes in.
contract Crowd {
    struct Call {
        address target;
        uint256 value;
        bytes data;
    }

    /// Comes behind the events of the call.
    event Answer(bool accepted);

    receive() external payable {}

    function allow(Spendable token, address spender) external {
        token.approve(spender, type(uint256).max);
    }

    function play(Call[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool accepted,) = calls[i].target.call{value: calls[i].value}(calls[i].data);
            emit Answer(accepted);
        }
    }

    /// What all of them answer, one after the other.
    function read(Call[] calldata questions) external view returns (bytes memory answers) {
        uint256 end;
        assembly ("memory-safe") {
            answers := mload(0x40)
            end := add(answers, 0x20)
        }
        for (uint256 i = 0; i < questions.length; i++) {
            bytes calldata question = questions[i].data;
            address target = questions[i].target;
            assembly ("memory-safe") {
                calldatacopy(end, question.offset, question.length)
                if iszero(staticcall(gas(), target, end, question.length, 0, 0)) { revert(0, 0) }
                returndatacopy(end, 0, returndatasize())
                end := add(end, returndatasize())
            }
        }
        assembly ("memory-safe") {
            mstore(answers, sub(end, add(answers, 0x20)))
            mstore(0x40, end)
        }
    }
}
