package org.citestream.classify.decide.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a statement into tokens: {@code [CLS] heading [SEP] before [SEP] sentence [SEP] after [SEP]}, the cited work's
 * markers replaced by the word "citation" and flagged, all others by "reference". Of the sentence before its end is
 * read, of the one after its beginning; a long sentence is cut around the target and leaves its neighbours less.
 * Immutable.
 */
public final class EncoderInputs {

    private static final int FRAME = 5;
    private static final int LONGEST_HEADING = 14;
    private static final int MOST_BEFORE = 24;
    private static final int MOST_AFTER = 16;
    /** What the neighbours of a long sentence keep. */
    private static final int LEAST_BEFORE = 12;

    private static final int LEAST_AFTER = 6;
    // What lies far behind the budget cannot be seen anyway; cutting early bounds the work on enormous sentences.
    private static final int WINDOW_CHARACTERS = 2_000;
    private static final int NEIGHBOUR_CHARACTERS = 400;
    private static final int HEADING_CHARACTERS = 200;

    private final WordPiece words;
    private final int longest;
    private final int cls;
    private final int sep;
    private final int cited;
    private final int other;

    /**
     * @param words the tokenizer
     * @param longest most tokens of one input, from 64 to 512
     */
    public EncoderInputs(WordPiece words, int longest) {
        if (longest < 64 || longest > 512) {
            throw new IllegalArgumentException("inputs may have 64 to 512 tokens, got " + longest);
        }
        this.words = words;
        this.longest = longest;
        cls = words.id("[CLS]");
        sep = words.id("[SEP]");
        cited = words.id("citation");
        other = words.id("reference");
    }

    /** The tokens of one statement; never fails, whatever the text. */
    public EncoderTokens tokens(EncoderInput input) {
        List<Integer> heading = first(words.ids(first(input.heading(), HEADING_CHARACTERS)), LONGEST_HEADING);
        List<Integer> before = last(neighbour(last(input.before(), NEIGHBOUR_CHARACTERS)), MOST_BEFORE);
        List<Integer> after = first(neighbour(first(input.after(), NEIGHBOUR_CHARACTERS)), MOST_AFTER);
        Sentence sentence = sentence(input);
        int room = longest - FRAME - heading.size();
        int kept = Math.min(before.size(), LEAST_BEFORE) + Math.min(after.size(), LEAST_AFTER);
        sentence = sentence.around(room - kept);
        room -= sentence.ids().size();
        before = last(before, room - Math.min(after.size(), LEAST_AFTER));
        after = first(after, room - before.size());
        return framed(heading, before, sentence, after);
    }

    private EncoderTokens framed(List<Integer> heading, List<Integer> before, Sentence sentence, List<Integer> after) {
        List<Integer> all = new ArrayList<>(longest);
        all.add(cls);
        all.addAll(heading);
        all.add(sep);
        all.addAll(before);
        all.add(sep);
        int from = all.size();
        all.addAll(sentence.ids());
        int to = all.size();
        all.add(sep);
        all.addAll(after);
        all.add(sep);
        boolean[] target = new boolean[all.size()];
        for (int i = from; i < to; i++) {
            target[i] = sentence.marks().get(i - from);
        }
        return new EncoderTokens(all.stream().mapToInt(Integer::intValue).toArray(), from, to, target);
    }

    /** Tokens of the citing sentence, and which stand for the target. */
    private record Sentence(List<Integer> ids, List<Boolean> marks) {

        /** At most this many tokens, the first target's in the middle where both sides are long. */
        Sentence around(int room) {
            int from = Math.max(0, Math.min(marks.indexOf(true) - room / 2, ids.size() - room));
            int to = Math.min(ids.size(), from + room);
            return new Sentence(ids.subList(from, to), marks.subList(from, to));
        }
    }

    private Sentence sentence(EncoderInput input) {
        String text = input.text();
        int first = input.target().isEmpty() ? 0 : input.target().get(0).start();
        int at = Math.max(0, first - WINDOW_CHARACTERS);
        int end = Math.min(text.length(), first + WINDOW_CHARACTERS);
        Sentence sentence = new Sentence(new ArrayList<>(), new ArrayList<>());
        for (Markers.Marker marker : Markers.in(text, input.target())) {
            if (marker.start() >= at && marker.start() < end) {
                plain(text.substring(at, marker.start()), sentence);
                sentence.ids().add(marker.target() ? cited : other);
                sentence.marks().add(marker.target());
                at = marker.end();
            }
        }
        if (at < end) {
            plain(text.substring(at, end), sentence);
        }
        return sentence;
    }

    private void plain(String text, Sentence sentence) {
        for (int id : words.ids(text)) {
            sentence.ids().add(id);
            sentence.marks().add(false);
        }
    }

    private List<Integer> neighbour(String text) {
        List<Integer> ids = new ArrayList<>();
        int at = 0;
        for (Markers.Marker marker : Markers.in(text, List.of())) {
            ids.addAll(words.ids(text.substring(at, marker.start())));
            ids.add(other);
            at = marker.end();
        }
        ids.addAll(words.ids(text.substring(at)));
        return ids;
    }

    private static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String last(String text, int length) {
        return text.length() <= length ? text : text.substring(text.length() - length);
    }

    private static List<Integer> first(List<Integer> ids, int count) {
        return ids.size() <= count ? ids : ids.subList(0, count);
    }

    private static List<Integer> last(List<Integer> ids, int count) {
        return ids.size() <= count ? ids : ids.subList(ids.size() - count, ids.size());
    }
}
