package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.ethereum.WithdrawalAuth;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reads the chain before each step: what is held, settled and disputed decides, not what was sent before (ONCHAIN.md 9,
 * "Behaviour to avoid copying"). The pending state is read as well, so that what is already under way is not done twice.
 */
final class Planner {
    private static final Plan UNKNOWN_ASSET = new Plan.Blocked(
            LedgerException.Reason.UNKNOWN_CONTRACTS,
            "This channel holds an asset that the wallet's settings do not know. Nothing was sent. "
                    + "Add the asset to the settings and start the wallet again.");

    private final Node node;
    private final EthereumConfig config;
    private final Signer signer;
    private final TokenDeposit tokens;
    private final FinalPlan finals;
    private final DisputePlans disputes;

    Planner(Node node, EthereumConfig config, Signer signer, OwnTransactions own) {
        this.node = node;
        this.config = config;
        this.signer = signer;
        this.finals = new FinalPlan(node, config);
        this.disputes = new DisputePlans(node, config, signer.address());
        this.tokens = new TokenDeposit(node, signer.address(), own);
    }

    Plan plan(Intent intent, Head head) throws NodeException {
        try {
            return switch (intent) {
                case Intent.Deposit deposit -> deposit(deposit);
                case Intent.ConcludeFinal conclude -> finals.plan(conclude, head);
                case Intent.Withdraw withdraw -> withdraw(withdraw, head);
                case Intent.Register register -> disputes.register(register, head);
                case Intent.Progress progress -> disputes.progress(progress, head);
                case Intent.Conclude settle -> disputes.conclude(settle, head);
            };
        } catch (MalformedException e) {
            return new Plan.Blocked(
                    LedgerException.Reason.REVERTED, Sentences.reverted(String.valueOf(e.getMessage())));
        }
    }

    /** How urgent something is that was sent and is in no block. */
    Urgency urgency(Intent intent, Head head) throws NodeException {
        return switch (intent) {
            case Intent.Register register -> disputes.urgency(register, head);
            case Intent.Progress progress -> disputes.urgency(progress, head);
            case Intent.Deposit deposit -> new Urgency.None();
            case Intent.ConcludeFinal conclude -> new Urgency.None();
            case Intent.Withdraw withdraw -> new Urgency.None();
            case Intent.Conclude conclude -> new Urgency.None();
        };
    }

    private Plan deposit(Intent.Deposit deposit) throws NodeException {
        Optional<HeldAsset> asset = config.find(deposit.asset());
        if (asset.isEmpty()) {
            return UNKNOWN_ASSET;
        }
        Bytes holder = asset.get().holder();
        Bytes id = EthereumEncoding.fundingId(deposit.channel(), signer.address());
        Batch batch = node.batch();
        Slot now = batch.call(holder, AssetHolderCalls.holdings(id), At.LATEST);
        Slot soon = batch.call(holder, AssetHolderCalls.holdings(id), At.PENDING);
        Slot settled = batch.call(holder, AssetHolderCalls.settled(deposit.channel()), At.LATEST);
        batch.run();
        if (settled.quantity().signum() != 0) {
            return new Plan.Blocked(
                    LedgerException.Reason.REVERTED,
                    "The channel is closed already, so nothing was paid into it. What it held for you can be taken"
                            + " out.");
        }
        // never the whole amount on top of a part: what is too much is lost (ONCHAIN.md 10, issue 5)
        BigInteger missing = deposit.amount().subtract(now.quantity());
        if (missing.signum() <= 0) {
            return new Plan.Done();
        }
        if (soon.quantity().compareTo(now.quantity()) > 0) {
            return new Plan.Wait();
        }
        Bytes data = AssetHolderCalls.deposit(id, missing);
        return switch (asset.get()) {
            case HeldAsset.Ether ether -> new Plan.Send(deposit.key(), holder, missing, data);
            case HeldAsset.Token token -> tokens.plan(deposit.key(), token, missing, data);
        };
    }

    private Plan withdraw(Intent.Withdraw withdraw, Head head) throws NodeException {
        Optional<HeldAsset> asset = config.find(withdraw.asset());
        if (asset.isEmpty()) {
            return UNKNOWN_ASSET;
        }
        Bytes holder = asset.get().holder();
        Bytes self = signer.address();
        Bytes id = EthereumEncoding.fundingId(withdraw.channel(), self);
        Batch batch = node.batch();
        At last = At.block(Math.max(0, head.finalBlock(config.finalityDepth())));
        Slot settled = batch.call(holder, AssetHolderCalls.settled(withdraw.channel()), At.LATEST);
        Slot now = batch.call(holder, AssetHolderCalls.holdings(id), At.LATEST);
        Slot soon = batch.call(holder, AssetHolderCalls.holdings(id), At.PENDING);
        Slot sure = batch.call(holder, AssetHolderCalls.settled(withdraw.channel()), last);
        Slot left = batch.call(holder, AssetHolderCalls.holdings(id), last);
        batch.run();
        if (settled.quantity().signum() == 0) {
            return new Plan.Wait();
        }
        BigInteger amount = now.quantity();
        if (amount.signum() == 0) {
            // whoever paid it out: as long as that can be taken back, it may be up to us again
            boolean paid = sure.quantity().signum() != 0 && left.quantity().signum() == 0;
            return paid ? new Plan.Done() : new Plan.Wait();
        }
        if (soon.quantity().compareTo(amount) < 0) {
            return new Plan.Wait();
        }
        WithdrawalAuth auth = WithdrawalAuth.of(withdraw.channel(), self, self, amount);
        return new Plan.Send(
                withdraw.key(),
                holder,
                BigInteger.ZERO,
                AssetHolderCalls.withdraw(auth, signer.sign(EthereumEncoding.digest(auth))));
    }
}
