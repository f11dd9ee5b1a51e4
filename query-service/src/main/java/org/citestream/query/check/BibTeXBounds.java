package org.citestream.query.check;

import java.util.IdentityHashMap;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXString;
import org.jbibtex.ConcateValue;
import org.jbibtex.ReferenceValue;
import org.jbibtex.Value;

/** Bounds what BibTeX may unfold to: its parsers call themselves for each brace, and its strings may double each other. */
final class BibTeXBounds {

    private static final int DEEPEST = 50;
    private static final int MOST_JOINS = 2000;
    private static final long LONGEST_FIELD = 100_000;

    private final IdentityHashMap<BibTeXString, Long> lengths = new IdentityHashMap<>();

    private BibTeXBounds() {}

    /** Before it is parsed. */
    static void check(String text) throws UnreadableListException {
        int depth = 0;
        int joins = 0;
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\n' -> line++;
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth = Math.max(0, depth - 1);
                case '#' -> joins++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new UnreadableListException("more than %d braces within each other".formatted(DEEPEST), line);
            }
            if (joins > MOST_JOINS) {
                throw new UnreadableListException("more than %d joined texts (#)".formatted(MOST_JOINS), line);
            }
        }
    }

    /** Before its texts are unfolded. */
    static void check(BibTeXDatabase database, int most) throws UnreadableListException {
        if (database.getEntries().size() > most) {
            throw UnreadableListException.tooLong(database.getEntries().size(), most);
        }
        BibTeXBounds bounds = new BibTeXBounds();
        for (BibTeXEntry entry : database.getEntries().values()) {
            for (Value value : entry.getFields().values()) {
                if (bounds.length(value) > LONGEST_FIELD) {
                    throw new UnreadableListException(
                            "a field of %s has more than %d characters".formatted(entry.getKey(), LONGEST_FIELD), 0);
                }
            }
        }
    }

    private long length(Value value) {
        if (value instanceof ConcateValue joined) {
            return Math.min(LONGEST_FIELD + 1, length(joined.getLeft()) + length(joined.getRight()));
        }
        if (value instanceof ReferenceValue reference) {
            BibTeXString string = reference.getString();
            if (string == null) {
                return 0;
            }
            Long known = lengths.get(string);
            if (known == null) {
                known = length(string.getValue());
                lengths.put(string, known);
            }
            return known;
        }
        return value.toUserString().length();
    }
}
