package org.citestream.ingest.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as it runs through the XML: white space collapsed while it arrives, markers kept at their exact place. Not
 * thread-safe; reused from paragraph to paragraph.
 */
final class RunningText {
    /** What Windows-1252 puts where Latin-1 has control characters: bytes once read under the wrong name. */
    private static final String WINDOWS_1252 = "€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ";

    private static final String CLOSES = ".,;:)]";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final int most;
    private final StringBuilder text = new StringBuilder(1024);
    private final List<DraftMark> marks = new ArrayList<>();
    private boolean blank;
    private boolean composed = true;
    private int markStart = -1;
    private boolean markOpen;

    RunningText(int most) {
        this.most = most;
    }

    void clear() {
        text.setLength(0);
        marks.clear();
        blank = false;
        composed = true;
        markStart = -1;
        markOpen = false;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    boolean hasMarks() {
        return !marks.isEmpty();
    }

    int length() {
        return text.length();
    }

    void append(char[] characters, int from, int count) {
        for (int i = from; i < from + count; i++) {
            append(characters[i]);
        }
        if (text.length() > most) {
            throw Refusal.limit("text-length", most);
        }
    }

    void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            append(words.charAt(i));
        }
    }

    /** A blank here, unless there is one or nothing stands before. */
    void space() {
        blank = true;
    }

    private void append(char c) {
        if (c > ' ' && c < 0x7F) {
            put(c);
        } else if (isBlank(c)) {
            blank = true;
        } else if (c >= 0x80 && c < 0xA0) {
            char meant = WINDOWS_1252.charAt(c - 0x80);
            if (meant != 0) {
                put(meant);
            }
        } else if (!isInvisible(c)) {
            composed &= isComposed(c);
            put(c);
        }
    }

    /** Whether NFC leaves this character alone whatever its neighbours are; false means only that one must look. */
    private static boolean isComposed(char c) {
        return c < 0x300 || (c >= 0x391 && c <= 0x3C9) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    private void put(char c) {
        if (blank) {
            blank = false;
            if (text.length() > 0 && !glued(c)) {
                text.append(' ');
            }
        }
        if (markOpen && markStart < 0) {
            markStart = text.length();
        }
        text.append(c);
    }

    /** No blank between a marker and the punctuation behind it, nor between a bracket and the marker in it. */
    private boolean glued(char next) {
        if (!markOpen && !marks.isEmpty() && CLOSES.indexOf(next) >= 0) {
            DraftMark last = marks.get(marks.size() - 1);
            return last.end() == text.length() && last.end() > last.start();
        }
        char before = text.charAt(text.length() - 1);
        return markOpen && markStart < 0 && (before == '(' || before == '[');
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000
                || c == 0x85;
    }

    private static boolean isInvisible(char c) {
        return c == 0x7F
                || c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xFEFF;
    }

    void openMark() {
        markOpen = true;
        markStart = -1;
    }

    void closeMark(List<String> targets, boolean declared) {
        int start = markStart < 0 ? text.length() : markStart;
        marks.add(new DraftMark(start, text.length(), targets, declared));
        markOpen = false;
        markStart = -1;
    }

    boolean inMark() {
        return markOpen;
    }

    int marks() {
        return marks.size();
    }

    /** Raises what was written from {@code start} on, when all of it has raised forms: {@code 10-3} becomes 10⁻³. */
    void raise(int from) {
        int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        boolean digits = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits |= digit;
            if (!digit && c != '+' && c != '-' && c != '−' && c != '–') {
                return;
            }
        }
        if (!digits && (text.length() - start != 1 || text.charAt(start) == '–')) {
            return;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                text.setCharAt(i, SUPERSCRIPTS.charAt(c - '0'));
            } else {
                text.setCharAt(i, c == '+' ? '⁺' : '⁻');
            }
        }
    }

    /** Forgets what was written from {@code length} on; no marker may stand there. */
    void cutTo(int length) {
        text.setLength(Math.min(length, text.length()));
    }

    /** Puts words before all others, set off by a bar. */
    void precede(String words) {
        if (words.isEmpty()) {
            return;
        }
        String head = words + " | ";
        text.insert(0, head);
        marks.replaceAll(mark -> new DraftMark(
                mark.start() + head.length(), mark.end() + head.length(), mark.targets(), mark.declared()));
    }

    /** What was written from {@code start} on, in NFC and trimmed; null when that is nothing. */
    String from(int start) {
        String part = text.substring(Math.min(start, text.length())).strip();
        if (part.isEmpty()) {
            return null;
        }
        return composed ? part : Normalizer.normalize(part, Normalizer.Form.NFC);
    }

    /** The text in NFC without looking at marks. */
    String plain() {
        return composed ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Text and marks, both in NFC. */
    Marked marked() {
        if (composed || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return new Marked(text.toString(), List.copyOf(marks));
        }
        StringBuilder normal = new StringBuilder(text.length());
        List<DraftMark> moved = new ArrayList<>(marks.size());
        int done = 0;
        for (DraftMark mark : marks) {
            normal.append(Normalizer.normalize(text.subSequence(done, mark.start()), Normalizer.Form.NFC));
            int start = normal.length();
            normal.append(Normalizer.normalize(text.subSequence(mark.start(), mark.end()), Normalizer.Form.NFC));
            moved.add(new DraftMark(start, normal.length(), mark.targets(), mark.declared()));
            done = mark.end();
        }
        normal.append(Normalizer.normalize(text.subSequence(done, text.length()), Normalizer.Form.NFC));
        return new Marked(normal.toString(), moved);
    }

    /** A finished run of text. */
    record Marked(String text, List<DraftMark> marks) {}

    /**
     * A marker before the reference list is known.
     *
     * @param declared whether the file calls it a citation; otherwise it is one only if a target is a reference
     */
    record DraftMark(int start, int end, List<String> targets, boolean declared) {}
}
