// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What the chain knows of a channel: two storage words, so that each write of a dispute is at most two stores.
struct Dispute {
    Head head;
    bytes32 stateHash; // zero: not registered, or paid out without ever having been
}

/// The small fields of a dispute in one word, from the low end: timeout, challenge duration, version (64 bits each, seconds for the
/// first two), phase (8 bits), has an app (8 bits), was paid out at once (8 bits), and then the
/// first 40 bits of the hash of the state that was paid. Zero only before the first write: a timeout is never zero.
type Head is uint256;

using Heads for Head global;

library Heads {
    uint8 internal constant DISPUTE = 0;
    uint8 internal constant FORCEEXEC = 1;
    uint8 internal constant CONCLUDED = 2;

    function pack(uint64 timeout_, uint64 duration_, uint64 version_, uint8 phase_, bool hasApp_)
        internal
        pure
        returns (Head)
    {
        return Head.wrap(
            uint256(timeout_) | (uint256(duration_) << 64) | (uint256(version_) << 128) | (uint256(phase_) << 192)
                | (hasApp_ ? 1 << 200 : 0)
        );
    }

    /// The same, and the holders have paid the outcome of this state instead of keeping it.
    function paid(Head head, bytes32 stateHash) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(head) | (1 << 208) | (uint256(stateHash) >> 216 << 216));
    }

    function isPaid(Head head) internal pure returns (bool) {
        return uint8(Head.unwrap(head) >> 208) != 0;
    }

    /// Whether it was this state that was paid. 40 bits tell states apart that all participants have signed for the same version; nobody
    /// else can make one.
    function isPaidBy(Head head, uint64 version_, bytes32 stateHash) internal pure returns (bool) {
        return isPaid(head) && version(head) == version_ && Head.unwrap(head) >> 216 == uint256(stateHash) >> 216;
    }

    function isNone(Head head) internal pure returns (bool) {
        return Head.unwrap(head) == 0;
    }

    function timeout(Head head) internal pure returns (uint64) {
        return uint64(Head.unwrap(head));
    }

    function duration(Head head) internal pure returns (uint64) {
        return uint64(Head.unwrap(head) >> 64);
    }

    function version(Head head) internal pure returns (uint64) {
        return uint64(Head.unwrap(head) >> 128);
    }

    function phase(Head head) internal pure returns (uint8) {
        return uint8(Head.unwrap(head) >> 192);
    }

    function hasApp(Head head) internal pure returns (bool) {
        return uint8(Head.unwrap(head) >> 200) != 0;
    }
}
