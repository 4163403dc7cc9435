// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// Field order and types are the encoding: channel ids, signatures and selectors depend on each of them.
// Source of the layouts: perun-eth-contracts v1.0.0 (its ABI).

/// A member of a channel. `ccAddress` is the member's address on another ledger; it is signed and hashed, never read here.
struct Participant {
    address ethAddress;
    bytes ccAddress;
}

/// What never changes in a channel. Its hash is the channel id.
struct Params {
    uint256 challengeDuration; // seconds
    uint256 nonce;
    Participant[] participants;
    address app; // zero: no app
    bool ledgerChannel; // funded on a chain, the root of a tree
    bool virtualChannel; // funded by two parents
}

/// A currency: the contract that holds it, and the chain that the contract lives on.
struct Asset {
    uint256 chainID;
    address ethHolder;
    bytes ccHolder;
}

/// Funds of a channel that belong to one of its children.
struct SubAlloc {
    bytes32 ID;
    uint256[] balances; // one per asset
    uint16[] indexMap; // child participant i is participant indexMap[i] here
}

struct Allocation {
    Asset[] assets;
    uint256[] backends; // one ledger number per asset
    uint256[][] balances; // outer: asset, inner: participant
    SubAlloc[] locked;
}

struct State {
    bytes32 channelID;
    uint64 version;
    Allocation outcome;
    bytes appData;
    bool isFinal;
}

struct SignedState {
    Params params;
    State state;
    bytes[] sigs; // one per participant, in their order
}

/// A participant's order to pay `amount` of its holdings in a channel to `receiver`.
struct WithdrawalAuth {
    bytes32 channelID;
    Participant participant;
    address receiver;
    uint256 amount;
}
