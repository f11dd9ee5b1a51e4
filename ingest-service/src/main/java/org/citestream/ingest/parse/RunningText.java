package org.citestream.ingest.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citestream.ingest.article.MarkerMatch;

/**
 * Text as it runs through the XML: white space collapsed while it arrives, markers kept at their exact place. Not
 * thread-safe; reused from paragraph to paragraph.
 */
final class RunningText {
    private static final int FIRST_SIZE = 1024;
    /** A word of so many small letters has no raised letter of its own: {@code 4th}, {@code XXe}, {@code Mme} are shorter. */
    private static final int LEAST_WORD = 4;

    private static final String CLOSES = ".,;:)]";

    private final int most;
    private final List<MarkerDraft> marks = new ArrayList<>();
    private char[] text = new char[FIRST_SIZE];
    private int length;
    /** Whether a blank is due before the next character. */
    private boolean blank;
    /** Whether a field ended or begins here, and whether it is an id. */
    private boolean border;

    private boolean apart;
    /** Whether every character so far is left alone by NFC. */
    private boolean composed = true;

    private boolean markOpen;
    /** Where the open marker's text begins; -1 until it does. */
    private int markStart = -1;

    /** End of the last marker with text; -1 before there is one. */
    private int lastMarkEnd = -1;

    RunningText(int most) {
        this.most = most;
    }

    void clear() {
        length = 0;
        marks.clear();
        blank = false;
        border = false;
        apart = false;
        composed = true;
        markOpen = false;
        markStart = -1;
        lastMarkEnd = -1;
        if (text.length > FIRST_SIZE * FIRST_SIZE) {
            text = new char[FIRST_SIZE];
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean hasMarks() {
        return !marks.isEmpty();
    }

    int length() {
        return length;
    }

    char at(int place) {
        return text[place];
    }

    int marks() {
        return marks.size();
    }

    boolean inMark() {
        return markOpen;
    }

    void append(char[] characters, int from, int count) {
        if (length + count > most) {
            throw RefusalException.limit("text-length", most);
        }
        int end = from + count;
        int at = from;
        while (at < end && !Characters.isPlain(characters[at])) {
            appendOther(characters[at]);
            at++;
        }
        if (at == end) {
            return;
        }
        makeRoom(end - at);
        begin(characters[at]);
        // Behind the first word nothing is due before a character but a blank.
        while (at < end) {
            char c = characters[at++];
            if (!Characters.isPlain(c)) {
                appendOther(c);
            } else if (blank) {
                blank = false;
                text[length++] = ' ';
                text[length++] = c;
            } else {
                text[length++] = c;
            }
        }
    }

    void append(String words) {
        append(words.toCharArray(), 0, words.length());
    }

    /** A blank here, unless there is one or nothing stands before. */
    void space() {
        blank = true;
    }

    /**
     * A field begins or ends here: a blank, unless punctuation keeps it together with what follows.
     *
     * @param apart whether what begins is an id, which goes together with no number before it
     */
    void border(boolean apart) {
        border = true;
        this.apart |= apart;
    }

    private boolean parts(char next) {
        if (length == 0) {
            return false;
        }
        char before = text[length - 1];
        boolean afterNumber = length > 1 && Character.isDigit(text[length - 2]);
        return FieldBoundaries.part(afterNumber ? text[length - 2] : ' ', before, next, apart);
    }

    private void appendOther(char c) {
        if (Characters.isBlank(c)) {
            blank = true;
        } else if (!Characters.isInvisible(c)) {
            char meant = Characters.meant(c);
            composed &= Characters.isComposed(meant);
            makeRoom(1);
            begin(meant);
            text[length++] = meant;
        }
    }

    private void makeRoom(int more) {
        if (length + more + 1 > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more + 1));
        }
    }

    /** Writes the blank that is due and notes where a marker's text begins. */
    private void begin(char first) {
        if (border) {
            blank |= parts(first);
            border = false;
            apart = false;
        }
        if (blank || gluedToList(first) || gluedToMark(first)) {
            blank = false;
            if (length > 0 && !glued(first)) {
                text[length++] = ' ';
            }
        }
        if (markOpen && markStart < 0) {
            markStart = length;
        }
    }

    /** {@code 2020;Hilfiger et al}: the blank between two linked works got lost. */
    private boolean gluedToList(char first) {
        return markOpen && markStart < 0 && length > 0 && text[length - 1] == ';' && Character.isLetter(first);
    }

    /** {@code [12]However}: the blank behind a marker in brackets got lost. */
    private boolean gluedToMark(char first) {
        return !markOpen && lastMarkEnd == length && length > 0 && text[length - 1] == ']' && Character.isLetter(first);
    }

    /** No blank between a marker and the punctuation behind it, nor between a bracket and the marker in it. */
    private boolean glued(char next) {
        if (markOpen) {
            char before = text[length - 1];
            return markStart < 0 && (before == '(' || before == '[');
        }
        return lastMarkEnd == length && CLOSES.indexOf(next) >= 0;
    }

    void openMark() {
        markOpen = true;
        markStart = -1;
    }

    void closeMark(List<String> targets, boolean declared) {
        closeMark(targets, declared, null);
    }

    /** @param match how the targets were found where the file does not link them, or null */
    void closeMark(List<String> targets, boolean declared, MarkerMatch match) {
        int start = markStart < 0 ? length : markStart;
        marks.add(new MarkerDraft(start, length, targets, declared, match));
        if (length > start) {
            lastMarkEnd = length;
        }
        markOpen = false;
        markStart = -1;
    }

    /**
     * Raises what was written from {@code start} on, when all of it has raised forms: {@code 10-3} becomes 10⁻³. A
     * raised dash behind a marker belongs to a range and stays.
     */
    void raise(int from) {
        int start = from < length && text[from] == ' ' ? from + 1 : from;
        boolean digits = false;
        for (int i = start; i < length; i++) {
            if (!Characters.canRise(text[i])) {
                return;
            }
            digits |= text[i] >= '0' && text[i] <= '9';
        }
        boolean charge = length - start == 1 && text[start] != '–' && lastMarkEnd != start;
        if (digits || charge) {
            for (int i = start; i < length; i++) {
                text[i] = Characters.raised(text[i]);
            }
        }
    }

    /** Whether there is text that does not end as a sentence does, markers behind it left aside. */
    boolean isUnfinished() {
        int end = length;
        while (end > 0 && (isInMark(end - 1) || "])”’\"' ".indexOf(text[end - 1]) >= 0)) {
            end--;
        }
        return end > 0 && (Character.isLetterOrDigit(text[end - 1]) || text[end - 1] == ',' || text[end - 1] == '(');
    }

    private boolean isInMark(int place) {
        return marks.stream().anyMatch(mark -> mark.start() <= place && place < mark.end());
    }

    boolean beginsInLowerCase() {
        // A symbol (iPad, mRNA, pH) may begin a sentence.
        return length > 1 && Character.isLowerCase(text[0]) && (text[1] == ' ' || Character.isLowerCase(text[1]));
    }

    /** Appends another run, set off by a blank. */
    void goOn(RunningText other) {
        if (length + other.length + 1 > most) {
            throw RefusalException.limit("text-length", most);
        }
        makeRoom(other.length + 1);
        text[length++] = ' ';
        int shift = length;
        System.arraycopy(other.text, 0, text, length, other.length);
        length += other.length;
        composed &= other.composed;
        blank = other.blank;
        lastMarkEnd = other.lastMarkEnd < 0 ? lastMarkEnd : other.lastMarkEnd + shift;
        other.marks.forEach(mark -> marks.add(mark.at(mark.start() + shift, mark.end() + shift)));
    }

    /** Whether a footnote's letter was written from {@code start} on: before all words, or behind one it is no part of. */
    boolean isNoteSign(int start) {
        if (length - start != 1 || text[start] < 'a' || text[start] > 'z') {
            return false;
        }
        int word = start;
        while (word > 0 && text[word - 1] >= 'a' && text[word - 1] <= 'z') {
            word--;
        }
        return start == 0 || start - word >= LEAST_WORD;
    }

    /** Puts blanks around what was written from {@code start} on. */
    void setApart(int start) {
        if (start > 0 && text[start - 1] != ' ') {
            makeRoom(1);
            System.arraycopy(text, start, text, start + 1, length - start);
            text[start] = ' ';
            length++;
        }
        blank = true;
    }

    /** Whether nothing is written but markers and what joins them. */
    boolean isMarksAlone() {
        int from = 0;
        for (MarkerDraft mark : marks) {
            if (!isGlue(from, mark.start())) {
                return false;
            }
            from = Math.max(from, mark.end());
        }
        return isGlue(from, length);
    }

    private boolean isGlue(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Puts words before all others, set off by a bar. */
    void precede(String words) {
        if (words.isEmpty()) {
            return;
        }
        String head = length == 0 ? words : words + " | ";
        int shift = head.length();
        makeRoom(shift);
        System.arraycopy(text, 0, text, shift, length);
        head.getChars(0, shift, text, 0);
        length += shift;
        lastMarkEnd += shift;
        marks.replaceAll(mark -> mark.at(mark.start() + shift, mark.end() + shift));
    }

    /** Forgets what was written from {@code to} on; no marker may stand there. */
    void cutTo(int to) {
        if (to < length) {
            blank |= text[to] == ' ';
            length = to;
        }
    }

    /** What was written from {@code start} on, in NFC and trimmed; null when that is nothing. */
    String from(int start) {
        int first = start < length && text[start] == ' ' ? start + 1 : start;
        return first >= length ? null : normal(first, length);
    }

    /** What was written between two places. */
    String between(int from, int to) {
        return from < to && to <= length ? new String(text, from, to - from) : "";
    }

    /** The text in NFC without looking at marks. */
    String plain() {
        return normal(0, length);
    }

    /** Text and marks, both in NFC. */
    MarkedText marked() {
        String all = new String(text, 0, length);
        if (composed || Normalizer.isNormalized(all, Normalizer.Form.NFC)) {
            return new MarkedText(all, List.copyOf(marks));
        }
        StringBuilder normal = new StringBuilder(length);
        List<MarkerDraft> moved = new ArrayList<>(marks.size());
        int done = 0;
        for (MarkerDraft mark : marks) {
            normal.append(normal(done, mark.start()));
            int start = normal.length();
            normal.append(normal(mark.start(), mark.end()));
            moved.add(mark.at(start, normal.length()));
            done = mark.end();
        }
        normal.append(normal(done, length));
        return new MarkedText(normal.toString(), moved);
    }

    private String normal(int from, int to) {
        String part = new String(text, from, to - from);
        return composed ? part : Normalizer.normalize(part, Normalizer.Form.NFC);
    }

    /** A finished run of text. */
    record MarkedText(String text, List<MarkerDraft> marks) {}

    /**
     * A marker before the reference list is known.
     *
     * @param declared whether the file calls it a citation; otherwise it is one only if a target is a reference
     * @param match how its targets were found where the file does not link them, or null
     */
    record MarkerDraft(int start, int end, List<String> targets, boolean declared, MarkerMatch match) {
        MarkerDraft at(int from, int to) {
            return new MarkerDraft(from, to, targets, declared, match);
        }
    }
}
