package org.citestream.ingest.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two normalised names are of one journal, of which one may be abbreviated. Stateless. */
final class Journals {
    private static final Set<String> SMALL =
            Set.of("the", "of", "and", "for", "in", "on", "a", "an", "de", "la", "der", "die", "und", "et", "des");
    private static final int LEAST_INITIALS = 3;

    private Journals() {}

    /** Neither name may be empty. {@code genome res} and {@code genome research}, {@code pnas} and what it stands for. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        List<String> left = words(one);
        List<String> right = words(other);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (left.size() == 1 || right.size() == 1) {
            String single = (left.size() == 1 ? left : right).get(0);
            List<String> many = left.size() == 1 ? right : left;
            return many.size() == 1 ? abbreviates(single, many.get(0)) : isInitials(single, many);
        }
        int shorter = Math.min(left.size(), right.size());
        for (int i = 0; i < shorter; i++) {
            if (!abbreviates(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String name) {
        return Stream.of(name.split(" ", -1))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .toList();
    }

    private static boolean isInitials(String single, List<String> words) {
        String initials = words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return single.length() >= LEAST_INITIALS && initials.startsWith(single);
    }

    /** Whether the letters of the shorter word stand in the longer in their order, from the first on: natl, national. */
    private static boolean abbreviates(String one, String other) {
        String brief = one.length() <= other.length() ? one : other;
        String full = one.length() <= other.length() ? other : one;
        if (brief.charAt(0) != full.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < full.length() && at < brief.length(); i++) {
            at += full.charAt(i) == brief.charAt(at) ? 1 : 0;
        }
        return at == brief.length();
    }
}
