package dev.zorya.desktop.guard;

/** The parts of the page that exist. */
enum Tab {
    WATCHER,
    TRANSACTIONS,
    COPIES
}
