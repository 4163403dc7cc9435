package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.AgentOrder;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.WalletEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An identity that changes when the test completes the change. */
public final class MemoryIdentity implements IdentityDesk {
    public static final IdentityView BUILT_IN = new IdentityView(
            IdentityView.Kind.BUILT_IN, IdentityView.State.READY, "did:key:z6MknR8w5LpQ1Vc4", "", "", null);
    public static final IdentityView AGENT = new IdentityView(
            IdentityView.Kind.LOCAL_AGENT,
            IdentityView.State.READY,
            "did:key:z6MkAgent",
            "1.7.0",
            "http://127.0.0.1:8030",
            null);

    public volatile IdentityView current = BUILT_IN;
    /** What the change that is under way ends with. */
    public volatile CompletableFuture<IdentityView> change = new CompletableFuture<>();

    public volatile String typedKey = "";

    private final MemoryWallet wallet;

    MemoryIdentity(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public IdentityView current() {
        return current;
    }

    @Override
    public CompletionStage<IdentityView> useBuiltIn() {
        wallet.calls.add("use built-in");
        return change;
    }

    @Override
    public CompletionStage<IdentityView> useAgent(AgentOrder order, Progress progress) {
        typedKey = new String(order.key());
        wallet.calls.add("use agent " + order.admin());
        progress.at("Asking the agent who it is", -1);
        return change;
    }

    @Override
    public CompletionStage<IdentityView> startAgent(Progress progress) {
        wallet.calls.add("start agent");
        progress.at("Fetching the agent", 0.4);
        return change;
    }

    /** The identity is another one now. */
    public void becomes(IdentityView identity) {
        current = identity;
        wallet.tell(new WalletEvent.IdentityChanged(identity));
    }

    @Override
    public List<String> dids() {
        return current.equals(BUILT_IN) ? List.of(BUILT_IN.did()) : List.of(current.did(), BUILT_IN.did());
    }
}
