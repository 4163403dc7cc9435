package dev.zorya.ethereum.gas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The measured figures beside the official ones, as a table of {@code docs/GAS.md}. */
final class GasTable {
    private static final String NONE = "–";

    private final StringBuilder text = new StringBuilder("""
        | operation | official execution | ours | difference | official total | our total |
        |---|---:|---:|---:|---:|---:|
        """);
    private final List<String> dearer = new ArrayList<>();

    /** One operation that both have. Execution decides, or the total where no execution is given, as for deployments. */
    void row(String operation, Gas official, Gas ours) {
        if (official.execution() == 0) {
            together(operation, official, ours);
        } else {
            compare(operation, official.execution(), ours.execution());
            line(
                    operation,
                    number(official.execution()),
                    number(ours.execution()),
                    change(official.execution(), ours.execution()),
                    official,
                    ours);
        }
    }

    /** Other transactions for the same end: only what is paid for them can be compared. */
    void together(String operation, Gas official, Gas ours) {
        line(operation, NONE, NONE, change(official.used(), ours.used()), official, ours);
        compare(operation, official.used(), ours.used());
    }

    private void line(String operation, String official, String ours, String change, Gas officialTotal, Gas ourTotal) {
        text.append("| %s | %s | %s | %s | %s | %s |\n"
                .formatted(operation, official, ours, change, number(officialTotal.used()), number(ourTotal.used())));
    }

    private void compare(String operation, long official, long ours) {
        if (ours > official) {
            dearer.add(operation + ": " + ours + ", official " + official);
        }
    }

    private static String change(long official, long ours) {
        return String.format(Locale.ROOT, "%+.1f %%", 100.0 * (ours - official) / official);
    }

    private static String number(long gas) {
        return String.format(Locale.ROOT, "%,d", gas);
    }

    /** The rows in which ours cost more. */
    List<String> dearer() {
        return dearer;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
