// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Takes ETH and does nothing.
contract PlainReceiver {
    receive() external payable {}
}

/// Counts what it gets: one storage write, more than a transfer with 2,300 gas allows.
contract CountingReceiver {
    uint256 public payments;

    receive() external payable {
        payments += 1;
    }
}

/// Refuses ETH.
contract RefusingReceiver {
    receive() external payable {
        revert("not here");
    }
}

/// Uses all gas that it is given.
contract BurningReceiver {
    receive() external payable {
        while (true) {}
    }
}

/// Brings the same order again while it is being paid.
contract ReenteringReceiver {
    address private immutable holder;
    bytes private order;
    bool private again;
    bool public secondAccepted;

    constructor(address holder_) {
        holder = holder_;
    }

    /// `order_` is the calldata of a withdrawal in favour of this contract.
    function start(bytes calldata order_) external {
        order = order_;
        _withdraw();
    }

    receive() external payable {
        if (again) return;
        again = true;
        secondAccepted = _withdraw();
    }

    function _withdraw() private returns (bool accepted) {
        (accepted,) = holder.call(order);
    }
}

/// Brings an order that lies in another account's code while it is being paid, and notes the answer: 1 for yes, 2 for no.
contract GreedyReceiver {
    address private immutable holder;
    address private immutable orderAt;
    uint256 public answer;

    constructor(address holder_, address orderAt_) {
        holder = holder_;
        orderAt = orderAt_;
    }

    receive() external payable {
        (bool accepted,) = holder.call(orderAt.code);
        answer = accepted ? 1 : 2;
    }
}
