// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {App} from "../App.sol";
import {Params, State} from "../Types.sol";

/// Payments: who acts may give and never take. The app has no data.
contract PaymentApp is App {
    function validTransition(Params calldata, State calldata from, State calldata to, uint256 actorIdx)
        external
        pure
    {
        require(to.appData.length == 0, "payment: app data must be empty");
        uint256[][] calldata before = from.outcome.balances;
        uint256[][] calldata later = to.outcome.balances;
        for (uint256 a = 0; a < before.length; a++) {
            uint256[] calldata old = before[a];
            uint256[] calldata now_ = later[a];
            for (uint256 p = 0; p < old.length; p++) {
                if (p == actorIdx) {
                    require(now_[p] <= old[p], "payment: actor takes");
                } else {
                    require(now_[p] >= old[p], "payment: other loses");
                }
            }
        }
    }
}
