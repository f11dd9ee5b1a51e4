package org.citestream.ingest.describe;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Initials as every style of citing needs them: {@code CY} is {@code C. Y.}, {@code Mary J} is {@code Mary J.} Stateless. */
final class Initials {
    private static final int LEAST = 2;
    private static final int MOST = 3;
    /** {@code C.Y.}, {@code C.-Y.}, {@code C Y}, {@code C-Y}: capitals alone, with signs between them. */
    private static final Pattern APART = Pattern.compile("\\p{Lu}(?:[.\\s-]+\\p{Lu}){1,3}\\.?");

    private static final Pattern LETTER = Pattern.compile("(\\p{Lu})\\.?\\s*(-?)\\s*");

    private Initials() {}

    /**
     * The given names with initials apart and a stop behind each; anything else as it is.
     *
     * @param family tells whether all names are printed in capital letters: then {@code LI} is no initials
     */
    static String apart(String given, String family) {
        if (given == null) {
            return null;
        }
        if (given.length() < LEAST || Character.isLowerCase(given.charAt(1))) {
            return stopped(given);
        }
        if (APART.matcher(given).matches()) {
            return LETTER.matcher(given)
                    .replaceAll(
                            letter -> letter.group(1) + "." + (letter.group(2).isEmpty() ? " " : "-"))
                    .strip();
        }
        if (given.length() > MOST
                || !given.codePoints().allMatch(Character::isUpperCase)
                || (family != null && family.equals(family.toUpperCase(Locale.ROOT)))) {
            return stopped(given);
        }
        return given.codePoints()
                .mapToObj(letter -> Character.toString(letter) + ".")
                .collect(Collectors.joining(" "));
    }

    /** With a stop behind capitals that stand alone. */
    private static String stopped(String given) {
        StringBuilder names = null;
        for (int i = given.length() - 1; i >= 0; i--) {
            if (Character.isUpperCase(given.charAt(i)) && standsAlone(given, i)) {
                names = names == null ? new StringBuilder(given) : names;
                names.insert(i + 1, '.');
            }
        }
        return names == null ? given : names.toString();
    }

    private static boolean standsAlone(String given, int at) {
        return (at == 0 || " -.".indexOf(given.charAt(at - 1)) >= 0)
                && (at == given.length() - 1 || " -".indexOf(given.charAt(at + 1)) >= 0);
    }
}
