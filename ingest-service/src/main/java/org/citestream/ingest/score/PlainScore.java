package org.citestream.ingest.score;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.parse.PlainReading;

/**
 * How well references are read without their tags: those that are tagged and printed as a style prints them, stripped of
 * their tags. Not thread-safe.
 */
final class PlainScore {
    private long references;
    private Ratio years = Ratio.NONE;
    private Ratio authors = Ratio.NONE;
    private Ratio titles = Ratio.NONE;

    void add(Reference tagged) {
        if (!isPrinted(tagged)) {
            return;
        }
        references++;
        Reference plain = PlainReading.of(tagged);
        if (plain.year() != null) {
            years = years.plus(plain.year().equals(tagged.year()) ? 1 : 0, 1);
        }
        if (!plain.authors().isEmpty()) {
            String said = normal(tagged.authors().get(0).family());
            authors = authors.plus(said.endsWith(normal(plain.authors().get(0).family())) ? 1 : 0, 1);
        }
        if (plain.title() != null) {
            titles = titles.plus(normal(plain.title()).equals(normal(tagged.title())) ? 1 : 0, 1);
        }
    }

    /** Whether the words hold what the tags say, with punctuation behind the title. */
    private static boolean isPrinted(Reference tagged) {
        if (tagged.title() == null || tagged.year() == null || tagged.authors().isEmpty()) {
            return false;
        }
        int title = tagged.raw().indexOf(tagged.title());
        int behind = title + tagged.title().length();
        return title > 0
                && behind < tagged.raw().length()
                && ".,?!”\"’".indexOf(tagged.raw().charAt(behind)) >= 0
                && tagged.raw().contains(tagged.authors().get(0).family())
                && tagged.raw().contains(String.valueOf(tagged.year()));
    }

    private static String normal(String words) {
        return PublicationIds.normalise(words);
    }

    /** Right of those given, and the number of references. */
    Map<String, String> print() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("stripped of their tags", references + " references");
        lines.put("  years right of given", years.toString());
        lines.put("  first authors", authors.toString());
        lines.put("  titles", titles.toString());
        return lines;
    }
}
