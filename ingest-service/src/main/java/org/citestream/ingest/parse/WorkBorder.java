package org.citestream.ingest.parse;

import java.util.Set;

/** Where one tagged citation goes on with another work: {@code …, 45; (b) Jones, …}, or authors behind a semicolon. Stateless. */
final class WorkBorder {
    /** Elements that works begin with. */
    private static final Set<String> BEGINNINGS =
            Set.of("person-group", "name", "string-name", "collab", "article-title", "source", "ext-link");

    private static final Set<String> PEOPLE = Set.of("person-group", "name", "string-name", "collab");

    private WorkBorder() {}

    /**
     * The place where the next work begins, at the latest at the end of the text; -1 where none does.
     *
     * @param start of the work at hand
     * @param people whether persons were named in it
     * @param element that follows
     */
    static int before(RunningText text, int start, ReferenceDraft work, boolean people, String element) {
        if (!BEGINNINGS.contains(element) || !work.isPlaced()) {
            return -1;
        }
        int end = text.length();
        while (end > start && text.at(end - 1) == ' ') {
            end--;
        }
        if (end - start < 3) {
            return -1;
        }
        if (text.at(end - 1) == ')' && isLetter(text.at(end - 2))) {
            boolean opened = text.at(end - 3) == '(';
            int place = opened ? end - 3 : end - 2;
            boolean free = opened || text.at(end - 3) == ' ';
            return free && place > start ? place : -1;
        }
        return text.at(end - 1) == ';' && people && PEOPLE.contains(element) && work.isWhole() ? end : -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'b' && c <= 'h';
    }
}
