// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Recovers who signed the hash of an encoded struct.
///
/// Accepted: 65 bytes r, s, v with v 27 or 28, or 64 bytes r, vs (EIP-2098); s in the lower half of the curve's order in both.
library Signatures {
    /// Half of the order of secp256k1, rounded down: the highest s that is accepted.
    uint256 private constant HIGHEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    uint256 private constant LOW_255_BITS = type(uint256).max >> 1;

    /// @param encodingHash keccak256 of the encoded struct
    function signer(bytes32 encodingHash, bytes calldata signature) internal pure returns (address who) {
        bytes32 r;
        uint256 s;
        uint8 v;
        if (signature.length == 65) {
            r = bytes32(signature[:32]);
            s = uint256(bytes32(signature[32:64]));
            v = uint8(signature[64]);
        } else if (signature.length == 64) {
            r = bytes32(signature[:32]);
            s = uint256(bytes32(signature[32:]));
            v = uint8(27 + (s >> 255));
            s &= LOW_255_BITS;
        } else {
            revert("ECDSA: invalid signature length");
        }
        require(s <= HIGHEST_S, "ECDSA: invalid signature 's' value");
        require(v == 27 || v == 28, "ECDSA: invalid signature 'v' value");
        who = ecrecover(digest(encodingHash), v, r, bytes32(s));
        require(who != address(0), "ECDSA: invalid signature");
    }

    /// What a wallet signs when it is asked to sign 32 bytes as a message (EIP-191).
    function digest(bytes32 encodingHash) private pure returns (bytes32 result) {
        assembly ("memory-safe") {
            mstore(0x00, "\x19Ethereum Signed Message:\n32")
            mstore(0x1c, encodingHash)
            result := keccak256(0x00, 0x3c)
        }
    }
}
