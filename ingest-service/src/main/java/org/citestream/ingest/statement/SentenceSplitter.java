package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.article.CitationMarker;

/**
 * Cuts a paragraph into sentences. Every full stop, question and exclamation mark is a candidate; rules then ask what
 * stands before it (abbreviation, initial, number), around it (brackets, a marker) and behind it (a superscript marker,
 * an upper-case word). Stateless and thread-safe.
 */
final class SentenceSplitter {
    private SentenceSplitter() {}

    /** Spans of the sentences, without the blanks between them; at least one unless the text is empty. */
    static List<Span> split(String text, List<CitationMarker> marks) {
        return new ParagraphSplit(text, marks).split();
    }

    /** One paragraph. */
    private static final class ParagraphSplit {
        private final String text;
        /** The same, for the looks at every one of them. */
        private final char[] characters;

        private final List<CitationMarker> marks;
        private final Brackets brackets;
        private int nextMark;

        ParagraphSplit(String text, List<CitationMarker> marks) {
            this.text = text;
            this.characters = text.toCharArray();
            this.marks = marks;
            this.brackets = new Brackets(characters);
        }

        List<Span> split() {
            List<Span> sentences = new ArrayList<>();
            int start = 0;
            int at = 0;
            while (at < characters.length) {
                if (isTerminal(characters[at])) {
                    int end = boundary(start, at);
                    if (end > 0) {
                        sentences.add(new Span(start, end));
                        start = skipBlanks(end);
                        at = start;
                        continue;
                    }
                }
                at++;
            }
            if (start < text.length()) {
                sentences.add(new Span(start, text.length()));
            }
            return sentences;
        }

        /** The end of the sentence that the terminal at {@code at} closes, or -1 when it closes none. */
        private int boundary(int start, int at) {
            if (SentenceTerminators.endsByItself(text, at)) {
                boolean inside = insideMark(at) || brackets.inside(at) || SentenceTerminators.inQuote(text, at);
                return inside ? -1 : TrailingMarkers.markers(text, marks, nextMark, closers(at + 1), at, false);
            }
            if (insideMark(at)) {
                return -1;
            }
            int end = closers(at + 1);
            if (brackets.inside(at) && !wholeSentenceInBrackets(end)) {
                return -1;
            }
            boolean stop = text.charAt(at) == '.';
            String word = stop ? wordBefore(start, at) : "";
            if (stop && Abbreviations.neverLast(word) && !SentenceTerminators.isRatio(text, at)) {
                return -1;
            }
            end = TrailingMarkers.markers(text, marks, nextMark, end, at, stop && needsOpener(word, start, at));
            if (end >= text.length()) {
                return text.length();
            }
            if (!isBlank(text.charAt(end))) {
                return stop && SentenceTerminators.lostBlank(text, at, end) ? end : -1;
            }
            int next = skipBlanks(end);
            if (stop && (isAside(next) || SentenceTerminators.isOrdinal(text, at, next))) {
                return -1;
            }
            boolean strict = stop && needsOpener(word, start, at);
            return (strict ? opener(next) : begins(next)) ? end : -1;
        }

        private boolean wholeSentenceInBrackets(int end) {
            int open = end > 0 && end <= text.length() ? brackets.openOf(end - 1) : -1;
            if (open < 0 || (end < text.length() && brackets.inside(end))) {
                return false;
            }
            int before = open - 1;
            while (before >= 0 && isBlank(text.charAt(before))) {
                before--;
            }
            return before < 0 || isTerminal(text.charAt(before)) || text.charAt(before) == ']';
        }

        /** Whether the word before the stop is such that only a typical first word proves an end. */
        private boolean needsOpener(String word, int start, int at) {
            if (word.isEmpty()) {
                return false;
            }
            boolean initial = word.length() == 1
                    && Character.isLetter(word.charAt(0))
                    && !SentenceTerminators.isUnit(text, at)
                    && !SentenceTerminators.isRatio(text, at)
                    && !LetterDesignators.namesKind(text, at - 1);
            boolean dotted = word.length() > 2
                    && word.length() <= 8
                    && word.charAt(1) == '.'
                    && Character.isLetter(word.charAt(0))
                    && !Abbreviations.isStatistic(word);
            boolean enumeration = at - word.length() <= start && word.length() <= 3 && isNumber(word);
            boolean behindInitial =
                    word.length() == 2 && SentenceTerminators.isAbbreviatedPair(text, at - word.length());
            return initial || dotted || enumeration || behindInitial || Abbreviations.sometimesLast(word);
        }

        /** {@code Labill. (Cyperaceae) is}: what stands in brackets belongs to the words around it. */
        private boolean isAside(int next) {
            if (next >= text.length() || text.charAt(next) != '(') {
                return false;
            }
            int close = next + 1;
            while (close < text.length() && brackets.openOf(close) != next) {
                close++;
            }
            int behind = skipBlanks(Math.min(close + 1, text.length()));
            return behind < text.length()
                    && (Character.isLowerCase(text.charAt(behind)) || ",;".indexOf(text.charAt(behind)) >= 0)
                    && marks.stream().noneMatch(mark -> mark.start() >= next && mark.end() <= behind);
        }

        private String wordBefore(int start, int at) {
            int from = at;
            while (from > start && isWordPart(characters[from - 1])) {
                from--;
            }
            return text.substring(from, at);
        }

        private boolean opener(int next) {
            int from = next;
            while (from < text.length() && isOpening(text.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            return to > from
                    && Character.isUpperCase(text.charAt(from))
                    && Abbreviations.opensSentence(text.substring(from, to));
        }

        /** Whether a sentence may begin here. */
        private boolean begins(int next) {
            int from = next;
            while (from < text.length() && isOpening(text.charAt(from))) {
                from++;
            }
            if (from >= text.length()) {
                return true;
            }
            char first = text.charAt(from);
            if (Character.isLowerCase(first)) {
                return mixedCase(from);
            }
            return Character.isLetterOrDigit(first) || Character.isSurrogate(first) || "†‡•√∆~<≈−-".indexOf(first) >= 0;
        }

        /** {@code mRNA}, {@code pH}, {@code p53}: lower-case words that begin sentences as they are. */
        private boolean mixedCase(int from) {
            boolean odd = false;
            int to = from;
            while (to < text.length() && !isBlank(text.charAt(to)) && ",;:.)".indexOf(text.charAt(to)) < 0) {
                odd |= Character.isUpperCase(text.charAt(to)) || Character.isDigit(text.charAt(to));
                to++;
            }
            return odd && to - from > 1;
        }

        private boolean insideMark(int at) {
            while (nextMark < marks.size() && marks.get(nextMark).end() <= at) {
                nextMark++;
            }
            return nextMark < marks.size()
                    && marks.get(nextMark).start() <= at
                    && at < marks.get(nextMark).end();
        }

        private int closers(int from) {
            int end = from;
            while (end < text.length() && "\"'”’»)]}.!?…".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            return end;
        }

        private int skipBlanks(int from) {
            int at = from;
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            return at;
        }
    }

    private static boolean isTerminal(char c) {
        return c == '.' || c == '?' || c == '!' || c == '…' || SentenceTerminators.ofOtherScripts(c);
    }

    static boolean isBlank(char c) {
        return c == ' ';
    }

    private static boolean isOpening(char c) {
        return "\"'“‘«([{¿¡„".indexOf(c) >= 0;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
