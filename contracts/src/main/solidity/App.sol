// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Params, State} from "./Types.sol";

/// The rules of a channel with an app: which state may follow another when one participant goes on without the others.
interface App {
    /// Reverts if `actorIdx` may not replace `from` by `to`. The adjudicator has checked everything that holds for all apps:
    /// signature, version, equal assets, equal locked funds, equal sums.
    function validTransition(Params calldata params, State calldata from, State calldata to, uint256 actorIdx)
        external
        pure;
}
