// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Depositing} from "./Depositing.sol";
import {Dispute, Head, Heads} from "./Disputes.sol";
import {Encoding} from "./Encoding.sol";
import {Registration} from "./Registration.sol";
import {Settlement} from "./Settlement.sol";
import {Signatures} from "./Signatures.sol";
import {Transition} from "./Transition.sol";
import {Params, SignedState, State, SubAlloc} from "./Types.sol";

/// Decides what a channel's outcome is when its participants do not agree, or agree to end it.
///
/// A dispute: anybody registers a state that all have signed; until the timeout, anybody may replace it by a newer one; channels with
/// an app may then be driven on by single participants, each step with a timeout of its own; at last anybody concludes, and the holders
/// are told the outcome. Same ABI and rules as perun-eth-contracts v1.0.0, except where a comment says otherwise.
contract Adjudicator is Depositing {
    /// A channel's dispute was written: registered or refuted (phase 0), progressed (1) or concluded (2).
    event ChannelUpdate(bytes32 indexed channelID, uint64 version, uint8 phase, uint64 timeout);

    mapping(bytes32 => Dispute) private _disputes;

    /// All zero for a channel that is not registered. `stateHash` alone is zero for one that was paid out without having been registered.
    function disputes(bytes32 id)
        external
        view
        returns (
            uint64 timeout,
            uint64 challengeDuration,
            uint64 version,
            uint8 phase,
            bytes32 stateHash,
            bool hasApp
        )
    {
        Head head = _disputes[id].head;
        return (
            head.timeout(), head.duration(), head.version(), head.phase(), _disputes[id].stateHash, head.hasApp()
        );
    }

    /// Whether the holders have paid the channel's outcome and keep none.
    function paidOut(bytes32 id) external view returns (bool) {
        return _disputes[id].head.isPaid();
    }

    function channelID(Params calldata params) external pure returns (bytes32) {
        return Encoding.hash(Encoding.params(params));
    }

    function hashState(State calldata state) external pure returns (bytes32) {
        return Encoding.hash(Encoding.state(state));
    }

    /// Registers a ledger channel with all that it locks, depth first, or replaces older states before the timeout of the first. States that
    /// are registered already are passed over.
    function register(SignedState calldata channel, SignedState[] calldata subChannels) external {
        require(channel.params.ledgerChannel, "not ledger");
        _registerTree(channel, subChannels, 0);
        Registration.requireShape(channel.params, channel.state.outcome);
        Registration.requireSettleable(channel.state.outcome);
    }

    /// Replaces a registered state by one that the participant `actorIdx` alone has signed and the app allows.
    function progress(
        Params calldata params,
        State calldata stateOld,
        State calldata state,
        uint256 actorIdx,
        bytes calldata sig
    ) external {
        bytes32 id = state.channelID;
        Dispute storage dispute = _disputes[id];
        Head head = dispute.head;
        require(!head.isNone(), "not registered");
        _requireProgressTime(head);
        require(head.hasApp(), "must have app");
        require(actorIdx < params.participants.length, "actorIdx out of range");
        require(Encoding.hash(Encoding.params(params)) == id, "invalid params");
        require(Encoding.hash(Encoding.state(stateOld)) == dispute.stateHash, "wrong old state");
        bytes32 newHash = Encoding.hash(Encoding.state(state));
        require(Signatures.signer(Signatures.digest(newHash), sig) == Encoding.member(params.participants, actorIdx), "invalid signature");
        Transition.requireValid(params, stateOld, state);
        Transition.requireAllowed(params, stateOld, state, actorIdx);

        uint64 timeout = uint64(block.timestamp) + (state.isFinal ? 0 : head.duration());
        _write(id, Heads.pack(timeout, head.duration(), state.version, Heads.FORCEEXEC, true));
        dispute.stateHash = newHash;
    }

    /// Ends a registered ledger channel after its timeouts, with everything that it locks, and settles its assets on this chain.
    /// @param subStates the registered states of what is locked, depth first
    function conclude(Params calldata params, State calldata state, State[] calldata subStates) external {
        require(params.ledgerChannel, "not ledger");
        bytes32 id = state.channelID;
        require(Encoding.hash(Encoding.params(params)) == id, "invalid params");
        Head head = _requireRegistered(state);
        require(head.phase() != Heads.CONCLUDED, "already concluded");
        uint64 timeout = head.timeout();
        // the app's participants get one duration more, in which they can progress
        if (head.phase() == Heads.DISPUTE && head.hasApp()) timeout += head.duration();
        require(block.timestamp >= timeout, "timeout not passed yet");
        _write(id, Heads.pack(timeout, head.duration(), head.version(), Heads.CONCLUDED, head.hasApp()));
        (uint256[][] memory outcome,) = _collect(state, subStates, 0);
        Settlement.settle(params, state, outcome);
    }

    /// Ends a ledger channel at once by a final state that all have signed, whatever is registered for it.
    function concludeFinal(Params calldata params, State calldata state, bytes[] calldata sigs) external {
        (bytes32 newHash,) = _agree(params, state, sigs);
        _disputes[state.channelID].stateHash = newHash;
        _write(state.channelID, _ended(params, state));
        Settlement.settle(params, state);
    }

    /// The same, and the holders pay everybody at once, each to the address that has signed. No order to pay is needed: the money goes to its owners.
    ///
    /// Of a channel that was never registered nobody asks for the state any more. Its hash is not stored, which saves a fifth of the costs.
    function concludeFinalAndPay(Params calldata params, State calldata state, bytes[] calldata sigs) external {
        (bytes32 newHash, Head before) = _agree(params, state, sigs);
        if (!before.isNone()) _disputes[state.channelID].stateHash = newHash;
        Head ended = _ended(params, state);
        _write(state.channelID, ended);
        Settlement.pay(params, state);
        // last: while some holders do not know the outcome yet, what they hold are deposits, which nobody may withdraw
        _disputes[state.channelID].head = ended.paid(newHash);
    }

    /// Checks a final state against all that is registered for its channel.
    function _agree(Params calldata params, State calldata state, bytes[] calldata sigs)
        private
        view
        returns (bytes32 newHash, Head before)
    {
        require(params.ledgerChannel, "not ledger");
        require(state.isFinal, "state not final");
        require(state.outcome.locked.length == 0, "has sub-channels");
        bytes32 id = state.channelID;
        require(Encoding.hash(Encoding.params(params)) == id, "invalid params");
        newHash = Encoding.hash(Encoding.state(state));
        Signatures.requireAll(params.participants, newHash, sigs);
        before = _disputes[id].head;
        require(before.phase() != Heads.CONCLUDED, "concluded already");
    }

    function _ended(Params calldata params, State calldata state) private view returns (Head) {
        return Heads.pack(
            uint64(block.timestamp), _duration(params), state.version, Heads.CONCLUDED, params.app != address(0)
        );
    }

    /// @param next the list element that comes next
    /// @return the list element that comes after the last one of this tree
    function _registerTree(SignedState calldata channel, SignedState[] calldata list, uint256 next)
        private
        returns (uint256)
    {
        _registerOne(channel.params, channel.state, channel.sigs);
        SubAlloc[] calldata locked = channel.state.outcome.locked;
        require(list.length >= locked.length, "subChannels too short");
        for (uint256 i = 0; i < locked.length; i++) {
            SignedState calldata child = list[next];
            require(child.state.channelID == locked[i].ID, "invalid sub-channel id");
            next = _registerTree(child, list, next + 1);
            Registration.requireFits(channel.state, locked[i], child.state);
            Registration.requireShape(child.params, child.state.outcome);
            Registration.requireMapped(
                locked[i], child.params.participants.length, channel.params.participants.length
            );
        }
        return next;
    }

    function _registerOne(Params calldata params, State calldata state, bytes[] calldata sigs) private {
        bytes32 id = state.channelID;
        require(Encoding.hash(Encoding.params(params)) == id, "invalid params");
        bytes32 newHash = Encoding.hash(Encoding.state(state));
        Dispute storage dispute = _disputes[id];
        bytes32 oldHash = dispute.stateHash;
        // all signatures of this very state have been checked before
        if (oldHash == newHash) return;
        Signatures.requireAll(params.participants, newHash, sigs);
        bool hasApp = params.app != address(0);
        if (params.virtualChannel) {
            require(!hasApp, "cannot have app");
            require(state.outcome.locked.length == 0, "funds locked");
        }
        uint64 timeout;
        uint64 duration = _duration(params);
        Head head = dispute.head;
        if (head.isNone()) {
            timeout = uint64(block.timestamp) + duration;
        } else {
            if (oldHash == 0 && head.isPaidBy(state.version, newHash)) {
                // the channel was paid out and its state not kept, but another one locks it and will ask for it
                dispute.stateHash = newHash;
                return;
            }
            require(state.version > head.version(), "invalid version");
            require(head.phase() == Heads.DISPUTE, "incorrect phase");
            timeout = head.timeout();
            require(block.timestamp < timeout, "refutation timeout passed");
        }
        if (state.isFinal) timeout = uint64(block.timestamp);
        _write(id, Heads.pack(timeout, duration, state.version, Heads.DISPUTE, hasApp));
        dispute.stateHash = newHash;
    }

    /// Concludes what a channel locks.
    /// @return outcome per asset and participant, with the children's outcomes added
    /// @return the list element that comes after the last one of this tree
    function _collect(State calldata state, State[] calldata list, uint256 next)
        private
        returns (uint256[][] memory outcome, uint256)
    {
        outcome = state.outcome.balances;
        SubAlloc[] calldata locked = state.outcome.locked;
        for (uint256 i = 0; i < locked.length; i++) {
            State calldata child = list[next];
            require(child.channelID == locked[i].ID, "invalid subchannel id");
            Head head = _requireRegistered(child);
            if (head.phase() != Heads.CONCLUDED) {
                _write(
                    child.channelID,
                    Heads.pack(head.timeout(), head.duration(), head.version(), Heads.CONCLUDED, head.hasApp())
                );
            }
            uint256[][] memory part;
            (part, next) = _collect(child, list, next + 1);
            _add(outcome, part, locked[i].indexMap);
        }
        return (outcome, next);
    }

    function _add(uint256[][] memory outcome, uint256[][] memory part, uint16[] calldata indexMap) private pure {
        for (uint256 a = 0; a < part.length; a++) {
            for (uint256 p = 0; p < part[a].length; p++) {
                outcome[a][indexMap[p]] += part[a][p];
            }
        }
    }

    function _write(bytes32 id, Head head) private {
        _disputes[id].head = head;
        emit ChannelUpdate(id, head.version(), head.phase(), head.timeout());
    }

    function _requireRegistered(State calldata state) private view returns (Head head) {
        Dispute storage dispute = _disputes[state.channelID];
        head = dispute.head;
        require(!head.isNone(), "not registered");
        bytes32 stateHash = dispute.stateHash;
        require(stateHash != 0, "already concluded");
        require(Encoding.hash(Encoding.state(state)) == stateHash, "invalid state");
    }

    function _requireProgressTime(Head head) private view {
        if (head.phase() == Heads.DISPUTE) {
            require(block.timestamp >= head.timeout(), "timeout not passed");
        } else if (head.phase() == Heads.FORCEEXEC) {
            require(block.timestamp < head.timeout(), "timeout passed");
        } else {
            revert("invalid phase");
        }
    }

    /// Stricter than perun-eth-contracts v1.0.0, which cuts a longer duration to its low 64 bits, that is, to a short one.
    function _duration(Params calldata params) private pure returns (uint64) {
        require(params.challengeDuration <= type(uint64).max, "challenge duration too long");
        return uint64(params.challengeDuration);
    }
}
