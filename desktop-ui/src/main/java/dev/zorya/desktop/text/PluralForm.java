package dev.zorya.desktop.text;

/** The plural forms of English (the categories of Unicode CLDR); the bundle has one line for each form of a counted text. */
enum PluralForm {
    ONE,
    OTHER;

    String suffix() {
        return this == ONE ? "one" : "other";
    }

    static PluralForm of(long count) {
        return count == 1 ? ONE : OTHER;
    }
}
