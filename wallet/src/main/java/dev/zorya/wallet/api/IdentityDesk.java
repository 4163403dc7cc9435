package dev.zorya.wallet.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Which identity the wallet uses. A change gives it another DID; its contacts get a card that both DIDs have signed. If a change does
 * not work out, the identity stays as it was.
 */
public interface IdentityDesk {
    IdentityView current();

    CompletionStage<IdentityView> useBuiltIn();

    CompletionStage<IdentityView> useAgent(AgentOrder order, Progress progress);

    /** Makes a place for an agent in the wallet's folder (Python 3.12 or newer is needed, and the network the first time) and starts it. */
    CompletionStage<IdentityView> startAgent(Progress progress);

    /** All DIDs that this wallet has had or that its agent keeps. */
    List<String> dids() throws WalletException;
}
