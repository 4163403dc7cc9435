// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Encoding} from "./Encoding.sol";
import {Participant} from "./Types.sol";

/// Recovers who signed the hash of an encoded struct.
///
/// Accepted: 65 bytes r, s, v with v 27 or 28, or 64 bytes r, vs (EIP-2098); s in the lower half of the curve's order in both.
library Signatures {
    /// Half of the order of secp256k1, rounded down: the highest s that is accepted.
    uint256 private constant HIGHEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    uint256 private constant LOW_255_BITS = type(uint256).max >> 1;

    /// Requires a signature of each participant, in their order.
    function requireAll(Participant[] calldata participants, bytes32 encodingHash, bytes[] calldata sigs) internal pure {
        require(sigs.length == participants.length, "signatures length mismatch");
        bytes32 signed = digest(encodingHash);
        for (uint256 i = 0; i < sigs.length; i++) {
            require(signer(signed, sigs[i]) == Encoding.member(participants, i), "invalid signature");
        }
    }

    /// @param signed the digest of the encoded struct's hash
    function signer(bytes32 signed, bytes calldata signature) internal pure returns (address who) {
        bytes32 r;
        uint256 s;
        uint256 v;
        // what lies behind the signature's end is cut off below or not used
        assembly ("memory-safe") {
            r := calldataload(signature.offset)
            s := calldataload(add(signature.offset, 0x20))
            v := byte(0, calldataload(add(signature.offset, 0x40)))
        }
        if (signature.length == 64) {
            v = 27 + (s >> 255);
            s &= LOW_255_BITS;
        } else {
            require(signature.length == 65, "ECDSA: invalid signature length");
        }
        require(s <= HIGHEST_S, "ECDSA: invalid signature 's' value");
        require(v == 27 || v == 28, "ECDSA: invalid signature 'v' value");
        who = ecrecover(signed, uint8(v), r, bytes32(s));
        require(who != address(0), "ECDSA: invalid signature");
    }

    /// What a wallet signs when it is asked to sign 32 bytes as a message (EIP-191).
    /// @param encodingHash keccak256 of the encoded struct
    function digest(bytes32 encodingHash) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            mstore(0x00, "\x19Ethereum Signed Message:\n32")
            mstore(0x1c, encodingHash)
            result := keccak256(0x00, 0x3c)
        }
    }
}
