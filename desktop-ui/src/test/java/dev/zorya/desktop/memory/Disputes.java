package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.Balance;
import dev.zorya.wallet.api.DisputeView.By;
import dev.zorya.wallet.api.DisputeView.Registered;
import dev.zorya.wallet.api.DisputeView.Step;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Disputes about the channel with Nadia: 2 and 2 of 4 in version 40, one hour of protection. */
public final class Disputes {
    public static final Instant SINCE = Samples.NOW.minus(Duration.ofMinutes(18));
    public static final Instant END = SINCE.plus(Duration.ofHours(1));
    private static final Amount OURS = Samples.eth("2");
    private static final Balance OLD = new Balance(12, Samples.eth("1.25"));

    private Disputes() {}

    /** She closed with version 12, in which we had 1.25. */
    public static DisputeView answering() {
        return new DisputeView(
                Step.ANSWER,
                By.THEM,
                "Zorya is answering an old balance from Nadia Osei with the newest one.",
                null,
                40,
                OURS,
                registered(OLD),
                OLD,
                Amount.zero(Samples.COIN));
    }

    public static DisputeView answered() {
        return concluding(By.THEM, OLD);
    }

    /** She closed with the newest balance. */
    public static DisputeView correct() {
        return concluding(By.THEM, null);
    }

    /** We closed. */
    public static DisputeView alone() {
        return concluding(By.US, null);
    }

    private static DisputeView concluding(By by, @Nullable Balance old) {
        return new DisputeView(
                Step.CONCLUDE,
                by,
                "When the time is up, Zorya closes the channel on the chain and pays you out.",
                null,
                40,
                OURS,
                registered(new Balance(40, OURS)),
                old,
                Samples.eth("0.000487"));
    }

    /** She came with version 41, which nobody here knows. */
    public static DisputeView unknown() {
        return new DisputeView(
                Step.WAIT,
                By.THEM,
                "Nadia Osei has put a balance on the chain that this wallet does not have.",
                null,
                40,
                null,
                registered(new Balance(41, null)),
                null,
                Amount.zero(Samples.COIN));
    }

    public static DisputeView stuck(WalletProblem trouble) {
        DisputeView answering = answering();
        return new DisputeView(
                Step.ANSWER,
                By.THEM,
                answering.next(),
                trouble,
                40,
                OURS,
                answering.registered(),
                OLD,
                answering.spent());
    }

    private static Registered registered(Balance balance) {
        return new Registered(balance, SINCE, END, END, 18_200);
    }
}
