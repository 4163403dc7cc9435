package dev.zorya.desktop.launch;

/** What the program tells the shell that started it; the same numbers as the other programs of Zorya. */
public enum ExitCode {
    OK(0),
    /** Something went wrong; it was said in words. */
    UNPLANNED(1),
    /** An option that does not exist. */
    USAGE(2),
    /** Something that the window needs is missing: a display, or the libraries that draw on it. */
    MISSING(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
