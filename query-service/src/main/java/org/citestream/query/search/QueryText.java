package org.citestream.query.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prepares input for Lucene's parser: characters that are not operators of ours are escaped, and an operator in a place
 * where it can mean nothing is refused with its position rather than ignored. Not thread-safe.
 */
final class QueryText {
    /** Characters that are operators for Lucene's parser and text here, except in the cases below. */
    private static final String TEXT_ONLY = "+-!{}[]^~?\\/&|*";

    private static final Pattern WITHIN = Pattern.compile("~(\\d{1,3})(?=[\\s)]|$)");
    private static final Pattern ALIKE = Pattern.compile("~([12]?)(?=[\\s)]|$)");
    /** Parser, search and highlighter each recurse one call deeper for a parenthesis. */
    private static final int DEEPEST = 32;
    /** How far apart words in a phrase may be: the number of moves that brings them together. */
    private static final int FURTHEST_APART = 100;
    /** A shorter word is similar to too many others. */
    private static final int SHORTEST_ALIKE = 4;

    private final String words;
    private final Set<String> fields;
    private final StringBuilder escaped;
    /** The original position of each character of the escaped text. */
    private final int[] places;

    /** @param fields names that may come before a colon, in lower case */
    QueryText(String words, Set<String> fields) {
        this.words = words;
        this.fields = fields;
        this.escaped = new StringBuilder(words.length() + 16);
        this.places = new int[words.length() * 2 + 1];
        balanced();
        escape();
    }

    /** The query in the parser's syntax. */
    String escaped() {
        return escaped.toString();
    }

    /** The original position of a character of the escaped text. */
    int place(int column) {
        return places[Math.min(Math.max(column, 0), places.length - 1)];
    }

    private void balanced() {
        Deque<Integer> open = new ArrayDeque<>();
        int quote = -1;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && c == '(') {
                open.push(i);
                if (open.size() > DEEPEST) {
                    throw new BadQueryException("more than " + DEEPEST + " parentheses inside each other", i);
                }
            } else if (quote < 0 && c == ')' && open.poll() == null) {
                throw new BadQueryException("a parenthesis is closed that was never opened", i);
            }
        }
        if (quote >= 0) {
            throw new BadQueryException("a quotation mark is never closed", quote);
        }
        if (!open.isEmpty()) {
            throw new BadQueryException("a parenthesis is never closed", open.pop());
        }
    }

    private void escape() {
        boolean quoted = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean operator =
                    switch (quoted ? ' ' : c) {
                        case '-', '+' -> beginsClause(i);
                        case ':' -> endsField(i);
                        case '~' -> isTolerance(i);
                        case '*' -> isAnyLetters(i);
                        case '?' -> isOneLetter(i);
                        case '&', '|' -> isDoubled(i, c);
                        default -> false;
                    };
            if (!operator && (TEXT_ONLY.indexOf(c) >= 0 || (c == ':' && !quoted))) {
                append('\\', i);
            }
            append(c, i);
            if (c == '"') {
                quoted = !quoted;
            }
        }
        places[escaped.length()] = words.length();
    }

    private void append(char c, int from) {
        places[escaped.length()] = from;
        escaped.append(c);
    }

    /** A minus excludes and a plus requires the word, phrase or group that follows. A number may have a sign. */
    private boolean beginsClause(int sign) {
        char next = at(sign + 1);
        return startsToken(sign) && (Character.isLetter(next) || next == '"' || next == '(');
    }

    /** Titles have colons, too, but followed by a blank. */
    private boolean endsField(int colon) {
        int start = colon;
        while (Character.isLetter(at(start - 1))) {
            start--;
        }
        boolean begins = startsToken(start) || ("+-".indexOf(at(start - 1)) >= 0 && startsToken(start - 1));
        String name = words.substring(start, colon).toLowerCase(Locale.ROOT);
        if (!begins || name.length() < 2) {
            return false;
        }
        boolean value = !words.substring(colon + 1).isBlank() && at(colon + 1) != ')';
        if (!fields.contains(name)) {
            if (value && !Character.isWhitespace(at(colon + 1)) && at(colon + 1) != '/') {
                throw new BadQueryException(
                        "there is no field '%s' here; use %s, or put the text between quotation marks"
                                .formatted(name, String.join(", ", fields)),
                        start);
            }
            return false;
        }
        if (!value) {
            throw new BadQueryException("'%s:' needs something to look for behind it".formatted(name), colon);
        }
        int here = escaped.length() - name.length();
        escaped.replace(here, escaped.length(), name);
        return true;
    }

    /** After a phrase: how far apart its words may be; after a word: how many letters may differ. */
    private boolean isTolerance(int tilde) {
        if (at(tilde - 1) == '"') {
            Matcher within = WITHIN.matcher(words).region(tilde, words.length());
            if (!within.lookingAt() || Integer.parseInt(within.group(1)) > FURTHEST_APART) {
                throw new BadQueryException(
                        "'~' behind a phrase takes how far apart its words may be, from 0 to %d, as in \"one two\"~5"
                                .formatted(FURTHEST_APART),
                        tilde);
            }
            return true;
        }
        if (!Character.isLetter(at(tilde - 1))) {
            return false;
        }
        int start = wordBefore(tilde);
        Matcher alike = ALIKE.matcher(words).region(tilde, words.length());
        if (!alike.lookingAt()) {
            boolean number =
                    Pattern.matches("[\\d.]+", words.substring(tilde + 1).split("[\\s)]", 2)[0]);
            if (number) {
                throw new BadQueryException("'~' behind a word takes 1 or 2, as in word~1", tilde);
            }
            return false;
        }
        if (tilde - start < SHORTEST_ALIKE) {
            throw new BadQueryException("a word before '~' needs at least %d letters".formatted(SHORTEST_ALIKE), start);
        }
        return true;
    }

    /** A star stands for any letters after at least two of a word; before a digit it is literal, as in B*27. */
    private boolean isAnyLetters(int star) {
        char next = at(star + 1);
        boolean inWord = Character.isLetterOrDigit(at(star - 1));
        if (!inWord && !Character.isLetterOrDigit(next)) {
            if (at(star - 1) == ':' || at(star - 1) == '"') {
                throw new BadQueryException("'*' needs the beginning of a word before it, as in begin*", star);
            }
            return false;
        }
        if (Character.isDigit(next)) {
            return false;
        }
        boolean goesOn = endsToken(star) || Character.isLetter(next);
        if (!inWord || !hasTwoLettersBefore(star) || !goesOn) {
            throw new BadQueryException(
                    "'*' stands behind at least two letters of a word, as in begin* or beg*n;"
                            + " put a '*' that is text between quotation marks",
                    star);
        }
        return true;
    }

    /** A question mark stands for one letter between two others; elsewhere it is punctuation. */
    private boolean isOneLetter(int mark) {
        return Character.isLetter(at(mark - 1)) && Character.isLetter(at(mark + 1)) && hasTwoLettersBefore(mark);
    }

    /** Whether the word around a sign starts with two letters or digits, whatever other signs are in it. */
    private boolean hasTwoLettersBefore(int sign) {
        int start = sign;
        while (Character.isLetterOrDigit(at(start - 1)) || "*?".indexOf(at(start - 1)) >= 0) {
            start--;
        }
        return Character.isLetterOrDigit(at(start)) && Character.isLetterOrDigit(at(start + 1)) && start + 2 <= sign;
    }

    /** The alternative spelling of AND and OR. */
    private boolean isDoubled(int place, char c) {
        int first = at(place - 1) == c ? place - 1 : place;
        return at(first + 1) == c && startsToken(first) && endsToken(first + 1);
    }

    /** The start of the letters and digits that end before a position. */
    private int wordBefore(int end) {
        int start = end;
        while (Character.isLetterOrDigit(at(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean startsToken(int place) {
        return place == 0 || at(place - 1) == '(' || Character.isWhitespace(at(place - 1));
    }

    private boolean endsToken(int place) {
        return place + 1 >= words.length() || at(place + 1) == ')' || Character.isWhitespace(at(place + 1));
    }

    /** A blank outside the text. */
    private char at(int place) {
        return place < 0 || place >= words.length() ? ' ' : words.charAt(place);
    }
}
