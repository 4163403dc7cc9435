package dev.zorya.installers;

/** The build cannot go on; the message is for the person who started it. */
final class BuildException extends Exception {
    private static final long serialVersionUID = 1L;

    BuildException(String sentence) {
        super(sentence);
    }
}
