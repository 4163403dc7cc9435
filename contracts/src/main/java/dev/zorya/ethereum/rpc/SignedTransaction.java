package dev.zorya.ethereum.rpc;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/**
 * A type-2 transaction (EIP-1559) with its signature. The same arguments give the same bytes: signatures are deterministic.
 *
 * @param raw what is sent
 * @param hash how the chain will call it
 */
public record SignedTransaction(Bytes raw, Bytes hash) {
    /**
     * Signs.
     *
     * @param to empty to create a contract
     */
    public static SignedTransaction sign(
            Signer signer,
            long chainId,
            long nonce,
            FeeQuote fees,
            long gasLimit,
            Bytes to,
            BigInteger value,
            Bytes data) {
        RawTransaction transaction = RawTransaction.createTransaction(
                chainId,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(gasLimit),
                to.size() == 0 ? "" : Batch.hex(to),
                value,
                Batch.hex(data),
                fees.priority(),
                fees.maxFee(),
                List.of());
        Bytes signature = signer.sign(Hashes.keccak256(TransactionEncoder.encode(transaction)))
                .bytes();
        byte[] raw = TransactionEncoder.encode(
                transaction,
                new Sign.SignatureData(
                        signature.at(64),
                        signature.slice(0, 32).toArray(),
                        signature.slice(32, 64).toArray()));
        return new SignedTransaction(Bytes.wrap(raw), Hashes.keccak256(raw));
    }
}
