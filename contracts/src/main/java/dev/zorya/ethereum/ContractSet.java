package dev.zorya.ethereum;

import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer.PracticeToken;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * New contracts on a test chain, with as many tokens as wanted. Unlike {@link Deployer} nothing that is there already is used again.
 *
 * @param adjudicator 20 bytes
 * @param paymentApp 20 bytes
 * @param assets ETH first, then the tokens in order, named by {@link #tokenName}
 */
public record ContractSet(long chainId, Bytes adjudicator, Bytes paymentApp, List<HeldAsset> assets) {
    private static final int DECIMALS = 18;

    public ContractSet {
        assets = List.copyOf(assets);
    }

    /** How the token of this number, from 0 on, is called. */
    public static String tokenName(int number) {
        return "tok" + number;
    }

    /**
     * Puts a set on the chain.
     *
     * @param account pays; nothing else may be sent from it meanwhile
     * @throws LedgerException UNREACHABLE, NOT_ENOUGH_FUNDS or REVERTED, with the sentence for the person
     */
    public static ContractSet deploy(URI http, Signer account, List<PracticeToken> tokens) throws LedgerException {
        return Deployer.on(http, node -> new Builder(node, account).build(tokens));
    }

    private static final class Builder {
        private final ContractSender sender;
        private final long chainId;
        private long nonce;

        Builder(Node node, Signer account) throws NodeException {
            Batch batch = node.batch();
            Slot chain = batch.ask("eth_chainId");
            Slot used = batch.nonce(account.address(), At.LATEST);
            batch.run();
            this.sender = new ContractSender(node, account);
            this.chainId = chain.quantity().longValue();
            this.nonce = used.quantity().longValue();
        }

        ContractSet build(List<PracticeToken> tokens) throws NodeException, LedgerException {
            Bytes adjudicator = put(Contract.ADJUDICATOR, "");
            String judge = Deployer.word(adjudicator);
            List<HeldAsset> assets = new ArrayList<>();
            assets.add(new HeldAsset.Ether(put(Contract.ASSET_HOLDER_ETH, judge)));
            Bytes paymentApp = put(Contract.PAYMENT_APP, "");
            for (PracticeToken token : tokens) {
                Bytes address = put(Contract.PRACTICE_TOKEN, Deployer.arguments(token));
                Bytes holder = put(Contract.ASSET_HOLDER_ERC20, judge + Deployer.word(address));
                assets.add(new HeldAsset.Token(holder, address, tokenName(assets.size() - 1), DECIMALS));
            }
            return new ContractSet(chainId, adjudicator, paymentApp, assets);
        }

        private Bytes put(Contract contract, String arguments) throws NodeException, LedgerException {
            return sender.deploy(chainId, nonce++, Deployer.creation(contract, arguments))
                    .bytes();
        }
    }
}
