package org.citestream.ingest.describe;

import java.util.Locale;
import java.util.stream.Collectors;

/** Initials as every style of citing needs them: {@code CY} is {@code C. Y.} Stateless. */
final class Initials {
    private static final int LEAST = 2;
    private static final int MOST = 3;

    private Initials() {}

    /**
     * The given names with packed initials apart; anything else as it is.
     *
     * @param family tells whether all names are printed in capital letters: then {@code LI} is no initials
     */
    static String apart(String given, String family) {
        if (given == null
                || given.length() < LEAST
                || given.length() > MOST
                || !given.codePoints().allMatch(Character::isUpperCase)
                || (family != null && family.equals(family.toUpperCase(Locale.ROOT)))) {
            return given;
        }
        return given.codePoints()
                .mapToObj(letter -> Character.toString(letter) + ".")
                .collect(Collectors.joining(" "));
    }
}
