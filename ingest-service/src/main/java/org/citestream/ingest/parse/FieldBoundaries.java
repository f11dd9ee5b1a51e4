package org.citestream.ingest.parse;

/** Whether a blank got lost where one field of a reference ends and another text begins. Stateless. */
final class FieldBoundaries {
    private FieldBoundaries() {}

    /**
     * {@code J.and}, {@code inK.}, {@code R.(1993)} lost one; {@code 12(3)}, {@code 5:12}, {@code 2001a} did not.
     *
     * @param second the character before {@code before} if that is a digit, else a blank
     * @param id whether an id begins or ends here, which goes together with no number
     */
    static boolean part(char second, char before, char next, boolean id) {
        boolean word = Character.isLetterOrDigit(next);
        boolean opens = "([“‘\"".indexOf(next) >= 0;
        if (Character.isLetterOrDigit(before)) {
            return word ? words(before, next, id) : opens && Character.isLetter(before);
        }
        return switch (before) {
            case '.' -> opens || Character.isLetter(next) || (word && (id || !Character.isDigit(second)));
            case ',', ')', ']', '”', '’', '?', '!' -> word || opens;
            case ';' -> opens || Character.isLetter(next) || (word && id);
            case ':' -> opens || Character.isLetter(next);
            default -> false;
        };
    }

    private static boolean words(char before, char next, boolean id) {
        boolean letterOfYear = Character.isDigit(before) && Character.isLowerCase(next);
        return id || !letterOfYear;
    }
}
