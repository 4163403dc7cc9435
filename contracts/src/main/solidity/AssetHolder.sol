// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Encoding} from "./Encoding.sol";
import {Signatures} from "./Signatures.sol";
import {Participant, WithdrawalAuth} from "./Types.sol";

/// Holds one currency for all channels of one adjudicator.
///
/// Conservation: for each channel, what is credited never exceeds what was deposited for it, whatever its participants are (also the same one twice): an
/// outcome first takes all deposits out of the books and then shares out at most that.
abstract contract AssetHolder {
    event Deposited(bytes32 indexed fundingID, uint256 amount);
    event OutcomeSet(bytes32 indexed channelID);
    event Withdrawn(bytes32 indexed fundingID, uint256 amount, address receiver);

    /// By funding id: keccak256(channel id, participant's address as a word). Before settlement the deposits, after it what may be withdrawn.
    mapping(bytes32 => uint256) public holdings;
    /// By channel id: its outcome is set, and with it what each participant may withdraw.
    mapping(bytes32 => bool) public settled;
    /// The only caller that may set outcomes.
    address public immutable adjudicator;

    constructor(address _adjudicator) {
        adjudicator = _adjudicator;
    }

    /// Adds `amount` to what is held for `fundingID`. Anybody may deposit for anybody, at any time, and nobody gets a deposit back
    /// before the channel settles.
    function deposit(bytes32 fundingID, uint256 amount) external payable {
        holdings[fundingID] += amount;
        _receive(amount);
        emit Deposited(fundingID, amount);
    }

    /// Settles a channel: its deposits become `newBals`, participant by participant. If the deposits are less than that, nobody is given
    /// anything of the others: the deposits stay as they are.
    function setOutcome(bytes32 channelID, Participant[] calldata parts, uint256[] calldata newBals) external {
        require(msg.sender == adjudicator, "can only be called by the adjudicator");
        uint256 count = parts.length;
        require(count == newBals.length, "participants length should equal balances");
        require(!settled[channelID], "trying to set already settled channel");
        settled[channelID] = true;

        uint256 unassigned = _take(channelID);
        uint256 held = unassigned;
        uint256 outcome = 0;
        bytes32[] memory ids = new bytes32[](count);
        uint256[] memory taken = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            bytes32 id = _fundingID(channelID, parts[i].ethAddress);
            ids[i] = id;
            uint256 amount = _take(id);
            taken[i] = amount;
            held += amount;
            outcome += newBals[i];
        }
        if (held >= outcome) {
            for (uint256 i = 0; i < count; i++) {
                _give(ids[i], newBals[i]);
            }
        } else {
            _give(channelID, unassigned);
            for (uint256 i = 0; i < count; i++) {
                _give(ids[i], taken[i]);
            }
        }
        emit OutcomeSet(channelID);
    }

    /// Pays out on the order of a participant, whoever brings it. An order may be used again as long as there are holdings.
    function withdraw(WithdrawalAuth calldata authorization, bytes calldata signature) external {
        bytes32 channelID = authorization.channelID;
        require(settled[channelID], "channel not settled");
        bytes32 signed = Encoding.hash(Encoding.authorization(authorization));
        address participant = authorization.participant.ethAddress;
        require(Signatures.signer(signed, signature) == participant, "signature verification failed");
        bytes32 id = _fundingID(channelID, participant);
        uint256 held = holdings[id];
        uint256 amount = authorization.amount;
        require(held >= amount, "insufficient funds");
        unchecked {
            holdings[id] = held - amount;
        }
        _send(authorization.receiver, amount);
        emit Withdrawn(id, amount, authorization.receiver);
    }

    /// Takes `amount` from the caller of this transaction, or reverts.
    function _receive(uint256 amount) internal virtual;

    /// Pays `amount` to `receiver`, or reverts. Called after the books are right, so calling back gains nothing.
    function _send(address receiver, uint256 amount) internal virtual;

    function _take(bytes32 id) private returns (uint256 amount) {
        amount = holdings[id];
        if (amount != 0) holdings[id] = 0;
    }

    function _give(bytes32 id, uint256 amount) private {
        if (amount != 0) holdings[id] += amount;
    }

    function _fundingID(bytes32 channelID, address participant) private pure returns (bytes32 result) {
        assembly ("memory-safe") {
            mstore(0x00, channelID)
            mstore(0x20, participant)
            result := keccak256(0x00, 0x40)
        }
    }
}
