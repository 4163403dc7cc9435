package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.TokenCalls;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The two steps of an ERC-20 deposit: let the holder take the amount, then deposit. An allowance is shared by all channels
 * with that token, so only one such deposit is under way at a time (ONCHAIN.md 9, funding 5).
 */
final class TokenDeposit {
    /** Behind the key of an intent: its first step. */
    static final String APPROVE = "/approve";

    private final Node node;
    private final Bytes self;
    private final OwnTransactions own;
    private final TokenTrial trial;

    TokenDeposit(Node node, Bytes self, OwnTransactions own) {
        this.node = node;
        this.self = self;
        this.own = own;
        this.trial = new TokenTrial(node);
    }

    /** @param data calldata of the deposit itself */
    Plan plan(String key, HeldAsset.Token asset, BigInteger amount, Bytes data) throws NodeException {
        for (OwnTransaction open : own.open()) {
            boolean waits = open.status() != OwnTransaction.Status.MINED;
            if (waits && (open.to().equals(asset.token()) || open.to().equals(asset.holder()))) {
                return new Plan.Wait();
            }
        }
        Batch batch = node.batch();
        Slot balance = batch.call(asset.token(), TokenCalls.balanceOf(self), At.LATEST);
        Slot allowance = batch.call(asset.token(), TokenCalls.allowance(self, asset.holder()), At.LATEST);
        batch.run();
        if (balance.quantity().compareTo(amount) < 0) {
            return new Plan.Blocked(
                    LedgerException.Reason.NOT_ENOUGH_FUNDS,
                    Sentences.notEnough(asset.symbol(), amount, balance.quantity(), asset.decimals()));
        }
        Optional<String> refusal = trial.refusal(asset, self, amount);
        if (refusal.isPresent()) {
            return new Plan.Blocked(LedgerException.Reason.REVERTED, refusal.get());
        }
        if (allowance.quantity().compareTo(amount) < 0) {
            return new Plan.Send(
                    key + APPROVE, asset.token(), BigInteger.ZERO, TokenCalls.approve(asset.holder(), amount));
        }
        return new Plan.Send(key, asset.holder(), BigInteger.ZERO, data);
    }
}
