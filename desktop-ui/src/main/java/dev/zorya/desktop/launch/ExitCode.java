package dev.zorya.desktop.launch;

/** What the program tells the shell that started it; `--help` lists them. */
public enum ExitCode {
    OK(0),
    /** Something nobody planned for. */
    UNPLANNED(1),
    /** An option that does not exist. */
    USAGE(2),
    /** No screen to open a window on. */
    NO_DISPLAY(3),
    /** A screen, but not the libraries that draw on it. */
    NO_GTK(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
