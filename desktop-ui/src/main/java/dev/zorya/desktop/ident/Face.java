package dev.zorya.desktop.ident;

import java.util.List;
import java.util.Locale;

/**
 * What an avatar disc shows. The colour comes from the DID and not from the name, so that a look-alike name has
 * another colour (UI.md 4).
 *
 * @param initials one or two letters
 * @param colour index 0 to 7 of the avatar colours in the sheet
 */
public record Face(String initials, int colour) {
    private static final int COLOURS = 8;

    /**
     * The face of a contact.
     *
     * @param name what the person calls the contact
     * @param did the contact's DID
     */
    public static Face of(String name, String did) {
        return new Face(initials(name), Sha256.of(did)[0] & (COLOURS - 1));
    }

    private static String initials(String name) {
        List<String> words = List.of(name.strip().split("\\s+")).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        String first = initial(words.getFirst());
        return words.size() == 1 ? first : first + initial(words.getLast());
    }

    private static String initial(String word) {
        int letter =
                word.codePoints().filter(Character::isLetterOrDigit).findFirst().orElseThrow();
        return Character.toString(letter).toUpperCase(Locale.ROOT);
    }
}
