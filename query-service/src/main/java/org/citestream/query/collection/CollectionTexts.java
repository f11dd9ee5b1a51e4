package org.citestream.query.collection;

import java.util.List;
import org.citestream.query.problem.BadParameterException;

/** Checks what people write about collections and their works. */
record CollectionTexts(CollectionSettings settings) {

    private static final int LONGEST_TITLE = 500;

    /** A name: not blank, on one line. */
    String name(String written) {
        String name = written == null ? "" : written.strip();
        if (name.isEmpty()) {
            throw new BadParameterException("name", "is missing; write a name for the collection");
        }
        return oneLine("name", name, settings.nameLength());
    }

    /** A text that may be empty and have several lines. */
    String note(String parameter, String written) {
        String note = written == null ? "" : written.replace("\r\n", "\n").strip();
        if (note.indexOf('\0') >= 0) {
            throw new BadParameterException(parameter, "contains the character U+0000");
        }
        return bounded(parameter, note, settings.noteLength());
    }

    /** Tags in the order written, each once. */
    List<String> tags(List<String> written) {
        List<String> tags = written.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > settings.tags()) {
            throw new BadParameterException(
                    "tags", "%d are given, %d are allowed on a work".formatted(tags.size(), settings.tags()));
        }
        tags.forEach(tag -> oneLine("tags", tag, settings.tagLength()));
        return tags;
    }

    /** A title of a list, cut where it is too long to be one; null stays null. */
    static String shortened(String title) {
        String clean =
                title == null ? null : title.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean == null || clean.length() <= LONGEST_TITLE ? clean : clean.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String oneLine(String parameter, String text, int longest) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameterException(parameter, "has control characters or several lines");
        }
        return bounded(parameter, text, longest);
    }

    private static String bounded(String parameter, String text, int longest) {
        if (text.length() > longest) {
            throw new BadParameterException(
                    parameter, "has %d characters, %d are allowed".formatted(text.length(), longest));
        }
        return text;
    }
}
