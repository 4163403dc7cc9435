package dev.zorya.wallet.api;

/** Carries a {@link WalletProblem}; the message is its first sentence. Balances and files are as before. */
public final class WalletException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient WalletProblem problem;

    public WalletException(WalletProblem problem) {
        super(problem.what());
        this.problem = problem;
    }

    public WalletException(WalletProblem problem, Throwable cause) {
        super(problem.what(), cause);
        this.problem = problem;
    }

    public WalletProblem problem() {
        return problem;
    }
}
