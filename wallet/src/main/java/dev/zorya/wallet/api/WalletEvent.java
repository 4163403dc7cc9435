package dev.zorya.wallet.api;

/** Something changed; read the view again. Delivered in order, never on a thread that may block. */
public sealed interface WalletEvent {
    record ChannelChanged(String channelKey) implements WalletEvent {}

    /** Also when a payment changes its status. */
    record PaymentChanged(PaymentView payment) implements WalletEvent {}

    record RequestChanged(RequestView request) implements WalletEvent {}

    record QuestionAsked(OpenQuestion question) implements WalletEvent {}

    record QuestionGone(String id) implements WalletEvent {}

    record ContactChanged(String did) implements WalletEvent {}

    /** An exchange with somebody who becomes a contact made a step. */
    record ConnectionChanged(ConnectionView connection) implements WalletEvent {}

    /** Somebody waits for this person's consent. */
    record ConsentAsked(Waiting waiting) implements WalletEvent {}

    /** Answered, withdrawn or expired. */
    record ConsentGone(String waitingId) implements WalletEvent {}

    /** A credential came, went, expired or was revoked, ours or a contact's. */
    record CredentialsChanged() implements WalletEvent {}

    record IdentityChanged(IdentityView identity) implements WalletEvent {}

    /** A proposal was decided, by a rule or by the person. */
    record ProposalDecided(DecisionView decision) implements WalletEvent {}

    record BalanceChanged(Overview overview) implements WalletEvent {}

    record HealthChanged(Health health) implements WalletEvent {}

    /** Something the person must know although nobody asked: three sentences. */
    record Trouble(WalletProblem problem) implements WalletEvent {}
}
