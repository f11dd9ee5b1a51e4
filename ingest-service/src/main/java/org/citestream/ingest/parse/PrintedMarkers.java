package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.MarkerMatch;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;

/**
 * Finds the markers of a text that has lost its links: numbers in brackets where the article counts its references, else
 * first author and year. What could be anything else is left alone. For one article.
 */
final class PrintedMarkers {
    private static final Pattern NUMBERS = Pattern.compile("\\[\\s?(\\d{1,3}(?:\\s?[,;–-]\\s?\\d{1,3}){0,40})\\s?\\]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAME_AND_YEAR = Pattern.compile("(\\p{Lu}[\\p{L}'’-]{1,40}+)(?:'s|’s)?"
            + "( et al\\.?,?| and (\\p{Lu}[\\p{L}'’-]{1,40}+)| & (\\p{Lu}[\\p{L}'’-]{1,40}+))?,?"
            + " [(\\[]?((?:1[89]|20)\\d{2})([a-h])?(?!\\d)");

    /** So much of the list must be named by numbers before brackets are believed to be markers. */
    private static final double LEAST_SHARE = 0.3;

    private static final MarkerMatch BY_NUMBER = new MarkerMatch(MarkerMatch.MarkerMethod.PRINTED, 0.95);
    private static final MarkerMatch BY_NAME = new MarkerMatch(MarkerMatch.MarkerMethod.PRINTED, 0.9);
    /** The letter behind a year counts the entries of one author and year in the list's order. */
    private static final MarkerMatch BY_LETTER = new MarkerMatch(MarkerMatch.MarkerMethod.PRINTED, 0.8);

    private final List<Reference> references;
    private final Map<String, List<Reference>> byNameAndYear = new HashMap<>();
    private final Set<Integer> named = new HashSet<>();
    private boolean beyond;

    PrintedMarkers(List<Reference> references) {
        this.references = references;
        for (Reference reference : references) {
            if (!reference.authors().isEmpty() && reference.year() != null) {
                String family = reference.authors().get(0).family();
                byNameAndYear
                        .computeIfAbsent(key(family, reference.year()), absent -> new ArrayList<>())
                        .add(reference);
            }
        }
    }

    private static String key(String family, int year) {
        return PublicationIds.normalise(family) + " " + year;
    }

    /** Looks at a paragraph to learn how the article cites; before any {@link #write}. */
    void learn(String text) {
        Matcher list = NUMBERS.matcher(text);
        while (list.find()) {
            Matcher number = NUMBER.matcher(list.group(1));
            while (number.find()) {
                int value = Integer.parseInt(number.group());
                beyond |= value == 0 || value > references.size();
                named.add(value);
            }
        }
    }

    private boolean counts() {
        return !beyond && named.contains(1) && named.size() >= references.size() * LEAST_SHARE;
    }

    /** Writes a paragraph with its markers. */
    void write(String text, RunningText to) {
        int from = 0;
        Matcher found = (counts() ? NUMBERS : NAME_AND_YEAR).matcher(text);
        while (found.find()) {
            if (found.pattern() == NUMBERS) {
                Matcher number = NUMBER.matcher(text).region(found.start(1), found.end(1));
                while (number.find()) {
                    String key =
                            references.get(Integer.parseInt(number.group()) - 1).key();
                    mark(text, from, number.start(), number.end(), List.of(key), BY_NUMBER, to);
                    from = number.end();
                }
            } else {
                List<Reference> meant = meant(found);
                if (!meant.isEmpty()) {
                    boolean letter = found.group(6) != null;
                    int end = letter ? found.end(6) : found.end(5);
                    List<String> keys = meant.stream().map(Reference::key).toList();
                    mark(text, from, found.start(1), end, keys, letter ? BY_LETTER : BY_NAME, to);
                    from = end;
                }
            }
        }
        to.append(text.substring(from));
    }

    private static void mark(
            String text, int from, int start, int end, List<String> keys, MarkerMatch match, RunningText to) {
        to.append(text.substring(from, start));
        if (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            to.space();
        }
        to.openMark();
        to.append(text.substring(start, end));
        to.closeMark(keys, true, match);
    }

    /** The one entry by this author of this year, if there is only one. */
    private List<Reference> meant(Matcher found) {
        int year = Integer.parseInt(found.group(5));
        List<Reference> same = byNameAndYear.getOrDefault(key(found.group(1), year), List.of());
        String second = found.group(3) == null ? found.group(4) : found.group(3);
        if (second != null) {
            String family = PublicationIds.normalise(second);
            same = same.stream()
                    .filter(one -> one.authors().size() == 2
                            && PublicationIds.normalise(one.authors().get(1).family())
                                    .equals(family))
                    .toList();
        }
        if (found.group(6) != null && same.size() > 1) {
            int place = found.group(6).charAt(0) - 'a';
            return place < same.size() ? List.of(same.get(place)) : List.of();
        }
        return same.size() == 1 ? same : List.of();
    }
}
