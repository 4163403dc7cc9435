package dev.zorya.channel.value;

/** What a judge takes to register a channel: the params and a state that everybody has signed (ONCHAIN.md 2). */
public record SignedState(Params params, Transaction transaction) {
    public ChannelId channel() {
        return transaction.state().id();
    }
}
