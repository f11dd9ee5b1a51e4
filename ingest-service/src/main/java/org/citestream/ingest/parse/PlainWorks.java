package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.Doi;

/**
 * Several works in one citation that nobody tagged: {@code (a) … (b) …}, or two DOIs. Cut where letters count them, else
 * behind each DOI. Stateless.
 */
final class PlainWorks {
    private static final Pattern COUNT = Pattern.compile("(?<![\\p{L}\\d(])\\(?([a-h]|[A-H]|i{1,3}|iv|v)\\)(?= ?\\S)");
    private static final List<List<String>> COUNTS = List.of(
            List.of("a", "b", "c", "d", "e", "f", "g", "h"),
            List.of("A", "B", "C", "D", "E", "F", "G", "H"),
            List.of("i", "ii", "iii", "iv", "v"));

    private static final int LONGEST = 4_000;
    private static final int LEAST_WORDS = 3;

    private PlainWorks() {}

    /** The works that the draft's text names, each with its part of it; at most one where it is tagged. */
    static List<ReferenceDraft> in(ReferenceDraft draft) {
        if (draft.raw == null || draft.raw.length() > LONGEST || !(draft.fromWords || draft.untagged())) {
            return List.of(draft);
        }
        List<String> parts = lettered(draft.raw);
        if (parts.size() < 2) {
            parts = byDoi(draft.raw);
        }
        return parts.size() < 2
                ? List.of(draft)
                : parts.stream().map(PlainWorks::read).toList();
    }

    private static ReferenceDraft read(String part) {
        ReferenceDraft work = new ReferenceDraft();
        work.raw = part;
        PlainCitation.fill(work);
        return work;
    }

    /** Parts that begin with (a), (b) and so on, or (i), (ii), without a gap. */
    private static List<String> lettered(String raw) {
        return COUNTS.stream()
                .map(letters -> lettered(raw, letters))
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> lettered(String raw, List<String> letters) {
        List<Integer> starts = new ArrayList<>();
        Matcher letter = COUNT.matcher(raw);
        while (starts.size() < letters.size() && letter.find()) {
            if (letter.group(1).equals(letters.get(starts.size()))) {
                starts.add(letter.start());
            }
        }
        if (starts.size() < 2 || raw.substring(0, starts.get(0)).strip().length() > LEAST_WORDS) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            String part = raw.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : raw.length())
                    .strip();
            if (part.split(" ", -1).length <= LEAST_WORDS) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private static List<String> byDoi(String raw) {
        List<String> dois = Doi.allIn(raw);
        if (dois.size() < 2) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        String small = raw.toLowerCase(java.util.Locale.ROOT);
        int from = 0;
        for (int i = 0; i < dois.size(); i++) {
            int at = small.indexOf(dois.get(i), from);
            if (at < 0) {
                return List.of();
            }
            int end = i + 1 == dois.size() ? raw.length() : at + dois.get(i).length();
            String part = raw.substring(from, end)
                    .replaceFirst("^[\\s;,.]+(?:and\\s+)?", "")
                    .strip();
            // Two DOIs side by side are a work and its supplement, or one of them twice.
            if (part.split(" ", -1).length <= LEAST_WORDS) {
                return List.of();
            }
            parts.add(part);
            from = end;
        }
        return parts;
    }
}
