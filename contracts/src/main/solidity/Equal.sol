// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Asset, SubAlloc} from "./Types.sol";

/// Requires that parts of two states are equal, and names the part that is not.
library Equal {
    function assets(Asset[] calldata a, Asset[] calldata b) internal pure {
        require(a.length == b.length, "Asset[]: unequal length");
        for (uint256 i = 0; i < a.length; i++) {
            asset(a[i], b[i]);
        }
    }

    function asset(Asset calldata a, Asset calldata b) internal pure {
        require(a.chainID == b.chainID, "unequal chainID");
        require(a.ethHolder == b.ethHolder, "unequal ethHolder");
        require(keccak256(a.ccHolder) == keccak256(b.ccHolder), "unequal ccHolder");
    }

    function locked(SubAlloc[] calldata a, SubAlloc[] calldata b) internal pure {
        require(a.length == b.length, "SubAlloc[]: unequal length");
        for (uint256 i = 0; i < a.length; i++) {
            require(a[i].ID == b[i].ID, "SubAlloc: unequal ID");
            numbers(a[i].balances, b[i].balances);
            indices(a[i].indexMap, b[i].indexMap);
        }
    }

    function numbers(uint256[] calldata a, uint256[] calldata b) internal pure {
        require(a.length == b.length, "uint256[]: unequal length");
        for (uint256 i = 0; i < a.length; i++) {
            require(a[i] == b[i], "uint256[]: unequal item");
        }
    }

    function indices(uint16[] calldata a, uint16[] calldata b) private pure {
        require(a.length == b.length, "uint16[]: unequal length");
        for (uint256 i = 0; i < a.length; i++) {
            require(a[i] == b[i], "uint16[]: unequal item");
        }
    }
}
