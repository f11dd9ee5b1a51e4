package org.citestream.query.dialect.semanticscholar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Semantic Scholar's types of publication and ours. Stateless. */
final class PublicationKind {

    private static final String USUAL = "JournalArticle";

    /** Theirs by ours; whatever is not here is an article. */
    private static final Map<String, String> THEIRS = new TreeMap<>(Map.of(
            "review", "Review",
            "case-report", "CaseReport",
            "editorial", "Editorial",
            "letter", "LettersAndComments",
            "commentary", "LettersAndComments",
            "book-chapter", "BookSection"));

    private PublicationKind() {}

    /** Theirs for ours. */
    static String of(String ours) {
        return THEIRS.getOrDefault(ours, USUAL);
    }

    /** Ours that they call so, in whatever case; none for a type that no work here has. */
    static List<String> called(String theirs) {
        return THEIRS.entrySet().stream()
                .filter(kind -> kind.getValue().toLowerCase(Locale.ROOT).equals(theirs.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether they call so whatever has no other name. */
    static boolean isUsual(String theirs) {
        return theirs.equalsIgnoreCase(USUAL);
    }

    /** Ours that have a name of their own. */
    static Stream<String> named() {
        return THEIRS.keySet().stream();
    }
}
