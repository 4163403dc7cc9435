package dev.zorya.desktop.shell;

/**
 * What the top bar says about a page.
 *
 * @param parent the page one level up for the breadcrumb; the page itself if there is none
 * @param title of the page
 * @param contactDid whom Pay and Request offer first, empty for nobody
 * @param actions whether Pay and Request are shown: not on pages that are such an action themselves
 */
public record Head(RailEntry parent, String title, String contactDid, boolean actions) {
    /** A page that is an entry of the rail itself. */
    public static Head of(RailEntry entry) {
        return new Head(entry, entry.word(), "", true);
    }

    /** A page that is an action itself: no breadcrumb, no Pay and Request. */
    public static Head action(String title, String contactDid) {
        return new Head(RailEntry.HOME, title, contactDid, false);
    }

    boolean hasParent() {
        return parent != RailEntry.HOME && !parent.word().equals(title);
    }
}
