// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Encoding} from "./Encoding.sol";
import {Signatures} from "./Signatures.sol";
import {Participant, WithdrawalAuth} from "./Types.sol";

interface Payer {
    function paidOut(bytes32 channelID) external view returns (bool);
}

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
    /// By channel id: its outcome is kept here, and with it what each participant may withdraw.
    mapping(bytes32 => bool) private _settled;
    /// The only caller that may set outcomes.
    address public immutable adjudicator;

    constructor(address _adjudicator) {
        adjudicator = _adjudicator;
    }

    /// Whether a channel's participants may withdraw. Of a channel that was paid out, only the adjudicator keeps a note, once for all of its
    /// holders.
    function settled(bytes32 channelID) public view returns (bool) {
        return _settled[channelID] || _isPaidOut(channelID);
    }

    /// Adds `amount` to what is held for `fundingID`. Anybody may deposit for anybody, at any time, and nobody gets a deposit back
    /// before the channel settles.
    function deposit(bytes32 fundingID, uint256 amount) external payable {
        _deposit(msg.sender, fundingID, amount);
    }

    /// The same for somebody who deposits through the adjudicator.
    function depositFrom(address payer, bytes32 fundingID, uint256 amount) external payable {
        require(msg.sender == adjudicator, "can only be called by the adjudicator");
        _deposit(payer, fundingID, amount);
    }

    /// Settles a channel: its deposits become `newBals`, participant by participant. If the deposits are less than that, nobody is given
    /// anything of the others: the deposits stay as they are.
    function setOutcome(bytes32 channelID, Participant[] calldata parts, uint256[] calldata newBals) external {
        _requireOutcome(parts, newBals);
        require(!_settled[channelID], "trying to set already settled channel");
        _settled[channelID] = true;
        (bytes32[] memory ids, uint256[] memory due, bool covered) = _share(channelID, parts, newBals);
        // a surplus stays in the contract for good
        if (covered) _take(channelID);
        for (uint256 i = 0; i < ids.length; i++) {
            _give(ids[i], due[i]);
        }
        emit OutcomeSet(channelID);
    }

    /// Settles a channel and pays everybody at once. Whoever cannot be paid can withdraw as after any other settlement; a receiver
    /// therefore cannot hold up the others. The adjudicator calls this once for a channel, and never together with `setOutcome`.
    /// @return yes always; it shows that there is a holder
    function payOut(bytes32 channelID, Participant[] calldata parts, uint256[] calldata newBals)
        external
        returns (bool yes)
    {
        _requireOutcome(parts, newBals);
        (bytes32[] memory ids, uint256[] memory due,) = _share(channelID, parts, newBals);
        emit OutcomeSet(channelID);
        // from here on the books hold nothing of the channel, so whoever calls back finds nothing to take
        for (uint256 i = 0; i < ids.length; i++) {
            uint256 amount = due[i];
            if (amount == 0) continue;
            address receiver = Encoding.member(parts, i);
            bytes32 id = ids[i];
            if (_trySend(receiver, amount)) {
                emit Withdrawn(id, amount, receiver);
            } else {
                _give(id, amount);
            }
        }
        return true;
    }

    /// Pays out on the order of a participant, whoever brings it. An order may be used again as long as there are holdings.
    function withdraw(WithdrawalAuth calldata authorization, bytes calldata signature) external {
        bytes32 channelID = authorization.channelID;
        require(settled(channelID), "channel not settled");
        bytes32 signed = Signatures.digest(Encoding.hash(Encoding.authorization(authorization)));
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

    function _deposit(address payer, bytes32 fundingID, uint256 amount) internal {
        holdings[fundingID] += amount;
        _receive(payer, amount);
        emit Deposited(fundingID, amount);
    }

    /// Takes `amount` from the payer, who has called, or reverts.
    function _receive(address payer, uint256 amount) internal virtual;

    /// Pays `amount` to `receiver`, or reverts. Called after the books are right, so calling back gains nothing.
    function _send(address receiver, uint256 amount) internal virtual;

    /// Pays `amount` to `receiver` with limited gas, or reports that it could not. Reverts only if the transaction itself has too little gas left to
    /// tell whether the receiver would have taken it.
    function _trySend(address receiver, uint256 amount) internal virtual returns (bool paid);

    /// A plain account, or an adjudicator that does not know the question, has paid out nothing.
    function _isPaidOut(bytes32 channelID) private view returns (bool paid) {
        bytes memory question = abi.encodeCall(Payer.paidOut, (channelID));
        address target = adjudicator;
        assembly ("memory-safe") {
            mstore(0x00, 0)
            let answered := staticcall(gas(), target, add(question, 0x20), mload(question), 0x00, 0x20)
            paid := and(answered, eq(mload(0x00), 1))
        }
    }

    function _requireOutcome(Participant[] calldata parts, uint256[] calldata newBals) private view {
        require(msg.sender == adjudicator, "can only be called by the adjudicator");
        require(parts.length == newBals.length, "participants length should equal balances");
    }

    /// Takes what is held for a channel's participants out of the books, and says what each of them is to have of it. What is held for the channel
    /// itself, and so for nobody, is taken only if the outcome needs it.
    /// @return ids the participants' funding ids
    /// @return due their balances, or what they have deposited if all deposits together do not cover those
    /// @return covered whether they do
    function _share(bytes32 channelID, Participant[] calldata parts, uint256[] calldata newBals)
        private
        returns (bytes32[] memory ids, uint256[] memory due, bool covered)
    {
        uint256 count = parts.length;
        ids = new bytes32[](count);
        due = new uint256[](count);
        uint256 held = 0;
        uint256 outcome = 0;
        for (uint256 i = 0; i < count; i++) {
            bytes32 id = _fundingID(channelID, Encoding.member(parts, i));
            ids[i] = id;
            uint256 amount = _take(id);
            due[i] = amount;
            held += amount;
            outcome += newBals[i];
        }
        if (held < outcome) {
            uint256 unassigned = _take(channelID);
            if (held + unassigned < outcome) {
                _give(channelID, unassigned);
                return (ids, due, false);
            }
        }
        return (ids, newBals, true);
    }

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
