package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.List;
import java.util.Set;

/**
 * A chain that others run.
 *
 * @param play somebody else's practice network: the chain id of such is used by no chain with real money
 */
record PublicChain(EthereumConfig config, boolean play) implements Chain {
    static PublicChain of(Network.Ethereum network) throws WalletException {
        Bytes adjudicator;
        List<HeldAsset> assets;
        try {
            adjudicator = AddressText.parse(network.adjudicator());
            assets = List.of(new HeldAsset.Ether(AddressText.parse(network.etherHolder())));
        } catch (MalformedException e) {
            throw Problems.failure(Code.CHAIN_UNKNOWN_CONTRACTS, e);
        }
        boolean play = network.chainId() == AnvilOptions.PRACTICE_CHAIN_ID;
        EthereumConfig config = play
                ? EthereumConfig.practice(
                        network.http(), network.websocket(), network.chainId(), adjudicator, assets, Set.of())
                : EthereumConfig.real(
                        network.http(), network.websocket(), network.chainId(), adjudicator, assets, Set.of());
        return new PublicChain(config.withFurther(network.further()), play);
    }

    /** Asks the chain whether it is the right one; for new wallets, so that a typing error costs nothing. */
    void check() throws WalletException {
        try {
            EthereumLedger.check(config);
        } catch (LedgerException e) {
            throw Causes.of(e);
        }
    }

    @Override
    public void prepare(Bytes account) {}

    @Override
    public String practiceContact() {
        return "";
    }

    @Override
    public void opened(Wallet wallet, boolean first) {}

    @Override
    public void close() {}
}
