package dev.zorya.ethereum;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployment.Deployed;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Receipt;
import dev.zorya.ethereum.rpc.SendRefusal;
import dev.zorya.ethereum.rpc.SignedTransaction;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Sends one deployment after the other and waits for each. No record is needed: the address says whether it is done. */
final class ContractSender {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Node node;
    private final Signer account;

    ContractSender(Node node, Signer account) {
        this.node = node;
        this.account = account;
    }

    Deployed deploy(long chainId, long nonce, Bytes data) throws NodeException, LedgerException {
        Batch batch = node.batch();
        Slot block = batch.head();
        Slot priority = batch.priorityFee();
        Slot gas = batch.gas(account.address(), Bytes.EMPTY, BigInteger.ZERO, data, At.LATEST);
        Slot balance = batch.balance(account.address(), At.LATEST);
        batch.run();
        Head head = Node.head(block);
        BigInteger tip = priority.quantity();
        FeeQuote fees =
                FeeQuote.of(head.baseFee(), tip, head.baseFee().shiftLeft(1).add(tip));
        BigInteger limit = gas.quantity().multiply(BigInteger.valueOf(11)).divide(BigInteger.TEN);
        if (balance.quantity().compareTo(limit.multiply(fees.maxFee())) < 0) {
            throw new LedgerException(
                    LedgerException.Reason.NOT_ENOUGH_FUNDS,
                    "The account " + AddressText.of(account.address())
                            + " cannot pay for the contracts. Nothing was sent. Add ETH to it and try again.");
        }
        SignedTransaction signed = SignedTransaction.sign(
                account, chainId, nonce, fees, limit.longValue(), Bytes.EMPTY, BigInteger.ZERO, data);
        try {
            node.send(signed.raw());
        } catch (NodeException.Refused e) {
            if (SendRefusal.of(e) != SendRefusal.KNOWN) {
                throw e;
            }
        }
        Receipt receipt = await(signed.hash());
        if (!receipt.success()) {
            throw new LedgerException(
                    LedgerException.Reason.REVERTED,
                    "A contract could not be created. Only the fee was paid. Check that the chain follows today's"
                            + " rules.");
        }
        return new Deployed(
                AddressText.of(receipt.contract()), "0x" + signed.hash().hex(), receipt.gasUsed());
    }

    private Receipt await(Bytes transaction) throws NodeException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                Optional<Receipt> receipt = node.receipt(transaction);
                if (receipt.isPresent()) {
                    return receipt.get();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException.Unreachable("interrupted", e);
        }
        throw new NodeException.Unreachable("no block with the contract in " + PATIENCE.toMinutes() + " minutes");
    }
}
