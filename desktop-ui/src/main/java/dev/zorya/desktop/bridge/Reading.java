package dev.zorya.desktop.bridge;

import dev.zorya.wallet.api.WalletProblem;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Reads something of the wallet: one reading at a time, one more if something changed meanwhile. For the JavaFX thread. */
public final class Reading<T> {
    private final Work work;
    private final Callable<T> read;
    private final Consumer<T> value;
    private final Consumer<WalletProblem> problem;
    private boolean underWay;
    private boolean changed;

    /** @param read may block; runs elsewhere. The other two get its outcome on the JavaFX thread */
    public Reading(Work work, Callable<T> read, Consumer<T> value, Consumer<WalletProblem> problem) {
        this.work = work;
        this.read = read;
        this.value = value;
        this.problem = problem;
    }

    /** Something may be new. */
    public void again() {
        changed = underWay;
        if (!underWay) {
            underWay = true;
            work.run(read, this::done, this::refused);
        }
    }

    private void done(T result) {
        underWay = false;
        value.accept(result);
        more();
    }

    private void refused(WalletProblem why) {
        underWay = false;
        problem.accept(why);
        more();
    }

    private void more() {
        if (changed) {
            again();
        }
    }
}
