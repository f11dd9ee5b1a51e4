package org.citestream.ingest.parse;

import java.util.regex.Pattern;
import org.citestream.ingest.article.Author;

/** Reads a name that nobody tagged: "Doe J", "Doe, Jane", "Jane Doe". */
final class PrintedName {
    private static final Pattern FOR_GROUP = Pattern.compile("^(?:and |on behalf of |for (?=the ))+(?=\\S)");

    private PrintedName() {}

    static Author read(String printed) {
        String name = printed.strip();
        int comma = name.indexOf(',');
        if (comma > 0) {
            String rest = name.substring(comma + 1).strip();
            return Author.person(name.substring(0, comma).strip(), rest.isEmpty() ? null : rest);
        }
        int last = name.lastIndexOf(' ');
        if (last <= 0) {
            return Author.person(name, null);
        }
        String tail = name.substring(last + 1);
        if (isInitials(tail)) {
            return Author.person(name.substring(0, last).strip(), tail);
        }
        return Author.person(tail, name.substring(0, last).strip());
    }

    /** A group's name without the words that say who wrote for it: {@code on behalf of the X Group}. */
    static String group(String printed) {
        return FOR_GROUP.matcher(printed.strip()).replaceFirst("");
    }

    /** Whether the name is written in Latin letters. */
    static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static boolean isInitials(String word) {
        return word.length() <= 5
                && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-' || c == '‐');
    }
}
