// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Params, Participant, State, WithdrawalAuth} from "./Types.sol";

/// Hashes of signed structs, taken over the bytes of the call itself instead of a second encoding.
///
/// What is signed is the canonical `abi.encode` of a struct: one offset word (0x20), then the struct. A canonical call holds exactly
/// these bytes, in one piece, at the place where the argument starts. Where the piece ends follows from the last dynamic
/// field. The caller chooses all offsets, so the length found may be wrong. That is harmless: if the hash equals one that was signed, then the piece
/// *is* the signed encoding, and every field that is read from it is the signed one. A call that is encoded in any other way has
/// another hash and is refused.
library Encoding {
    function params(Params calldata p) internal pure returns (bytes calldata piece) {
        // the participants are the only dynamic field, and therefore the end
        bytes calldata last = participants(p);
        assembly ("memory-safe") {
            piece.offset := p
            piece.length := sub(add(last.offset, last.length), p)
        }
    }

    /// The list of participants, its length first. It can be copied to another call as it is, for all offsets in it are relative to it.
    function participants(Params calldata p) internal pure returns (bytes calldata piece) {
        assembly ("memory-safe") {
            let list := add(p, calldataload(add(p, 0x40)))
            let count := calldataload(list)
            let end := add(list, 0x20)
            if count {
                let last := add(end, calldataload(add(list, shl(5, count))))
                let cc := add(last, calldataload(add(last, 0x20)))
                end := add(add(cc, 0x20), and(add(calldataload(cc), 0x1f), not(0x1f)))
            }
            piece.offset := list
            piece.length := sub(end, list)
        }
    }

    /// The address of a participant; `i` is less than their number. In assembly because it is read for each signature, payment and funding id,
    /// and a limit on the offset would not make a wrong one right (see above).
    function member(Participant[] calldata list, uint256 i) internal pure returns (address who) {
        assembly ("memory-safe") {
            who := shr(96, shl(96, calldataload(add(list.offset, calldataload(add(list.offset, shl(5, i)))))))
        }
    }

    function state(State calldata s) internal pure returns (bytes calldata piece) {
        assembly ("memory-safe") {
            let data := add(s, calldataload(add(s, 0x60)))
            piece.offset := s
            piece.length := sub(add(add(data, 0x20), and(add(calldataload(data), 0x1f), not(0x1f))), s)
        }
    }

    function authorization(WithdrawalAuth calldata a) internal pure returns (bytes calldata piece) {
        assembly ("memory-safe") {
            let who := add(a, calldataload(add(a, 0x20)))
            let cc := add(who, calldataload(add(who, 0x20)))
            piece.offset := a
            piece.length := sub(add(add(cc, 0x20), and(add(calldataload(cc), 0x1f), not(0x1f))), a)
        }
    }

    /// The hash of a struct as the single argument of `abi.encode`.
    function hash(bytes calldata piece) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, 0x20)
            calldatacopy(add(free, 0x20), piece.offset, piece.length)
            result := keccak256(free, add(piece.length, 0x20))
        }
    }
}
