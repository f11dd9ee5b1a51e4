package org.citestream.query.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words searched for within a report: each must occur in a statement or its neighbours, in any case and anywhere in a
 * word; quoted text is searched for as written.
 */
public record Words(List<String> terms) {

    private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"|(\\S+)");

    public Words {
        terms = List.copyOf(terms);
    }

    /** Parses words as people write them. */
    public static Words parse(String written) {
        List<String> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(written);
        while (matcher.find()) {
            String term = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            String bare = term.replace("\"", "").strip().toLowerCase(Locale.ROOT);
            if (!bare.isEmpty()) {
                terms.add(bare);
            }
        }
        return new Words(terms);
    }

    /** Whether nothing is searched for. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether every term occurs in the text. */
    public boolean allIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return terms.stream().allMatch(lower::contains);
    }

    /** The terms as patterns of SQL's LIKE. */
    public List<String> likePatterns() {
        return terms.stream()
                .map(term ->
                        "%" + term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    /** Where the terms occur in the text: start and end in UTF-16 units, in order, without overlaps. */
    public List<int[]> find(String text) {
        List<int[]> found = new ArrayList<>();
        for (String term : terms) {
            Matcher matcher = Pattern.compile(term, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            while (matcher.find()) {
                found.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        found.sort(Comparator.comparingInt(span -> span[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] span : found) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span[0] <= last[1]) {
                last[1] = Math.max(last[1], span[1]);
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
