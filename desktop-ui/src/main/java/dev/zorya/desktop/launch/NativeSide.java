package dev.zorya.desktop.launch;

/** What the native libraries of this machine can do; a port, so that a test needs no such machine. */
public interface NativeSide {
    /** The GTK 3 library can be loaded. */
    boolean hasGtk();

    /** The X display with this name answers. */
    boolean opensDisplay(String name);
}
